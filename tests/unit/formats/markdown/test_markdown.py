"""Markdown: labels in emphasis, front matter, what is no label, marks that nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Document, Kind
from tui_reader.narration.narration import Narration


def text_of(folder: Path, text: str) -> Document:
    return read_text(folder, text, "talk.md")


def test_bold_names_and_quoted_names_are_labels_and_fields_are_none(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        '---\ntitle: "A\\_Talk"\ndate: 2018-04-06\nlayout: x\n---\n\n# Minutes\n{: .no_toc}\n\n**Chair:** Ann\n\n'
        "### 1. First\n{: #a}\n\n**Ann Lee:** one  \n… two\n\n> *Bo Ray:* yes\n\n> ***Resolution #1: so***\n\n"
        "**Ann Lee:** three\n\n**Break:** \\[07:13\\]\n\n---\n\n### 2. Resolutions\n\n* one\n",
    )
    assert [(turn.label.text, turn.text.split("\n")[0]) for turn in document.turns] == [
        ("Ann Lee", "one … two"), ("Bo Ray", "yes"), ("Ann Lee", "three"),
    ]  # fmt: skip
    assert document.heading == "A Talk"
    assert document.date is not None and document.date.iso == "2018-04-06"
    assert document.turns[1].passages[-1].kind is Kind.ASIDE
    assert [part.on_demand for part in document.parts if part.turns] == [False]
    assert document.parts[-1].on_demand


def test_a_time_in_brackets_is_printed_and_not_said(tmp_path: Path) -> None:
    document = text_of(tmp_path, "**Ann:** \\[01:46\\] Hello.\n\n**Bo:** Hi. \\[laughs\\]\n\n**Ann:** So.\n")
    assert document.turns[0].text == "\\[01:46\\] Hello."
    assert [one.kind for one in document.turns[1].passages] == [Kind.SPEECH, Kind.ASIDE]
    assert "01:46" not in " ".join(utterance.wording for utterance in Narration(document))


def test_a_note_hangs_on_its_mark(tmp_path: Path) -> None:
    document = text_of(tmp_path, "**Ann:** Hello.[^1]\n\n**Bo:** Hi.\n\n**Ann:** So.\n\n[^1]: A note.\n")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]
    assert document.turns[0].passages[0].marks[0].note == "1"


def test_a_briefing_with_plain_labels_has_the_title_of_its_front_matter(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        "---\ntags: a\ntitle: Press Gaggle\n---\n\nMS. LEE:\u00a0 Good day.\n\nQ\u00a0 \u00a0 \u00a0 Why?\n\n"
        "MS. LEE:\u00a0 So.\n\n\u00a0Q\u00a0 \u00a0 \u00a0 And?\n\nMS. LEE:\u00a0 Yes.\n\nQ\u00a0 \u00a0 \u00a0 Oh?\n",
    )
    assert [turn.label.text for turn in document.turns] == ["MS. LEE", "Q", "MS. LEE", "Q", "MS. LEE", "Q"]
    assert document.heading == "Press Gaggle"
    assert "tags: a" in {rest.text for rest in document.residue}


@pytest.mark.parametrize("text", ["---\n" * 5000 + "words", "**a" * 50_000, "> " * 50_000 + "x", "[^" * 50_000 + "x"])
def test_hostile_markdown_is_text(tmp_path: Path, text: str) -> None:
    assert text_of(tmp_path, text).turns == ()


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("**[00:03] Ann Lee:** One.", "**[01:23] Bo:** Two.", "**[01:55] Ann Lee:** Three."),
        ("[00:00:03] **Ann Lee:** One.", "[00:01:23] **Bo:** Two.", "[00:01:55] **Ann Lee:** Three."),
        ("**Ann Lee** [00:03]\n\nOne.", "**Bo** [01:23]\n\nTwo.", "**Ann Lee** [01:55]\n\nThree."),
        ("**Ann Lee** 00:03\nOne.", "**Bo** 01:23\nTwo.", "**Ann Lee** 01:55\nThree."),
        ("**Ann Lee** — 01/02/2024 10:05\nOne.", "**Bo** — 01/02/2024 10:06\nTwo.",
         "**Ann Lee** — 2/2/2024 1:05 PM\nThree."),
        ("### Ann Lee (0:03)\n\nOne.", "### Bo (1:23)\n\nTwo.", "### Ann Lee (1:55)\n\nThree."),
        ("Ann Lee ([00:03](https://x.org/?t=3)):\nOne.", "Bo ([01:23](https://x.org/?t=83)):\nTwo.",
         "Ann Lee ([01:55](https://x.org/?t=115)):\nThree."),
        ("Ann Lee  0:03  \nOne.", "Bo  1:23  \nTwo.", "Ann Lee  1:55  \nThree."),
        ("_Ann Lee_: One.", "_Bo_: Two.", "_Ann Lee_: Three."),
        ("- **Ann Lee**: One.", "- **Bo**: Two.", "- **Ann Lee**: Three."),
        ("**[Ann Lee](https://x.org/a):** One.", "**[Bo](https://x.org/b):** Two.",
         "**[Ann Lee](https://x.org/a):** Three."),
    ],
)  # fmt: skip
def test_names_with_times_links_and_bullets_are_labels(tmp_path: Path, first: str, second: str, third: str) -> None:
    document = text_of(tmp_path, f"{first}\n\n{second}\n\n{third}\n")
    assert turns_by_label(document) == [
        ("Ann Lee", "One."), ("Bo", "Two."), ("Ann Lee", "Three."),
    ]  # fmt: skip


def test_names_alone_in_headings_that_take_turns_are_labels_and_deeper_headings_are_theirs(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        "# Chat\n\n## Ann\n\nWhat is it?\n\n## Bo\n\nThis and that.\n\n### More\n\nAnd so on.\n\n## Ann\n\nThanks.\n\n"
        "## Bo\n\nYou are welcome.\n",
    )
    assert [turn.label.text for turn in document.turns] == ["Ann", "Bo", "Ann", "Bo"]
    assert document.turns[1].text == "This and that.\nMore\nAnd so on."


def test_fields_and_repeated_sections_are_nobodys_words(tmp_path: Path) -> None:
    fields = "**Default:** 5\n\n**Type:** int\n\n"
    sections = "## one()\n\n### Input\n\nA number, say.\n\n### Output\n\nAnother number.\n\n"
    guide = "# Guide\n\nHow to do it.\n\n" + fields + fields + sections + sections.replace("one", "two")
    document = text_of(tmp_path, guide)
    assert document.turns == ()


def test_headings_divide_minutes_with_plain_labels(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        "# Minutes\n\n## First thing\n\nAB: One thing here.\n\nCD: Two things.\n\n### Conclusion\n\n- Agreed.\n\n"
        "## Second\n\nAB: Three things.\n\nCD: Four things.\n",
    )
    assert document.heading == "Minutes"
    assert [part.heading.text for part in document.parts if part.heading] == ["First thing", "Conclusion", "Second"]
    assert [turn.text for turn in document.turns] == ["One thing here.", "Two things.", "Three things.", "Four things."]


@pytest.mark.parametrize(
    "lines",
    [
        ("**File**: `a.py`", "**Local CI**: `run`", "**File**: `b.py`"),
        ("**Problem:** It does not start.", "**Solutions:** Start it again, please.") * 3,
        ("- **Cost Saving:** It makes all of it cheaper.", "- **Better Service:** It helps all who call.",
         "- **Growth:** It grows as it must.", "- **Quick Start:** It starts at once.", "- **Growth:** It grows again.",
         "- **Open Data:** It shows all that it has."),
        ("Segments that are: long and short.", "Why: they are long.") * 3,
    ],
)  # fmt: skip
def test_fields_sections_and_things_explained_are_no_speakers(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert not text_of(tmp_path, "# Guide\n\nIt is a guide.\n\n" + "\n\n".join(lines) + "\n").turns


def test_blanks_in_a_heading_take_time_by_their_number(tmp_path: Path) -> None:
    document = read_text(tmp_path, f"# a{' ' * 20_000}b {{#id}}\n\nIt rained all day.\n", "talk.md")
    assert document.heading.split() == ["a", "b"]


def test_a_title_above_plain_labels_is_there_once(tmp_path: Path) -> None:
    document = text_of(tmp_path, "# A Call\n\nTOM: I was going to tell you.\n\nANN: Stop!\n\nTOM: Yes.\n")
    assert document.title and document.title.text == "A Call"
    assert [page.text for page in document.pages] == ["I was going to tell you.", "Stop!", "Yes."]
