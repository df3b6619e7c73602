"""Plain texts whose turns were read wrong when an invented dialogue was printed so: one for each kind."""

from __future__ import annotations

import textwrap

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.formats import parse

LONG = "It was hard in winter, because the wheel froze and we had to break the ice."


def read(text: str) -> list[tuple[str, str]]:
    return turns(parse(text.encode(), "talk.txt"))


def turns(document: Document) -> list[tuple[str, str]]:
    return [
        (turn.label.text, " ".join(one.text for one in turn.passages if one.kind is not Kind.ASIDE))
        for turn in document.turns
    ]


def test_a_time_in_brackets_before_the_colon_is_no_part_of_the_name() -> None:
    text = "Anna Lane (00:00:15): Good morning.\n\nBen Roe (00:00:30): Yes.\n\nAnna Lane (00:01:00): Then we go.\n"
    assert read(text) == [("Anna Lane", "Good morning."), ("Ben Roe", "Yes."), ("Anna Lane", "Then we go.")]


@pytest.mark.parametrize("label", ["[00:01:15] {}: ", "<{}> ", "[{}] ", "_{}._ ", "{}--", "{}  00:01:15\n"])
def test_wrapped_speeches_need_no_empty_lines(label: str) -> None:
    names = ["Anna Lane", "Ben Roe"] * 3
    said = f"{LONG.replace('because', 'since')}\nThe boats came in late last night, and nobody saw them."
    found = read("A Talk\n\n" + "".join(f"{label.format(name)}{said}\n" for name in names))
    assert found == [(name, said.replace("\n", " ")) for name in names]


def test_a_particle_may_be_joined_to_a_surname() -> None:
    names = ["Élise d'Alban", "Denis Garnier", "Élise d'Alban", "Denis Garnier", "Odile d'Alban", "Denis Garnier"]
    assert [name for name, _ in read("".join(f"{name}—{LONG}\n\n" for name in names))] == names


def test_names_before_a_wide_blank_may_have_any_capitals() -> None:
    names = ["ПЁТР", "СОФЬЯ", "ÉMILE"] * 2
    assert [name for name, _ in read("".join(f"{name}    Да.\n\n" for name in names))] == names


def test_a_french_m_before_a_name_ends_no_label() -> None:
    names = ["M. Roux", "Mme Garnier", "M. Roux", "Mme Garnier"]
    assert [name for name, _ in read("".join(f"{name}. Je ne le crois pas.\n\n" for name in names))] == names


def test_a_cast_needs_no_heading_below_it() -> None:
    speech = "DR. LANE\nWhy did they sell it to a stranger?\n\nMR. ROE\nNobody knows.\n\n"
    found = read(f"THE OLD MILL\n\nPERSONS OF THE PLAY\n\nDR. LANE\nMR. ROE\n\n{speech * 2}")
    assert [name for name, _ in found] == ["DR. LANE", "MR. ROE"] * 2


@pytest.mark.parametrize("heading", ["第二幕", "第三場　港", "제2막"])
def test_acts_and_scenes_in_scripts_without_capitals_are_headings(heading: str) -> None:
    text = f"王明：好的。\n\n李太太：謝謝。\n\n{heading}\n\n王明：為什麼？\n\n李太太：不是。\n"
    document = parse(text.encode(), "talk.txt")
    assert len(document.turns) == 4
    assert [part.heading.text for part in document.parts if part.heading] == [" ".join(heading.split())]


def test_a_speech_behind_a_wide_blank_may_begin_with_a_quotation() -> None:
    said = "「九時に来てください」と言って、戸を閉めました。"
    assert read(f"小林　{said}\n花子　はい。\n" * 2) == [("小林", said), ("花子", "はい。")] * 2


def test_names_in_the_middle_do_not_make_a_text_wrapped() -> None:
    names = ["NORA VEY", "HENRY O'NEIL", "NORA VEY", "HENRY O'NEIL", "NORA VEY"]
    text = "".join(f"{' ' * 30}{name}\n{LONG} {LONG} {LONG}\n\n" for name in names)
    assert [name for name, _ in read(text)] == names


def test_paragraphs_with_first_lines_set_in_are_no_screenplay() -> None:
    said = f"  {LONG[:40]}\n{LONG[40:].strip()}\n"
    names = ["NORA", "HENRY"] * 3
    found = read("THE OLD MILL\n\nBy Ada Brook\n\n" + "".join(f"{' ' * 30}{name}\n{said}\n" for name in names))
    assert [name for name, _ in found] == names
    assert {" ".join(words.split()) for _, words in found} == {LONG}


def paged(foot: str, head: str = "") -> str:
    page = "".join(f"ANNA: {LONG}\n\nBEN: The committee met twice in March.\n\n" for _ in range(4))
    return "".join(f"{head.format(number)}{page}{foot.format(number)}" for number in (12, 13, 14))


@pytest.mark.parametrize(
    "text", [paged("\n" + " " * 40 + "{}\n\n"), paged("", "THE OLD MILL" + " " * 30 + "{}\n\n")], ids=["feet", "heads"]
)
def test_page_numbers_need_not_divide_a_sentence(text: str) -> None:
    assert read(text) == [("ANNA", LONG), ("BEN", "The committee met twice in March.")] * 12


def test_the_number_of_a_short_last_page_is_one() -> None:
    text = paged("\n" + " " * 40 + "{}\n\n") + "ANNA: Yes.\n\n" + " " * 40 + "15\n"
    assert read(text)[-1] == ("ANNA", "Yes.")


def test_a_number_alone_in_a_speech_stays() -> None:
    assert read("ANNA: How many?\n\nBEN: I counted\n\n12\n\nANNA: So few.\n\nBEN: Yes.\n")[1] == ("BEN", "I counted 12")


def test_chinese_wrapped_without_blanks_has_its_turns() -> None:
    words = "這個港口已經有很長的歷史了，昨天晚上又有很多船回來，可是沒有人知道價錢。" * 3
    lines = [line for name in ("陳議員：", "黃議員︰") * 3 for line in (*textwrap.wrap(name + words, 30), "")]
    document = parse("\n".join(lines).encode(), "talk.txt")
    assert [(turn.label.text, len(turn.passages)) for turn in document.turns] == [("陳議員", 1), ("黃議員", 1)] * 3


def test_chinese_sentences_of_a_line_each_are_not_wrapped() -> None:
    document = parse(("陳議員　昨天晚上又有很多船回來了。\n黃議員　沒有人知道價錢是多少。\n" * 4).encode(), "talk.txt")
    assert len(document.turns) == 8


def test_a_time_in_a_sentence_at_the_start_of_a_line_is_no_time_of_a_message() -> None:
    text = (
        "[00:01] Anna Lane: The bell rang at a quarter past seven, and at\n9:45 the hall was empty.\n"
        "[00:09] Ben Roe: We know that it was empty, because nobody came\nin all that time.\n"
    ) * 3
    assert [name for name, _ in read(text)] == ["Anna Lane", "Ben Roe"] * 3
    assert "and at 9:45 the hall" in " ".join(read(text)[0][1].split())


def test_a_figure_is_no_initial_at_the_end_of_a_name() -> None:
    names = ["Voice 2", "Messenger"] * 3
    assert [name for name, _ in read("".join(f"{name}. {LONG}\n\n" for name in names))] == names


def test_a_long_direction_stands_beside_a_name_on_its_own_line() -> None:
    direction = "(walks to the window, looks out for a while and then draws the curtain)"
    text = f"HUGH\nNever!\n\nRUTH\nWhy?\n\nHUGH\nI see.\n\nRUTH {direction}\nThe train is always late.\n\n" * 2
    assert [name for name, _ in read(text)] == ["HUGH", "RUTH"] * 4


def test_the_rest_of_a_sentence_beside_page_numbers_is_no_head() -> None:
    page = "".join(f"  ANNA: {LONG[:-4]}\nice.\n\n  BEN: The committee met twice in March.\n\n" for _ in range(4))
    page += f"  ANNA: {LONG[:-4]}\nice.\n\n"
    text = "".join(f"{page}{' ' * 40}{number}\n\n" for number in range(12, 16))
    assert {words for name, words in read(text) if name == "ANNA"} == {LONG}


def test_one_title_page_does_not_make_lines_divided() -> None:
    said = "The old road by the church is under water, and nobody\nknows who sold it.\n"
    text = "THE OLD MILL\n\nBy Ada Brook\n\n1931\n\n" + f"Greta--{said}Jan--{said}" * 3
    assert [name for name, _ in read(text)] == ["Greta", "Jan"] * 3


def test_names_before_a_colon_that_ends_the_line_may_come_once_but_titles_of_songs_are_none() -> None:
    def talk(sign: str) -> list[str]:
        names = ["Anna", "Ben", "Anna", "Ben", "The Mill Song", "Anna", "Ben"]
        further = f"{LONG}\n\nThe committee met twice in March.\n\n{LONG}"
        return [name for name, _ in read("".join(f"{sign.format(name)}\n{further}\n\n" for name in names))]

    assert "The Mill Song" in talk("{}:") and "The Mill Song" not in talk("_{}_")


HUNG = "It was hard in winter, when the wheel of\n    Mr. Roe froze and had to be freed."


@pytest.mark.parametrize("empty", ["", "\n"])
def test_further_lines_that_are_set_in_go_on_with_their_paragraph(empty: str) -> None:
    names = ["JULIA HOLM", "GRETA O'NEIL"] * 3
    found = parse("".join(f"{name}: {HUNG}\n{empty}" for name in names).encode(), "talk.txt")
    assert turns(found) == [(name, HUNG.replace("\n    ", " ")) for name in names]
    assert all(len(turn.passages) == 1 for turn in found.turns)


def test_a_page_may_end_within_a_paragraph_whose_further_lines_are_set_in() -> None:
    names = ["Käthe Roe", "Clara Roth"] * 4
    broken = HUNG.replace("\n", "\n\nTHE OLD MILL                  {}\n\n")
    said = [f"{name}—{broken.format(at) if at % 2 else HUNG}\n\n" for at, name in enumerate(names, 12)]
    assert read("".join(said)) == [(name, HUNG.replace("\n    ", " ")) for name in names]


def test_a_name_with_a_long_direction_is_a_line_of_its_own() -> None:
    direction = "(walks to the window and looks out)"
    text = "".join(f"{name}\n{LONG[:38]}\n{LONG[39:]}\n\n" for name in ("FRANK ROE", f"ANNA LANE {direction}") * 2)
    assert [name for name, _ in read(text)] == ["FRANK ROE", "ANNA LANE"] * 2


def test_a_direction_that_ends_its_line_stands_before_the_words_below() -> None:
    long = "MR. DORN (walks to the window, looks out\nand draws the curtain).\nYes.\n"
    wrapped = "\n".join(textwrap.wrap(f"PROF. ROE. {LONG} {LONG}", 40))
    assert read(f"{wrapped}\n{long}" * 3)[1] == ("MR. DORN", "Yes.")


def test_a_name_in_angles_may_come_once() -> None:
    names = ["Moritz Roe", "Jörg Lane", "Moritz Roe", "Otto Faust", "Jörg Lane"]
    said = f"{LONG[:38]}\n    {LONG[39:]}\n\nNobody knew.\n\nThe boats were late.\n\n"
    assert [name for name, _ in read("".join(f"<{name}> {said}" for name in names))] == names


def test_the_words_below_a_name_on_its_line_are_no_label() -> None:
    names = ["Pan Sikora", "Pan Lis", "Pan Sikora", "Pan Lis"]
    cast = "STARY MŁYN\n\nOSOBY\n\nPan Sikora\nPan Lis\n\n"
    found = read(cast + "".join(f"{name}:\nPowiedział mi: młyn jest zamknięty.\n\n" for name in names))
    assert [name for name, _ in found] == names


def test_one_name_right_below_a_speech_tells_that_others_stand_so() -> None:
    names = ["RUTH ROE", "DAVID LANE", "RUTH ROE", "DAVID LANE"]
    said = "There were three of them, a cook, a carter and a poor boy."
    text = "".join(f"{name}    {said}\n" for name in names).replace(said, "Yes, indeed.", 1)
    assert [name for name, _ in read(f"THE MILL\n\nAct One\n\nScene One\n\n{text}")] == names


def test_headings_far_below_make_a_printed_talk_of_lines_with_times() -> None:
    speeches = [f"00:{at:02}:00\n{'ANNA ROE' if at % 2 else 'BEN LANE'}: {LONG * 20}\n\n" for at in range(40)]
    document = parse(("ACT I\n\n" + "".join(speeches[:30]) + "ACT II\n\n" + "".join(speeches[30:])).encode(), "a.txt")
    assert all("ACT" not in words for _, words in turns(document))


def test_lines_that_are_set_in_first_make_no_screenplay() -> None:
    names = ["ANNA ROE", "BEN LANE"] * 3
    said = ["No.", f"{LONG[:38]}\n{LONG[39:]}", "Why?", "Yes.", f"{LONG[:38]}\n{LONG[39:]}", "Never."]
    text = "".join(f"              {name}\n  {words}\n\n" for name, words in zip(names, said, strict=True))
    assert read(text) == [(name, words.replace("\n", " ")) for name, words in zip(names, said, strict=True)]


def test_a_heading_may_end_a_page() -> None:
    scene = "GRETA\n  {0}\n\nHENRY (laughs)\n  Yes.\n\nSCENE {1}\n\n\n                         {2}\n\n"
    text = "".join(scene.format(LONG, at, at + 10) for at in (2, 3, 4)) + f"GRETA\n  {LONG}\n"
    assert [name for name, _ in read(text)] == ["GRETA", "HENRY"] * 3 + ["GRETA"]
