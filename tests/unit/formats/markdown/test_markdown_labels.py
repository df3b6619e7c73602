"""Who speaks in Markdown: emphasis in each dress, plain labels between fields, tables, and what is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Kind

_SAID = (("Anna Holm", "Good day, said she."), ("Bert", "Not to me, I think."), ("Anna Holm", "Why is that so?"))


@pytest.mark.parametrize(
    "printed",
    [
        "**{}**: {}\n\n",
        "__{}:__ {}\n\n",
        "<b>{}:</b> {}<br>\n",
        "**{}:**\\\n{}\n\n",
        "> **{}:** {}\n>\n",
        "{}\n:   {}\n\n",
        "**{}**\n: {}\n\n",
        "- **{}**: {}\n",
        "1. **{}:** {}\n",
        "**{}.** {}\n\n",
        "**{}** — {}\n\n",
        "**{}** {}\n\n",
        "**{} (host):** {}\n\n",
        "**{}** (host): {}\n\n",
        "### {}\n\n{}\n\n",
        "**{}**  \n{}\n\n",
        "> [!quote] **{}:** {}\n\n",
        "{}: {}\n\n",
        "* {}: {}\n",
        "**{}: {}**\n\n",
    ],
)
def test_a_talk_has_the_same_turns_in_each_dress(tmp_path: Path, printed: str) -> None:
    said = (*_SAID, ("Bert", "It is too early."))
    text = "# A talk\n\n" + "".join(printed.format(name, words) for name, words in said)
    labels = [
        (label.removesuffix(" (host)"), words) for label, words in turns_by_label(read_text(tmp_path, text, "x.md"))
    ]
    assert labels == list(said)


def test_a_table_of_names_and_words_is_a_talk(tmp_path: Path) -> None:
    rows = "".join(f"| 00:0{at} | {name} | {words} |\n" for at, (name, words) in enumerate(_SAID))
    document = read_text(tmp_path, f"# A talk\n\n| Time | Speaker | Text |\n|---|---|---|\n{rows}", "x.md")
    assert turns_by_label(document) == list(_SAID)
    assert "Time" not in " ".join(turn.text for turn in document.turns)


def test_names_in_languages_without_blanks_are_labels(tmp_path: Path) -> None:
    chinese = "**王伟:** 我认为我们应该早到。\n\n**李娜：** 我们可以坐火车。\n\n**王伟**：那样很好，我同意。\n"
    assert [one for one, _ in turns_by_label(read_text(tmp_path, chinese, "x.md"))] == ["王伟", "李娜", "王伟"]
    thai = "**สมชาย:** ผมคิดว่าเราควรไปถึงก่อนพรุ่งนี้เช้า\n\n**มาลี:** เราขึ้นรถไฟเที่ยวแรกได้\n\n**สมชาย:** ดีสำหรับทุกคน\n"
    assert [one for one, _ in turns_by_label(read_text(tmp_path, thai, "x.md"))] == ["สมชาย", "มาลี", "สมชาย"]


def test_fields_in_emphasis_between_plain_labels_are_the_narrators(tmp_path: Path) -> None:
    turns = "anna: we should look at it, I think\n\nbert: agreed, and soon\n... and cheaply\n\n"
    text = "## Meeting\n\n*Present*: Anna, Bert\n\n" + "".join(f"*Subtopic*: the oven {at}\n\n{turns}" for at in "abc")
    document = read_text(tmp_path, text, "x.md")
    assert [label for label, _ in turns_by_label(document)] == ["anna", "bert"] * 3
    assert all(
        "Subtopic" not in passage.text
        for turn in document.turns
        for passage in turn.passages
        if passage.kind is Kind.SPEECH
    )


def test_items_of_lists_and_links_within_turns_are_no_labels(tmp_path: Path) -> None:
    aside = "* [Rule: no salt](http://x.org/1)\n* [Rule: no oil](http://x.org/2)\n* Oven: too loud for us\n* or so\n\n"
    text = (
        "# Minutes\n\nAB: We have two rules here.\n\n" + aside + "CD: And so it is, I think.\n\nAB: Indeed.\n\n" + aside
    )
    assert [label for label, _ in turns_by_label(read_text(tmp_path, text, "x.md"))] == ["AB", "CD", "AB"]


def test_where_nobody_speaks_there_are_no_speakers(tmp_path: Path) -> None:
    text = (
        "# A tool\n\nIt mends things.\n\n## Options\n\n**Size:** how large it is, in inches.\n\n"
        "**Note:** wear gloves.\n\n"
        "## Use\n\n1. Note: wait.\n2. Note: mend.\n\n```\nAnna: print\nBert: print\n```\n\n**Size** matters a lot.\n"
    )
    document = read_text(tmp_path, text, "README.md")
    assert (document.turns, document.heading) == ((), "A tool")
    assert not any(part.on_demand for part in document.parts)
    assert [rest.why for rest in document.residue if "print" in rest.text] == ["code"]
    assert document.lost is None


def test_first_chapters_and_prose_before_the_turns_are_spoken_and_lists_are_there_on_demand(tmp_path: Path) -> None:
    turns = "**Anna:** Good day to you.\n\n**Bert:** Go away, please.\n\n"
    text = (
        "# The book\n\nWhat they said in spring.\n\n## People\n\n- Anna\n- Bert\n\n## Chapter one\n\n### The weir\n\n"
        f"{turns}## Chapter two\n\n{turns}## Links\n\n- <http://x.org>\n"
    )
    document = read_text(tmp_path, text, "x.md")
    assert [(part.heading.text if part.heading else "", part.on_demand) for part in document.parts] == [
        ("", False), ("People", True), ("Chapter one", False), ("The weir", False), ("Chapter two", False),
        ("Links", True),
    ]  # fmt: skip


def test_directions_are_the_narrators(tmp_path: Path) -> None:
    text = "**Anna:** (low) Good day. *(Sits.)* [She sits.] Yes.\n\n*He goes.*\n\n**Bert:** No.\n\n**Anna:** Why not?\n"
    document = read_text(tmp_path, text, "x.md")
    spoken = [passage.text for turn in document.turns for passage in turn.passages if passage.kind is Kind.SPEECH]
    assert spoken == ["Good day.", "Yes.", "No.", "Why not?"]


def test_a_time_before_a_name_in_bold_makes_it_a_label_in_any_file(tmp_path: Path) -> None:
    said = (
        "0:00:14.1 **Anna Holm** Welcome, all.\n\n0:00:19.1 **Bert** I am here.\n\n0:00:21 **Anna Holm & Bert** So.\n"
    )
    assert [label for label, _ in turns_by_label(read_text(tmp_path, said, "x.txt"))] == [
        "Anna Holm", "Bert", "Anna Holm & Bert",
    ]  # fmt: skip


def test_handles_in_small_letters_between_names_are_labels_and_fields_are_none(tmp_path: Path) -> None:
    text = (
        "**topic:** the oven and its door\n\n**Anna Holm:** Good day to all.\n\n**shane:** We are late again.\n\n"
        "**Bert Vance:** So we are, it seems.\n\n**summary:** all are late today\n\n**Anna Holm:** Then go.\n"
    )
    labels = [label for label, _ in turns_by_label(read_text(tmp_path, text, "x.md"))]
    assert labels == ["Anna Holm", "shane", "Bert Vance", "Anna Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\n" + "- One.\n" * 15 + "**Period:** May to June.\n\n" + "**A** (a): So it is, yes.\n\n" * 5,
        "# Types\n\n" + "Words of it.\n\n" * 9 + "Strings: They are in quotes.\n\nNumbers: They are not, ever.\n\n",
        "# Days\n\n" + "**Anna Holm:** said it.\n\nMore of it.\n\n**Bert Lane:** said no.\n\nAnd more.\n\n",
        "# Polls\n\nAB: No.\n\nMore of it.\n\n1. POLL: shall we do it?\n\n2. POLL: or shall we not?\n\nYes.\n",
    ],
)
def test_names_that_take_no_turns_are_nobodys(tmp_path: Path, text: str) -> None:
    assert read_text(tmp_path, text, "x.md").turns == ()


def test_what_holds_code_is_no_label(tmp_path: Path) -> None:
    text = "# A\n\nAB: We close it.\n\nCD: As this:\n\n`done` with: words of it all.\n\nAB: Go on.\n\nCD: So.\n"
    assert [one for one, _ in turns_by_label(read_text(tmp_path, text, "x.md"))] == ["AB", "CD", "AB", "CD"]


@pytest.mark.parametrize(("user", "program"), [("## User", "## Assistant"), ("##### You said:", "##### ChatGPT said:")])
def test_a_talk_with_a_program_has_its_roles_whatever_headings_the_answers_have(
    tmp_path: Path, user: str, program: str
) -> None:
    answer = "It is so.\n\n## Why\n\nBecause it is.\n\n```python\nprint('so')\n```\n\n"
    text = f"# A talk\n\n{user}\n\nIs it?\n\n{program}\n\n{answer}" + f"{user}\n\nOh.\n\n{program}\n\n{answer}"
    said = turns_by_label(read_text(tmp_path, text, "x.md"))
    assert [label for label, _ in said] == [
        one.strip("# :").removesuffix(" said") for one in (user, program, user, program)
    ]
    assert said[1][1] == "It is so.\nWhy\nBecause it is."


def test_plain_labels_have_the_title_above_them_and_their_chapters(tmp_path: Path) -> None:
    turns = "ANNA. Good day to you.\n\nBERT. It is I, I say.\n\nANNA. Come in.\n\nBERT. So.\n"
    text = f"# The weir\n\n## Act I\n\n### Scene 1\n\n{turns}"
    document = read_text(tmp_path, text, "x.md")
    assert document.heading == "The weir"
    assert [(part.on_demand, len(part.turns)) for part in document.parts][-1] == (False, 4)
    assert not any(part.on_demand for part in document.parts)


@pytest.mark.parametrize(
    "printed", ["```\nAnna: {}\nBert: {}\nAnna: {}\n```\n", "[Anna](a): {}\n\n[Bert](b): {}\n\n[Anna](a): {}\n",
                "**anna** — Today at 10:05\n{}\n\n**bert** — Today at 10:06\n{}\n\n**anna** — Today at 10:07\n{}\n"],
)  # fmt: skip
def test_talks_in_fences_by_linked_names_and_of_handles_with_times(tmp_path: Path, printed: str) -> None:
    said = ["Good day, all.", "Not to me, I say.", "Why not?"]
    assert [words for _, words in turns_by_label(read_text(tmp_path, printed.format(*said), "x.md"))] == said
