"""Web pages: labels by markup and by print, what is not said, and pages that are broken or hostile."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tui_reader.document.accounting import gaps
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import read


def page(folder: Path, text: str, name: str = "page.html") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert gaps(document) == ()
    return document


def said(document: Document) -> list[tuple[str, str]]:
    return [(turn.label.text, turn.text) for turn in document.turns]


def test_a_cited_name_is_a_label_and_its_time_is_not_said(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<cite>Ann:</cite><time>0:00</time><p>It&#39;s late.</p><cite>Bo:</cite><time>0:09</time><p>Yes.</p>"
        "<cite>Ann:</cite><time>0:12</time><p>Go.</p>",
    )
    assert said(document) == [("Ann", "It's late."), ("Bo", "Yes."), ("Ann", "Go.")]


@pytest.mark.parametrize(
    "line",
    ["<p><strong>{}:</strong> {}</p>", "<p><b>{}</b>: {}</p>", "<dt>{}</dt><dd>{}</dd>", "<p><em>{}:</em> {}</p>"],
)
def test_emphasised_names_and_terms_are_labels(tmp_path: Path, line: str) -> None:
    words = [("Ann Lee", "Good day."), ("Bo", "Good day to you."), ("Ann Lee", "Well?"), ("Bo", "Well.")]
    body = "".join(line.format(*one) for one in words)
    document = page(tmp_path, f"<html><head><title>Talk</title></head><body><dl>{body}</dl></body></html>")
    assert said(document) == words
    assert document.heading == "Talk"


def test_emphasis_in_speech_is_no_label(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p><b>Ann:</b> Three.</p><p><i>Really</i> three.</p>"
        "<p><b>Bo:</b> <i>Four</i>: yes.</p>",
    )
    assert said(document)[2:] == [("Ann", "Three.\nReally three."), ("Bo", "Four: yes.")]


def test_plain_labels_in_paragraphs_are_read_as_a_transcript_has_them(tmp_path: Path) -> None:
    document = page(tmp_path, "<html><p>AES: Go on.</p><p>GWB: No.</p><p>AES: Why?</p><script>x()</script></html>")
    assert said(document) == [("AES", "Go on."), ("GWB", "No."), ("AES", "Why?")]


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
    assert said(document) == [("Ann", "Well now."), ("Bo", "Hm.\nSits.\nSo.")]
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
    with pytest.raises(DocumentError, match=r"page\.html: a page without text"):
        page(tmp_path, "<html><body><script>x</script></body></html>")


def test_blanks_without_end_in_a_record_take_no_time(tmp_path: Path) -> None:
    page = tmp_path / "record.html"
    page.write_text("<html><body><pre>" + " " * 200_000 + "x</pre></body></html>")
    began = time.monotonic()
    read(page)
    assert time.monotonic() - began < 2


def test_a_piece_of_a_web_page_is_no_tei_and_its_script_is_not_said(tmp_path: Path) -> None:
    page = tmp_path / "piece.html"
    page.write_text("<div><script>alert(1)</script><p><b>ANN:</b> One.</p><p><b>BEN:</b> Two.</p>"
                    "<p><b>ANN:</b> Three.</p><p><b>BEN:</b> Four.</p></div>")  # fmt: skip
    document = read(page)
    assert "alert" not in document.text
    assert [turn.label.text for turn in document.turns] == ["ANN", "BEN", "ANN", "BEN"]
