"""Web pages: labels by markup and by print, what is not said, and pages that are broken or hostile."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import read

page = partial(read_text, name="page.html")


def test_a_cited_name_is_a_label_and_its_time_is_not_said(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<cite>Ann:</cite><time>0:00</time><p>It&#39;s late.</p><cite>Bo:</cite><time>0:09</time><p>Yes.</p>"
        "<cite>Ann:</cite><time>0:12</time><p>Go.</p>",
    )
    assert turns_by_label(document) == [("Ann", "It's late."), ("Bo", "Yes."), ("Ann", "Go.")]


@pytest.mark.parametrize(
    "line",
    ["<p><strong>{}:</strong> {}</p>", "<p><b>{}</b>: {}</p>", "<dt>{}</dt><dd>{}</dd>", "<p><em>{}:</em> {}</p>"],
)
def test_emphasised_names_and_terms_are_labels(tmp_path: Path, line: str) -> None:
    words = [("Ann Lee", "Good day."), ("Bo", "Good day to you."), ("Ann Lee", "Well?"), ("Bo", "Well.")]
    body = "".join(line.format(*one) for one in words)
    document = page(tmp_path, f"<html><head><title>Talk</title></head><body><dl>{body}</dl></body></html>")
    assert turns_by_label(document) == words
    assert document.heading == "Talk"


def test_emphasis_in_speech_is_no_label(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p><b>Ann:</b> Three.</p><p><i>Really</i> three.</p>"
        "<p><b>Bo:</b> <i>Four</i>: yes.</p>",
    )
    assert turns_by_label(document)[2:] == [("Ann", "Three.\nReally three."), ("Bo", "Four: yes.")]


def test_plain_labels_in_paragraphs_are_read_as_a_transcript_has_them(tmp_path: Path) -> None:
    document = page(tmp_path, "<html><p>AES: Go on.</p><p>GWB: No.</p><p>AES: Why?</p><script>x()</script></html>")
    assert turns_by_label(document) == [("AES", "Go on."), ("GWB", "No."), ("AES", "Why?")]


def test_what_a_clerk_does_is_nobodys_speech_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><pre>\n[Record Volume 1]\n[House]\n\n            A BILL OF WORDS\n\n"
        "  Mr. GREY. I say that the words of this bill are too many, and that\nthey\n\n[[Page H12]]\n\nare long.\n"
        "  The PRESIDING OFFICER. The clerk will call the roll.\n"
        "  The assistant legislative clerk proceeded to call the roll.\n"
        "  Mr. GREY. I thank the Chair.\n  The motion to adjourn was agreed to.\n"
        "  The PRESIDING OFFICER. So ordered.\n</pre></body></html>",
    )
    assert [turn.label.text for turn in document.turns][:2] == ["Mr. GREY", "The PRESIDING OFFICER"]
    assert document.turns[0].text.split()[-4:] == ["that", "they", "are", "long."]
    asides = [one.text for turn in document.turns for one in turn.passages if one.kind is Kind.ASIDE]
    assert asides == [
        "The assistant legislative clerk proceeded to call the roll.",
        "The motion to adjourn was agreed to.",
    ]
    assert {rest.text for rest in document.residue} >= {"[[Page H12]]", "[House]"}


def test_cells_of_a_play_are_labels_directions_and_notes(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><h2>Act I</h2>'
        "<table>"
        '<tr><td/><td><i epub:type="z3998:stage-direction"><b epub:type="z3998:persona">Ann</b> enters.</i></td></tr>'
        '<tr><td epub:type="z3998:persona">Ann</td><td>Well&nbsp;now.<a epub:type="noteref" href="#n">1</a></td></tr>'
        '<tr><td epub:type="z3998:persona">Bo</td><td>Hm. <i epub:type="z3998:stage-direction">Sits.</i> So.</td></tr>'
        '</table><ol><li id="n" epub:type="endnote"><p>A note. <a epub:type="backlink" href="#r">Up</a></p></li></ol>'
        "</body></html>",
    )
    assert turns_by_label(document) == [("Ann", "Well now."), ("Bo", "Hm.\nSits.\nSo.")]
    assert [one.kind for one in document.turns[1].passages] == [Kind.SPEECH, Kind.ASIDE, Kind.SPEECH]
    assert [(note.mark, note.text) for note in document.notes] == [("1", "A note.")]
    assert document.parts[0].body[0].text == "Ann enters."


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 50_000 + "<p>AES: a</p>",
        "<p><b>Ann:</b> One.<p><b>Bo:</b> Two.<p><b>Ann:</b",
        "<html><body><p>A &undefined; &lt;b&gt; text</p>",
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; words</p></body></html>',
    ],
)
def test_broken_pages_are_read_as_far_as_they_go_or_refused_in_one_line(tmp_path: Path, text: str) -> None:
    try:
        document = page(tmp_path, text)
    except DocumentError as error:
        assert "\n" not in str(error)
    else:
        assert "root:" not in document.text


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"page\.html: the page holds no text"):
        page(tmp_path, "<html><body><script>x</script></body></html>")


def test_blanks_without_end_in_a_record_take_no_time(tmp_path: Path) -> None:
    page = tmp_path / "record.html"
    page.write_text("<html><body><pre>" + " " * 200_000 + "x</pre></body></html>")
    began = time.process_time()
    read(page)
    assert time.process_time() - began < 2


def test_a_piece_of_a_web_page_is_no_tei_and_its_script_is_not_said(tmp_path: Path) -> None:
    page = tmp_path / "piece.html"
    page.write_text("<div><script>alert(1)</script><p><b>ANN:</b> One.</p><p><b>BEN:</b> Two.</p>"
                    "<p><b>ANN:</b> Three.</p><p><b>BEN:</b> Four.</p></div>")  # fmt: skip
    document = read(page)
    assert "alert" not in document.text
    assert [turn.label.text for turn in document.turns] == ["ANN", "BEN", "ANN", "BEN"]


def test_names_are_told_by_their_class_as_chats_are_exported(tmp_path: Path) -> None:
    message = (
        '<div class="message"><div class="date details">08:0{}</div><div class="from_name">{}</div>'
        '<div class="text">{}</div></div>'
    )
    words = [("Ann Lee", "How are you, then?"), ("Bo", "Fine."), ("Ann Lee", "Good.")]
    document = page(tmp_path, "<html><body>" + "".join(message.format(n, *one) for n, one in enumerate(words)))
    assert turns_by_label(document) == words
    assert [rest.why for rest in document.residue] == ["a time stamp"] * 3


def test_lines_of_a_chat_between_what_is_spoken_are_turns(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><h2>Topic</h2><p><cite>Ann:</cite> one thing,<br>… and more</p>"
        "<p>&lt;<cite>bo_x</cite>&gt; +1 to it</p>"
        "<p><cite>Ann:</cite> so be it.</p><p><cite>&lt;bo_x&gt;</cite> yes</p>"
        "<address>Made by hand.</address></body></html>",
    )
    words = ["one thing, … and more", "+1 to it", "so be it.", "yes"]
    assert turns_by_label(document) == list(zip(["Ann", "bo_x"] * 2, words, strict=True))
    assert document.parts[-1].on_demand


def test_glossaries_and_lists_of_fields_are_no_dialogue(tmp_path: Path) -> None:
    fields = "<dt>Class</dt><dd>x:a</dd><dt>Status</dt><dd>stable</dd>" * 3
    terms = "<dt>Mark:</dt><dd>A place.</dd><dt>Turn:</dt><dd>One speech.</dd>"
    prints = "<p>Class: a</p><p>Status: stable</p>" * 4
    assert page(tmp_path, f"<html><body><h1>Terms</h1><dl>{fields}</dl><dl>{terms}</dl></body></html>").turns == ()
    assert page(tmp_path, f"<html><body><h1>Terms</h1>{prints}</body></html>").turns == ()


def test_a_bold_q_without_a_sign_asks(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><p><b>MS. LEE:</b>  Good day, all.</p><p><b>Q</b>    What about it?</p>"
        "<p><b>MS. LEE:</b>  Fine.</p><p><b>Q</b>    And why?</p></body></html>",
    )
    assert [label for label, _ in turns_by_label(document)] == ["MS. LEE", "Q", "MS. LEE", "Q"]


def test_what_a_page_shows_and_nobody_says_is_kept_and_so_is_what_it_hides(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><head><script>var x = 1;</script></head><body><nav>Home</nav><form><p><b>Ann:</b> Who is it?</p>"
        "<p><b>Bo:</b> Me, Bo.</p><p><b>Ann:</b> Come in.</p><button>Play</button><p hidden>never</p>"
        "</form></body></html>",
    )
    assert [turn.label.text for turn in document.turns] == ["Ann", "Bo", "Ann"]
    assert {(rest.text, rest.why) for rest in document.residue} == {
        ("Home", "links of the page"),
        ("Play", "a button"),
        ("never", "hidden by the page"),
    }
    assert any("hides 5 characters" in warning for warning in document.warnings)


def test_a_record_with_much_quoted_text_begins_its_paragraphs_set_in(tmp_path: Path) -> None:
    said_there = "  Mr. LEE. Mr. President, I ask that the list\nbe printed in full in the record of\nthis day.\n"
    chair = "  The PRESIDING OFFICER. Without objection.\n"
    quoted = "".join(f"       Name {letter}, name, and other names\n" for letter in "ABCDEFGHIJ")
    record = f"{said_there}{chair}{said_there}\n{quoted}\n{chair}"
    document = page(tmp_path, f"<html><body><pre>\n{record}</pre></body></html>")
    assert [turn.label.text for turn in document.turns] == ["Mr. LEE", "The PRESIDING OFFICER"] * 2


def test_one_long_speech_of_a_record_has_its_speaker(tmp_path: Path) -> None:
    paragraphs = "".join(f"  This is paragraph {number} of it, which\ngoes on for a line.\n" for number in range(12))
    speech = f"  (Mr. LEE asked for leave.)\n  Mr. LEE of Ohio. Mr. Speaker, I rise\ntoday.\n{paragraphs}"
    document = page(tmp_path, f"<html><body><pre>\n                THANKS\n\n{speech}</pre></body></html>")
    assert [turn.label.text for turn in document.turns] == ["Mr. LEE of Ohio"]


def test_whoever_sits_in_the_chair_for_a_time_is_a_label(tmp_path: Path) -> None:
    words = "  Mr. LEE. Mr. Speaker, a question\nthat is mine.\n  The SPEAKER pro tempore. He\nmay state it.\n"
    document = page(tmp_path, f"<html><body><pre>\n{words * 3}</pre></body></html>")
    assert [turn.label.text for turn in document.turns] == ["Mr. LEE", "The SPEAKER pro tempore"] * 3


def test_what_stands_behind_the_end_of_the_page_belongs_to_it(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p></body></html><p><b>Ann:</b> Three.</p>",
    )
    assert [turn.text for turn in document.turns] == ["One.", "Two.", "Three."]


def test_words_of_an_element_of_any_name_are_read(tmp_path: Path) -> None:
    document = page(
        tmp_path, "<html><body><p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p}>Three.</p><p><b>Ann:</b> So.</p></body>"
    )
    assert "Three." in document.text


def test_a_page_in_xhtml_is_read_in_the_encoding_that_it_was_decoded_from(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    file = tmp_path / "talk.html"
    file.write_bytes(f"{head}<p><b>Zoë:</b> Café.</p><p><b>Ann:</b> Né.</p></body></html>".encode("latin-1"))
    document = read(file)
    assert [turn.text for turn in document.turns] == ["Café.", "Né."]


def test_a_tag_with_more_attributes_than_any_has_keeps_its_words(tmp_path: Path) -> None:
    crowd = " ".join(f"a{number}=1" for number in range(5_000))
    document = page(tmp_path, f"<html><body><p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p {crowd}>Three.</p></body>")
    assert document.turns[1].text == "Two.\nThree."


def test_names_are_looked_for_in_the_beginning_of_an_element_alone(tmp_path: Path) -> None:
    deep = '<span class="author">' * 1_000 + "word " * 10_000 + "</span>" * 1_000
    document = page(tmp_path, f"<html><body><p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p>{deep}</p></body>")
    assert document.turns[1].text.count("word") == 10_000


def test_a_chair_with_its_holder_named_once_and_what_the_house_does_not_object_to(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><pre>\n                A BILL OF WORDS\n\n  The PRESIDENT pro tempore (Mr. Lane). The lady may\n"
        "speak first, as it was agreed.\n  Mrs. GREY. Mr. President, I ask leave to\nadd some letters.\n"
        "  The PRESIDENT pro tempore. Is there objection to\nthat?\n  There was no objection.\n"
        "  Mrs. GREY. Mr. President, the letters are\nmany.\n  Mrs. GREY. I yield back the rest of\nmy time.\n"
        "</pre></body></html>",
    )
    assert [turn.label.text for turn in document.turns][:3] == [
        "The PRESIDENT pro tempore (Mr. Lane)", "Mrs. GREY", "The PRESIDENT pro tempore",
    ]  # fmt: skip
    assert [one.kind for one in document.turns[2].passages] == [Kind.SPEECH, Kind.ASIDE]
