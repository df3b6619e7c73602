"""Words that a parser drops are counted another way and told."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest

from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.formats import parse
from tui_reader.formats.word_count.account import accounted
from tui_reader.formats.word_count.tei_units import TeiUnits

TALK = "<p><b>Ann:</b> Good day.</p><p><b>Ben:</b> Hello.</p><p><b>Ann:</b> Well.</p>"
SPEECH = '<sp who="#{0}"><speaker>{0}</speaker><p>{1}</p></sp>'


def lost(text: str, name: str) -> str | None:
    """The first of the words that are lost."""
    found = parse(text.encode(), name).lost
    return found.first if found else None


def tei(body: str) -> str:
    talk = SPEECH.format("Ann", "Good day.") + SPEECH.format("Ben", "Hello.")
    return f"<TEI><text><body>{talk}{body}</body></text></TEI>"


WHOLE = {
    "a page": ("talk.html", f"<html><head><title>A talk</title></head><body>{TALK}</body></html>"),
    "scripts and comments": (
        "talk.html",
        "<html><body><script>if (a < b) say('<p>no')</script><style>p {x: y}</style>"
        f"{TALK}<!-- aside <b>x</b> --></body>",
    ),
    "values with signs of tags": (
        "talk.html",
        f"<html><body>{TALK}<p title='a > b' data-x=\"<i>no</i>\">So.</p></body>",
    ),
    "signs that are no tags": ("talk.html", f"<html><body>{TALK}<p>1 < 2 and 3 > 2 &amp; so</p></body>"),
    "hidden parts": ("talk.html", f"<html><body>{TALK}<p hidden>Never <i>said</i>.</p></body>"),
    "words divided by markup": ("talk.html", f"<html><body>{TALK}<p><span>O</span>nce <i>up</i>on</p></body>"),
    "a menu": ("talk.html", f"<html><body><nav><a>Home</a><a>News</a></nav>{TALK}</body>"),
    "a header of TEI": ("talk.xml", tei("").replace("<text>", "<teiHeader><p>About it</p></teiHeader><text>")),
    "readings in TEI": ("talk.xml", tei("<p>An <choice><sic>erorr</sic><corr>error</corr></choice>.</p>")),
    "a note in TEI": ("talk.xml", tei('<p>Mark<note n="1">A <hi>note</hi>.</note> it.</p>')),
    "entities of a DOCTYPE": ("talk.xml", '<!DOCTYPE TEI [<!ENTITY who "Mr. Grey">]>' + tei("<p>It was &who;.</p>")),
    "voices": ("talk.vtt", "WEBVTT\n\nNOTE kept\n\n00:01.000 --> 00:02.000\n<v Ann>Good <c.loud>day</c>.\n"),
    "an unknown tag in captions": ("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nGood <inaudible> day.\n"),
    "overrides": (
        "talk.ass",
        "[Script Info]\nTitle: A talk\n\n[Events]\nFormat: Start, End, Style, Name, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Main,Ann,{\\i1}Good\\Nday{\\i0}, {\\k20}Ben\n",
    ),
    "an event with too few columns": (
        "talk.ass",
        "[Events]\nFormat: Start, End, Style, Name, Text\nDialogue: 0:00:01.00,0:00:02.00,Good day\n"
        "Dialogue: 0:00:02.00,0:00:03.00,Main,Ann,Hello\n",
    ),
    "front matter": ("talk.md", "---\ntitle: A talk\n---\n\n**Ann:** One.\n\n**Ben:** Two.\n\n**Ann:** Three.\n"),
    "a text twice in JSON": (
        "talk.json",
        json.dumps(
            {"text": "Good day. Hello.", "segments": [{"speaker": "A", "text": "Good day."}, {"text": "Hello."}]}
        ),
    ),
    "a screenplay": (
        "talk.fdx",
        '<FinalDraft><Content><Paragraph Type="Character"><Text>ANN</Text></Paragraph><Paragraph Type="Dialogue">'
        "<Text>Good day.</Text></Paragraph></Content><Cast><Member>Nobody</Member></Cast></FinalDraft>",
    ),
}


@pytest.mark.parametrize(("name", "text"), WHOLE.values(), ids=WHOLE)
def test_what_is_whole_is_not_called_lost(name: str, text: str) -> None:
    assert lost(text, name) is None


def test_words_behind_a_quotation_mark_that_is_not_closed_are_told() -> None:
    page = f"<html><body>{TALK}<p title=\"open>Swallowed words.</p><p class='x'>More</p><p>End.</p></body></html>"
    assert (lost(page, "talk.html") or "").startswith("swallowed words")


def test_words_behind_a_script_that_is_not_closed_are_told() -> None:
    assert lost(f"<html><body>{TALK}<script>var x<p>Behind it.</p></body></html>", "talk.html") == "var x behind it"


def test_fields_of_json_that_come_twice_are_told() -> None:
    text = '[{"speaker": "Ann", "text": "Swallowed.", "text": "Kept."}, {"speaker": "Ben", "text": "Hello."}]'
    assert lost(text, "talk.json") == "swallowed"


def test_short_sentences_under_any_name_are_told_and_names_and_titles_are_not() -> None:
    talk = [{"speaker": "Ann", "text": "Good day."}, {"speaker": "Ben", "text": "Hello."}]
    more = [{"role": "a guest", "remark": "That is odd."}, {"role": "the host", "remark": "Yes, it is!"}]
    assert lost(json.dumps({"talk": talk, "asides": more}), "talk.json") == "that is odd yes it is"
    about = [{"id": "e.g.", "title": "So it is.", "place": "the old quay"}, {"place": "a hall"}]
    assert lost(json.dumps({"talk": talk, "about": about}), "talk.json") is None


def test_one_document_of_many_is_compared_with_its_own_words() -> None:
    body = "".join(f'<div type="document" xml:id="d{number}">{TALK}</div>' for number in (1, 2))
    text = f"<TEI><text><front><p>About both.</p></front><body>{body}</body></text></TEI>"
    with pytest.raises(CollectionError) as caught:
        parse(text.encode(), "volume.xml")
    read = caught.value.read("d2")
    assert read.lost is None
    without = read._replace(text=read.text.replace("Hello", "", 1))
    found = accounted(without, TeiUnits(text).markup("d2")).lost
    assert found and (found.words, found.first) == (1, "hello")


def test_the_pages_of_a_book_are_counted() -> None:
    page = f"<html><body>{TALK}<p title=\"open>Swallowed.</p><p class='x'>So.</p></body></html>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    book = BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="book.opf"/></container>')
        archive.writestr("book.opf", package)
        archive.writestr("a.xhtml", page)
    found = parse(book.getvalue(), "talk.epub").lost
    assert found and found.first.startswith("swallowed")


def nested(depth: int) -> Document:
    inside = "<div>" * depth + "<p><b>Ben:</b> Inside.</p>" + "</div>" * depth
    return parse(f"{TALK}{inside}<p><b>Ann:</b> Last.</p>".encode(), "talk.html")


def test_a_page_is_read_to_its_end_however_its_elements_are_nested() -> None:
    document = nested(300)
    assert [turn.text for turn in document.turns[-2:]] == ["Inside.", "Last."]
    assert document.lost is None and document.warnings == ()


def test_what_is_nested_deeper_than_a_parser_reads_is_told() -> None:
    document = nested(3000)
    assert document.lost and (document.lost.words, document.lost.first) == (4, "ben inside ann last")
    limit, words = document.warnings
    assert "over 2,048 deep" in limit
    assert words.startswith("talk.html: 4 words of the file are not read: ben inside ann last; ")
