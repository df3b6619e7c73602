"""Plain transcripts: which convention holds, what is a label, where turns, notes and attachments begin."""

from __future__ import annotations

import textwrap

import pytest

from tui_reader.document.accounting import accounted, gaps
from tui_reader.document.model import Document, Kind
from tui_reader.formats.paragraphs import split
from tui_reader.formats.transcript import parse


def read(text: str) -> Document:
    document = parse(text, "talk.txt", "0" * 64)
    assert accounted(document), gaps(document)
    return document


def turns(text: str) -> list[tuple[str, str]]:
    return [(turn.label.text, turn.text) for turn in read(text).turns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AES: One.\n\nGWB: Two.\n\nAES: Three.", ["AES", "GWB", "AES"]),
        ("Ball--One.\n\nChilds--Two--and more.\n\nBall--Three.", ["Ball", "Childs", "Ball"]),
        ("Bundy—One.\n\nRusk—Two.\n\nBundy—Three.\n\nRusk—Four.", ["Bundy", "Rusk", "Bundy", "Rusk"]),
        ("Mr. GREGG. One.\n\nMr. NUNN. Two.\n\nMr. GREGG. Three.\n\nMr. NUNN. Four.", ["Mr. GREGG", "Mr. NUNN"] * 2),
        ("Q. One?\n\nA. Two.\n\nQ. Three?\n\nA. Four.", ["Q", "A", "Q", "A"]),
        ("MS. PSAKI:  One.\n\nQ    Two?\n\nMS. PSAKI:  No.\n\nQ    But?\n\nQ    Ever?", ["MS. PSAKI", "Q"] * 2 + ["Q"]),
        ("毛泽东：你好。\n\n周恩來：您好。\n\n毛泽东：好。", ["毛泽东", "周恩來", "毛泽东"]),
        ("Alice: hi\nBob: hello\nAlice: so\nBob: yes", ["Alice", "Bob"] * 2),
        ("[Ann] One.\n\n[Ben] Two.\n\n[Ann] Three.\n\n[Ben] Four.\n\n[Ann] Five.\n\n[Ben] Six.", ["Ann", "Ben"] * 3),
    ],
)
def test_each_convention_is_read(text: str, expected: list[str]) -> None:
    assert [label for label, _ in turns(text)] == expected


def test_a_play_with_names_and_full_stops_keeps_its_minor_parts_and_its_groups() -> None:
    lines = "".join(f"Lane.  Yes, sir, {n}.\n\nAlgernon.  Did you hear it, Lane?\n\n" for n in range(6))
    text = f"FIRST ACT\n\n\nSCENE\n\nA room.\n\n[Lane is at the table.]\n\n{lines}Lane and Algernon.  Indeed."
    document = read(text)
    assert [turn.label.text for turn in document.turns][-1] == "Lane and Algernon"
    act = document.parts[0]
    assert act.id == "act-1" and act.heading is not None
    assert [block.kind for block in act.body] == [Kind.HEADING, Kind.PARAGRAPH, Kind.ASIDE]


def test_narrated_dialogue_has_no_speakers() -> None:
    text = "Yes.\n\nTrue.\n\nGlaucon said: I suppose so.\n\nTrue, he said.\n\nPolemarchus said to me: I see.\n\n" * 9
    document = read(text)
    assert document.people == () and document.turns == ()
    assert [part.id for part in document.parts] == ["text"]


def test_a_text_without_speakers_is_one_part_of_paragraphs() -> None:
    document = read('A cold day. Note: it was.\n\nSource: a memory at 4:15 p.m. Re: nothing.\n\nHe said: "Go."')
    assert document.turns == ()
    assert all(block.kind is Kind.PARAGRAPH for part in document.parts for block in part.body)


def test_fields_clock_times_and_links_are_no_labels() -> None:
    text = (
        "JFK: It was 4:15 p.m. Note: this is speech.\nWARNING: still speech?\n"
        "GWB: See https://example.org/x:y and C:\\temp.\n"
        "1: a list number\nP.S.: a postscript\nFrom: Ball\nTo: Stevenson\n"
        "Subject: Cuba\nTime: 4:15\nPARTICIPANTS: two\n"
    )
    assert [label for label, _ in turns(text)] == ["JFK", "GWB"]


def test_a_radio_transcript_loses_its_time_stamps_and_keeps_cc() -> None:
    text = "".join(f"[00:00:00:{n:02}]\nCC: Roger {n}\n\n[00:00:01:{n:02}]\nP: Go {n}\n\n" for n in range(8))
    document = read(text)
    assert [turn.label.text for turn in document.turns] == ["CC", "P"] * 8
    assert {rest.why for rest in document.residue} == {"a time stamp"}


def test_wrapped_lines_are_one_paragraph_and_a_label_after_a_full_line_is_seen() -> None:
    said = "a sentence that goes on for longer than a line of this page is wide and so was wrapped where it stood"
    pages = [f"{label}: {n} {said}, and {said}, until it ends." for n in range(4) for label in ("Mr. LORD", "Mr. GREY")]
    full = "".join(textwrap.fill(page, 72) + "\n" for page in pages)
    found = turns(full)
    assert [label for label, _ in found] == ["Mr. LORD", "Mr. GREY"] * 4
    assert "\n" not in found[0][1]


def test_a_paragraph_without_label_goes_on_and_one_in_brackets_is_an_aside() -> None:
    document = read("AB: One.\n\nMore.\n\n(The line was cut.)\n\nStill more.\n\nCD: Two.\n\nAB: Three.")
    assert [(passage.kind, passage.text) for passage in document.turns[0].passages] == [
        (Kind.SPEECH, "One."),
        (Kind.SPEECH, "More."),
        (Kind.ASIDE, "(The line was cut.)"),
        (Kind.SPEECH, "Still more."),
    ]


def test_remarks_in_a_line_are_asides_and_words_put_in_are_speech() -> None:
    document = read("AB: The [ships] went. [Hands them over to him.] Good. (Laughter.) Yes.\n\nCD: So.\n\nAB: No.")
    assert [(str(passage.kind), passage.text) for passage in document.turns[0].passages] == [
        ("speech", "The [ships] went."),
        ("aside", "[Hands them over to him.]"),
        ("speech", "Good."),
        ("aside", "(Laughter.)"),
        ("speech", "Yes."),
    ]


def test_a_direction_behind_the_name_is_an_aside_and_not_the_name() -> None:
    document = read("Nora (laughing): So.\n\nHelmer: What?\n\nNora: Nothing.\n\nHelmer: Well.")
    first = document.turns[0]
    assert first.label.text == "Nora"
    assert [str(passage.kind) for passage in first.passages] == ["aside", "speech"]


def test_markup_in_a_text_stays_as_typed() -> None:
    text = "JFK: [bold red]boo[/bold red] [link=file:///etc/passwd]x[/link]\n\nGWB: [[slnc 99]] <b> &amp; $(x)"
    assert [said for _, said in turns(text)] == [
        "[bold red]boo[/bold red] [link=file:///etc/passwd]x[/link]",
        "[[slnc 99]] <b> &amp; $(x)",
    ]


NOTED = "AB: At noon(1) we {middle}.\n\nCD: Yes.[2]\n\nAB: Good.\n\n{notes}"


def test_marks_need_a_note_of_their_number() -> None:
    document = read(NOTED.format(middle="went (3) and (4)", notes="1 The hour.\n\n2 The answer."))
    assert document.turns[0].text == "At noon we went (3) and (4)."
    assert [note.mark for note in document.notes] == ["1", "2"]


def test_a_mark_without_a_note_is_text() -> None:
    document = read("AB: At noon(1) we went.\n\nCD: Yes.\n\nAB: Good.")
    assert document.turns[0].text == "At noon(1) we went."
    assert document.notes == ()


@pytest.mark.parametrize(
    "style", ["1 The hour. Back\n\n2 See it. Back", "1. The hour.\n\n2. See it.", "[1] The hour.\n\n[2] See it."]
)
def test_notes_are_read_in_each_style(style: str) -> None:
    document = read(NOTED.format(middle="went", notes=style))
    assert [note.text for note in document.notes] == ["The hour.", "See it."]
    assert [mark.note for turn in document.turns for passage in turn.passages for mark in passage.marks] == ["1", "2"]


def test_a_note_of_two_paragraphs_is_one_note() -> None:
    document = read(NOTED.format(middle="went", notes="1 The hour.\n\nIt was late.\n\n2 See it."))
    assert document.notes[0].text == "The hour. It was late."


def test_points_counted_in_speech_are_no_notes_and_no_marks() -> None:
    document = read("AB: Three things: (1) wait, (2) talk.\n\nCD: Which?\n\nAB: These.\n\n1. Wait\n\n2. Talk")
    assert document.notes == ()
    assert document.turns[0].text == "Three things: (1) wait, (2) talk."


def test_a_mark_behind_a_label_hangs_at_the_start_of_the_speech() -> None:
    document = read("Rusk(1): Hello.\n\nBundy: Yes.\n\nRusk: Good.\n\nBundy: Bye.\n\n1 By telephone.\n\n2 Not found.")
    assert document.turns[0].label.text == "Rusk"
    assert [(mark.note, mark.offset) for mark in document.turns[0].passages[0].marks] == [("1", 0)]


LETTER = """Memorandum of Telephone Conversation Between President Kennedy and the Secretary of State (Rusk)

Washington, September 22, 1961.

JFK: Have you seen it?(1)

DR: Yes.

JFK: Send me a letter.


Letter From Secretary of State Rusk to President Kennedy

Dear Mr. President:

I enclose the points:

1. First thing.

2. Second thing.

Dean Rusk(3)

1 A telegram. Back

2 Secret. Back

3 Printed from an unsigned copy. Back

Source: Kennedy Library.

© 2008 Some Library
"""


def test_a_letter_has_its_author_items_signature_and_the_note_that_nothing_points_to() -> None:
    document = read(LETTER)
    letter = document.parts[-1]
    assert (letter.id, letter.author) == ("letter", "DR")
    assert [str(block.kind) for block in letter.body] == ["paragraph", "paragraph", "item", "item", "signature"]
    assert letter.heading is not None and [mark.note for mark in letter.heading.marks] == ["2"]
    assert document.person("DR") is not None and document.people[1].name == "Dean Rusk"
    assert [rest.why for rest in document.residue if not rest.inline] == ["a copyright line"]


def test_a_greeting_is_no_speaker() -> None:
    assert {turn.label.text for turn in read(LETTER).turns} == {"JFK", "DR"}


def test_talk_after_a_letter_is_the_exchange_again() -> None:
    text = "AB: One.\n\nCD: Two.\n\n\nLetter From Ann Bee to Carl Dee\n\nHello.\n\nAB: Three.\n\nCD: Four.\n\nAB: Five."
    assert [(part.id, len(part.turns)) for part in read(text).parts] == [
        ("exchange", 2),
        ("letter", 0),
        ("exchange-2", 3),
    ]


def test_a_number_before_the_title_is_not_part_of_it() -> None:
    document = read("285. Memorandum of Conversation\n\nAB: One.\n\nCD: Two.\n\nAB: Three.")
    assert document.title is not None and document.title.text == "Memorandum of Conversation"


def test_fields_give_title_and_date_without_their_names() -> None:
    document = read(
        "Title: A Talk\n\nDate: 5 June 1962\n\nParticipants: Ann Bee, Carl Dee\n\nAB: One.\n\nCD: Two.\n\nAB: Three."
    )
    assert document.heading == "A Talk"
    assert document.date is not None and (document.date.passage.text, document.date.iso) == (
        "5 June 1962",
        "1962-06-05",
    )
    front = document.parts[0]
    assert front.on_demand and [block.text for block in front.body] == ["Participants: Ann Bee, Carl Dee"]


def test_what_the_printer_of_a_file_adds_is_kept_and_read_only_when_asked_for() -> None:
    talk = "AB: One.\n\nCD: Two.\n\nAB: Three.\n\nCD: Four.\n\n"
    document = read(
        f"By a printer\n\n*** START OF THIS BOOK ***\n\n{talk}*** END OF THIS BOOK ***\n\nA licence: long.\n"
    )
    assert [(part.id, part.on_demand) for part in document.parts] == [
        ("front", True),
        ("exchange", False),
        ("back", True),
    ]


def test_a_quotation_in_a_long_preface_is_not_the_dialogue() -> None:
    preface = "ANN: A word.\n\nBEN: Another.\n\n" + "A paragraph of the preface goes here.\n\n" * 80
    document = read(preface + "ANN: One.\n\nBEN: Two.\n\n" * 20)
    assert len(document.turns) == 40


def test_a_thousand_speakers_of_one_line_each_are_all_kept() -> None:
    document = read("\n\n".join(f"SPEAKER{n:05}: line {n}" for n in range(1000)))
    assert len(document.people) == len(document.turns) == 1000


@pytest.mark.parametrize(
    "piece", ["(", "[a\n", "Mr. ", "--", "1 A\n\n", "\t\t", "* ", "a(1)", "\xa0", "Title: x(y) ", "a: b\n"]
)
def test_a_hostile_text_is_accounted_for_too(piece: str) -> None:
    read(piece * 3000 + "end")


def test_items_of_a_list_that_was_not_wrapped_are_paragraphs_in_wrapped_text() -> None:
    prose = textwrap.fill("ANNA: " + "We walked along the harbour and looked at all of the boats there. " * 6, 60)
    items = ["1. We came to the harbour in the spring of the year", "2. We saw the boats there and all who built them"]
    assert [one.end - one.start for one in split(f"{prose}\n\n" + "\n".join(items))][-2:] == [len(one) for one in items]


def test_a_line_of_a_table_of_contents_is_no_title() -> None:
    document = read(
        "THE TWO MILLS\n\nCONVERSATION OF PAGE\n\nInterview .......... 12\n\nANNA: Yes.\n\nBEN: No.\n\nANNA: So."
    )
    assert document.title and document.title.text == "THE TWO MILLS"
