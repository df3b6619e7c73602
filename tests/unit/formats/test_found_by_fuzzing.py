"""What fuzzing found, one small file each."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.fuzz.properties import check
from tui_reader.document.model import Document

TURNS = "<p>AES: One.</p><p>GWB: Two.</p><p>AES: {}</p>"
TEI = "<TEI><text><body>{}</body></text></TEI>"


def only(text: str, name: str) -> Document:
    (document,) = check(text.encode(), name)
    return document


@pytest.mark.parametrize(
    "reference",
    ["&#27;[31m", "&#x202e;", "&#xD800;", "&#0;", "&ZeroWidthSpace;", "&#155;31m", "&#x&#27;D800;", "&&#35;27;"],
)
@pytest.mark.parametrize("name", ["talk.html", "talk.xml", "talk.vtt"])
def test_a_reference_brings_in_nothing_that_is_cleaned_elsewhere(reference: str, name: str) -> None:
    text = {
        "talk.html": f"<html><title>T{reference}</title>{TURNS.format(reference)}</html>",
        "talk.xml": TEI.format(f"<div><head>T{reference}</head>{TURNS.format(f'Well{reference}.')}</div>"),
        "talk.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann{reference}>One{reference}.\n",
    }[name]
    assert only(text, name).turns


def test_the_numbers_of_windows_1252_in_old_pages_are_what_they_meant() -> None:
    page = f"<html>{TURNS.format('&#147;Three&#148; &#151; so&#133;')}</html>"
    assert only(page, "talk.html").turns[2].text == "“Three” — so…"


def test_what_a_parser_says_of_broken_markup_is_told_on_one_line() -> None:
    document = only('<TEI xmlns="\nhttp://x"><text><p>AES: One.</p><p>GWB: Two.</p></text></TEI>', "talk.xml")
    assert "not well-formed" in document.warnings[0]


def test_documents_of_one_id_are_told_apart() -> None:
    one = '<div type="document" xml:id="d1"><head>{}</head><p>Words.</p></div>'
    text = TEI.format(one.format("First") + one.format("Second")).encode()
    assert [document.heading for document in check(text, "talk.xml")] == ["First", "Second"]


def test_a_paragraph_of_a_mark_alone_is_no_paragraph() -> None:
    note = '<p><note n="1">A note.</note></p>'
    only(TEI.format(f'<div type="document"><p>AES: One.</p>{note}<p>GWB: Two.</p></div>'), "talk.xml")
    only(TEI.format(f'<div type="document">{note}<p>Words.</p>{note}</div>'), "talk.xml")


def test_a_break_of_line_in_an_id_is_a_blank() -> None:
    text = TEI.format('<div type="document" xml:id="a&#10;b"><p>A.</p></div><div type="document"><p>B.</p></div>')
    assert len(check(text.encode(), "talk.xml")) == 2


def test_a_label_without_words_is_no_turn() -> None:
    document = only("AES: One.\n\nGWB:\n\nAES: Two.\n\nGWB: Three.\n\nAES: Four.\n", "talk.txt")
    assert [turn.label.text for turn in document.turns] == ["AES", "AES", "GWB", "AES"]
    assert document.residue[0].text == "GWB"


def test_a_label_broken_over_two_lines_is_shown_on_one() -> None:
    line = "The PRESIDING\nOFFICER. {}\n\n  Mr. GREY. Yes.\n\n"
    document = only("".join(line.format(words) for words in ("Order.", "The clerk.", "So ordered.")), "talk.txt")
    assert all("\n" not in turn.label.text for turn in document.turns)


def test_a_mark_alone_in_a_paragraph_is_kept() -> None:
    only("**Ann:** One.\n\n[^1]\n\n**Bo:** Two.\n\n**Ann:** Three.\n\n[^1]: A note.\n", "talk.md")
    only("[^1]\n\n**Ann:** One.\n\n**Bo:** Two.\n\n**Ann:** Three.\n\n[^1]: A note.\n", "talk.md")


def test_front_matter_with_a_title_above_a_text_of_one_line() -> None:
    assert only("---\ntitle: A\ndate: A\n---\n\n> *Zoë:* words\n", "talk.md").heading == "A"


def test_the_same_words_in_another_voice_are_an_answer_and_no_captions_that_roll_up() -> None:
    times = [f"00:0{n}.000 --> 00:0{n + 1}.000\n<v {name}>Yes." for n, name in enumerate("ABAB")]
    document = only("WEBVTT\n\n" + "\n\n".join(times) + "\n", "talk.vtt")
    assert [(turn.label.text, turn.text) for turn in document.turns] == [(name, "Yes.") for name in "ABAB"]


def test_the_same_words_of_another_are_said_in_captions_of_layers() -> None:
    head = "[Script Info]\n\n[Events]\nFormat: Start, End, Name, Text\n"
    lines = [f"Dialogue: {time},0:00:02.00,{name},Yes." for time in ("0:00:01.00", "?", "??") for name in "ABB"]
    document = only(head + "\n".join(lines) + "\n", "talk.ass")
    assert [(turn.label.text, turn.text) for turn in document.turns] == [(name, "Yes.") for name in "ABABAB"]


def test_a_speaker_tagged_once_and_named_once_is_one_person() -> None:
    speech = "<sp{}><speaker>{}</speaker><p>Words.</p></sp>"
    document = only(TEI.format(speech.format(' who="#ANN"', "Ann") + speech.format("", "ANN")), "talk.xml")
    assert [(person.id, person.labels) for person in document.people] == [("ANN", ("Ann", "ANN"))]


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_many_empty_lines_do_not_take_minutes(ending: str) -> None:
    head = {"html": "<pre>", "md": "# A\n", "txt": ""}[ending]
    assert only(head + "GWB: a" + "\n" * 200_000 + "AES: b", f"talk.{ending}").text


@pytest.mark.parametrize("encoding", ["klingon", "hex", "idna", "unicode_escape", "undefined"])
def test_an_encoding_that_nobody_knows_is_not_believed(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + TEI.format(TURNS.format("Three \\d."))
    assert only(text, "talk.xml").turns[2].text == "Three \\d."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.html", f"<html><body><p><b>A:</b> one</p><p><b>B:</b> {'a' * 300_000}</p></body></html>"),
        ("talk.md", f"# A\n\n**A:** one\n\n**B:** A:{' ' * 300_000}b\n"),
        ("talk.vtt", "WEBVTT\n\n" + "NOTE\n\n" * 50_000 + "00:00.000 --> 00:01.000\nA: one\n"),
        ("talk.xml", f"<talk><turn speaker='A'>one{'<sync/>' * 50_000}two</turn><turn speaker='B'>three</turn></talk>"),
    ],
    ids=["a line without blanks", "a line of blanks", "many blocks between cues", "many elements in a turn"],
)
def test_what_once_cost_the_square_of_its_length_is_read(name: str, text: str) -> None:
    assert only(text, name).text


def test_the_tag_of_a_language_is_one_short_line() -> None:
    play = '<play xml:lang="&#10;fr&#10;{}"><speech><speaker>A</speaker><line>oui</line></speech></play>'
    assert only(play.format(""), "talk.xml").language == "fr"
    assert only(play.format("-x" * 1000), "talk.xml").language == "en"
    page = '<html lang="fr{}"><p><b>A:</b> oui</p><p><b>B:</b> non</p></html>'
    assert only(page.format("-x" * 1000), "talk.html").language == "en"


def test_a_speech_of_many_speakers_does_not_take_the_square_of_their_number() -> None:
    speakers = "".join(f"<SPEAKER>Player {number}</SPEAKER>" for number in range(1000))
    speech = "<SPEECH>{}<LINE>Words.</LINE></SPEECH>"
    scene = speech.format("<SPEAKER>Ann</SPEAKER>") + speech.format(speakers)
    tracemalloc.start()
    document = only(f"<PLAY><TITLE>A</TITLE><ACT><SCENE>{scene}</SCENE></ACT></PLAY>", "talk.xml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(document.turns) == 2 and peak < 30_000_000


_SEGMENTS = (
    '{{"segments": [{{"speaker": "A", "text": "one"}}, {{{0}, "text": "two"}}, {{"speaker": "B", "text": "three"}}]}}'
)
_AWS = """{{"results": {{"items": [{{"start_time": {0}, "alternatives": [{{"content": "a"}}]}}],
"speaker_labels": {{"segments": [{{"items": [{{"start_time": {0}}}, {0}]}}, {{"items": {0}}}]}}}}}}"""


@pytest.mark.parametrize("value", ["5", "2.5", "true", '"x"', '{"a": 1}', "[[1]]", "null"])
def test_json_with_values_of_other_kinds_is_read_or_refused_in_one_line(value: str) -> None:
    for key in ("alternatives", "nBest", "words", "items", "message", "speaker", "start"):
        check(_SEGMENTS.format(f'"{key}": {value}').encode(), "talk.json")
    check(_AWS.format(value).encode(), "talk.json")


def test_json_lines_nested_deeply_are_refused_in_one_line() -> None:
    assert check(b"{}\n" + b"[" * 5000 + b"]" * 5000, "talk.json") == []


def test_lines_of_which_the_first_has_the_number_0_are_read() -> None:
    print = """\
       0 THE COURT:  Good morning.
         THE COURT:  Are we ready for the jury?
         MR. ROE:  We are, Your Honor. There is one small
matter about the ledger of the mill that we would like to
     A.  Since I was born, sir, and my mother before me, and
her mother too.
"""
    only(print, "talk.txt")


def test_notes_within_notes_are_read_as_deep_as_the_parser_goes() -> None:
    nested = "<note>" * 245 + "Deep." + "</note>" * 245
    document = only(TEI.format(f'<div><sp who="#a"><speaker>A.</speaker><p>One.{nested}</p></sp></div>'), "talk.xml")
    assert document.turns[0].text == "One."


def test_a_time_without_hours_may_have_frames() -> None:
    document = only("00:00:26\nAnn: One.\n\n00:00:28\nBo: Two.\n\n00:30;18\nAnn: Three.\n", "talk.txt")
    assert [turn.text for turn in document.turns] == ["One.", "Two.", "Three."]
