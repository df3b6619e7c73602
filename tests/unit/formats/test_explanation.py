"""Why a line is or is not a label, in each format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui_reader.document.decisions import without_labels
from tui_reader.errors import UsageError
from tui_reader.formats.explanation import BY_MARKUP, IN_CAPITALS, explain
from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.line_search import near_miss
from tui_reader.formats.labels.verdicts import Verdict


def said(folder: Path, name: str, text: str, line: int) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return " ".join(explain(path, line).sentences())


PLAIN = """A talk on the quay

ANNE: Good day.

BEN: Is it? He said: it rains.

Note: the ferry is late.

He said: never mind.

ANNE: So it is.

Ben: No.

ANNE:

BEN: The end.
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (3, 'Line 3 holds the label "ANNE": used 3 times and printed in capitals, before a colon.'),
        (7, 'Line 7 holds no label; "Note" is not one: a field\'s name.'),
        (9, 'Line 9 holds no label; "He said" is not one: ends in a verb of saying.'),
        (4, "Line 4 holds no label: it is empty."),
        (13, 'Line 13 holds the label "Ben": used 3 times and printed as a name, before a colon.'),
    ],
)
def test_a_line_of_plain_text(tmp_path: Path, line: int, expected: str) -> None:
    assert said(tmp_path, "talk.txt", PLAIN, line) == expected


def test_a_glossary_says_so(tmp_path: Path) -> None:
    text = "Anchor: a hook.\n\nBollard: a post.\n\nCleat: a fitting.\n\nDraft: a depth.\n\nEbb: a tide."
    assert "in the order of the alphabet, each explained" in said(tmp_path, "words.txt", text, 3)


def test_other_print_than_that_of_the_labels_is_told(tmp_path: Path) -> None:
    text = "ANNE: One.\n\nBEN: Two.\n\nMr. Elm -- three.\n\nANNE: Four.\n\nBEN: Five.\n"
    assert "stands before a dash; the labels of this text stand before a colon" in said(tmp_path, "a.txt", text, 5)


def test_lines_that_are_alike_have_each_their_own_verdict(tmp_path: Path) -> None:
    play = "ANN\n\nGood day.\n\nBEN\n\nGood night.\n\n" * 6
    licence = "*** END OF THE BOOK ***\n\nANN\n\nWe warrant nothing."
    text = f"{play}{licence}"
    assert "the label" in said(tmp_path, "play.txt", text, 1)
    last = text[: text.rindex("ANN")].count("\n") + 1
    assert 'no label; "ANN" is not one: in what the printer of the file adds' in said(tmp_path, "play.txt", text, last)


def test_a_line_of_markdown(tmp_path: Path) -> None:
    text = (
        "# Talk\n\n**Anne:** Good day, all of you.\n\n**Ben:** So it is.\n\n**Anne:** Yes.\n\n**Ben:** Then it is done."
        "\n\n**Date:** 1962\n\n- **Anne:** Yes, it is.\n"
    )
    assert said(tmp_path, "talk.md", text, 3).startswith('Line 3 holds the label "Anne": ')
    assert said(tmp_path, "talk.md", text, 13).endswith('"Anne" is not one: an item of a list, where labels are not.')
    assert said(tmp_path, "talk.md", text, 11) == 'Line 11 holds no label; "Date" is not one: a field\'s name.'


def test_a_line_of_captions(tmp_path: Path) -> None:
    times = [f"00:00:0{n},000 --> 00:00:0{n + 1},000" for n in range(4)]
    words = ["Anne: Good day.", "Ben: Is it?", "[music playing] la", "Anne: It is."]
    text = "\n".join(f"{n}\n{time}\n{said}\n" for n, (time, said) in enumerate(zip(times, words, strict=True), 1))
    assert said(tmp_path, "talk.srt", text, 3).startswith('Line 3 holds the label "Anne": used twice')
    assert "no label" in said(tmp_path, "talk.srt", text, 11)
    assert (
        said(tmp_path, "talk.srt", text, 2) == "Line 2 holds no label: nothing at its start is printed as labels are."
    )


def test_captions_say_which_sign_marks_names_and_which_does_not(tmp_path: Path) -> None:
    words = ["ANNE: Good day.", "BEN: Is it?", "[CAL] Who knows.", "ANNE: It is."]
    text = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{words[n]}\n\n" for n in range(4))
    refused = '"CAL" is not one: in square brackets; the names in these captions are before a colon.'
    assert refused in said(tmp_path, "talk.srt", text, 11)


def test_only_a_line_below_words_is_said_to_be_within_a_paragraph() -> None:
    assert near_miss(["It rained", "BEN -- so on"], 2) == [
        Verdict("BEN", False, "within a paragraph, not at its start")
    ]
    for above in ("", "00:00:01,000 --> 00:00:02,000"):
        assert near_miss([above, "BEN -- so on"], 2) == [Verdict("BEN", False, "unlike the labels here")]


def test_a_line_of_a_page(tmp_path: Path) -> None:
    text = (
        "<html><body>\n<p><b>Anne:</b> Good day, all of you.</p>\n<p><b>Ben:</b> So it is.</p>\n"
        "<p><b>Note:</b> rain</p>\n<p><b>Anne:</b> It was a day of rain.</p>\n</body></html>"
    )
    assert said(tmp_path, "talk.html", text, 2).startswith('Line 2 holds the label "Anne": used twice')
    assert "field's name" in said(tmp_path, "talk.html", text, 4)
    plain = "<html><body>\n<p>ANNE: Good day.</p>\n<p>BEN: No.</p>\n<p>ANNE: Yes, it is.</p>\n</body></html>"
    assert said(tmp_path, "talk.html", plain, 2).startswith('Line 2 holds the label "ANNE": used twice')


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Talk</title></titleStmt>
</fileDesc></teiHeader><text><body>
{}
</body></text></TEI>"""


def test_a_line_of_tei(tmp_path: Path) -> None:
    acted = "<sp><speaker>ANNE</speaker><p>Good day.</p></sp>\n<sp><speaker>BEN</speaker><p>No.</p></sp>"
    assert said(tmp_path, "play.xml", TEI.format(acted), 3) == f'Line 3 holds the label "ANNE": {BY_MARKUP}.'
    paragraphs = "<p>ANNE: Good day.</p>\n<p>BEN: No.</p>\n<p>ANNE: Yes, it is.</p>\n<p>BEN: It is not.</p>"
    found = said(tmp_path, "talk.xml", TEI.format(paragraphs), 4)
    assert found.startswith('Line 4 holds the label "BEN": used twice')
    memorandum = "<p>SUBJECT: Boats.</p>\n<p>It was a long day of rain.</p>\n<p>SUBJECT: Ropes.</p>\n<p>It was.</p>"
    assert 'no label; "SUBJECT" is not one' in said(tmp_path, "memo.xml", TEI.format(memorandum), 3)


@pytest.mark.parametrize(
    ("name", "text", "line", "label"),
    [
        ("t.json", '[\n{"speaker": "Ann", "text": "Good day."},\n{"speaker": "Ben", "text": "No."}]', 2, "Ann"),
        ("t.json", '[{"speaker": 1, "text": "Good day."},\n{"speaker": 2, "text": "No."}]', 2, "Speaker 2"),
        ("t.vtt", "WEBVTT\n\n00:01.0 --> 00:02.0\n<v Ann>Good day.\n\n00:02.0 --> 00:03.0\n<v Ben>No.\n", 4, "Ann"),
        ("t.ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,A,Ann,0,0,0,,Hi\n", 2, "Ann"),
        ("t.xml", '<talk>\n<turn speaker="Ann">Good day.</turn>\n<turn speaker="Ben">No.</turn></talk>', 3, "Ben"),
    ],
)  # fmt: skip
def test_where_the_markup_names_the_speaker_nothing_is_decided(
    tmp_path: Path, name: str, text: str, line: int, label: str
) -> None:
    assert said(tmp_path, name, text, line) == f'Line {line} holds the label "{label}": {BY_MARKUP}.'


def test_fountain_prints_names_in_capitals(tmp_path: Path) -> None:
    text = "INT. QUAY\n\nANN\nGood day.\n\nBEN\nNo.\n"
    assert said(tmp_path, "t.fountain", text, 3) == f'Line 3 holds the label "ANN": {IN_CAPITALS}.'
    assert "not a name in capitals above words" in said(tmp_path, "t.fountain", text, 4)


def test_what_the_people_file_and_the_person_decided_is_told(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(PLAIN)
    assert explain(path, 15).verdicts[0].reason == "no words follow it"
    decided = explain(path, 5, decide=lambda document: without_labels(document, ["BEN"])).verdicts[0]
    assert decided.reason == "you took it out of the labels"
    (tmp_path / "talk.people.toml").write_text('not_labels = ["BEN"]\n')
    assert explain(path, 5).verdicts[0].reason == "the people file says so"


@pytest.mark.parametrize("line", [0, -3, 18, 10**9])
def test_a_line_that_the_file_does_not_have_is_told(tmp_path: Path, line: int) -> None:
    with pytest.raises(UsageError, match=r"^talk.txt: there is no line -?\d+; the lines are 1 to 17$"):
        said(tmp_path, "talk.txt", PLAIN, line)


def test_the_json_has_plain_values(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(PLAIN)
    found = explain(path, 3).to_json()
    assert json.loads(json.dumps(found)) == found
    assert found["labels"] == [
        {"label": "ANNE", "is_label": True, "reason": "used 3 times and printed in capitals, before a colon"}
    ]
    assert explain(path, 4).to_json()["reason"] == "it is empty"


def test_nothing_is_recorded_where_nobody_asks() -> None:
    def never() -> verdicts.Verdict:
        raise AssertionError("a verdict was made")

    assert not verdicts.recording()
    verdicts.record("plain print", (never() for _ in range(3)))
    verdicts.overrule("for nothing")
