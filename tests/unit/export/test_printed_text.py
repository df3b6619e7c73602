"""Every form of export holds the text as it is printed, whatever of it is said; read back by other libraries."""

from __future__ import annotations

import json
import re
import string
import zipfile
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pysubs2
import pytest
import webvtt
from markdown_it import MarkdownIt

from tests.support.exports import exported
from tui_reader.formats import read
from tui_reader.formats.captions.scanner import GUARD
from tui_reader.narration.narration import Narration

SAID = (
    r"The file is C:\temp\new and \N and \h and a_b*c, \\host\share {x} [y] {\an8} <b>z</b> &amp; &lt; 3 --> 4.",
    f"All signs: {' '.join(string.punctuation)} and {string.punctuation} at the end.",
    "1. At 4:15 p.m. Mr. Smith, of the U.S., paid $5.00 vs. 10% of No. 3, i.e. §5; see p. 7, at 20°, 3½ × 2 ~ ½.",
    "– “He said ‘no’ … ” — so--well [sic] it is • † ‡ © ® ™ ♪ € £ → « » a/b and/or 12-9-62.",
    "# not a heading * nor *stressed* **at** _all_ `x` ~~y~~ | z |, said at 5 p.m.",
)
"""What is printed in each turn."""
NAMES = ("ANNA", "BEN")


@pytest.fixture
def signs(tmp_path: Path) -> Path:
    """A transcript in which these are said."""
    path = tmp_path / "signs.txt"
    path.write_text("".join(f"{NAMES[number % 2]}: {words}\n\n" for number, words in enumerate(SAID)))
    return path


class _Text(HTMLParser):
    """The text in markup of HTML and XHTML, without styles and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def of_markup(markup: str) -> str:
    """The text between the tags."""
    parser = _Text()
    parser.feed(markup)
    return "".join(parser.found)


def of_vtt(path: Path) -> str:
    """webvtt-py takes the tags off; the three escapes of WebVTT are left."""
    return " ".join(unescape(cue.text) for cue in webvtt.read(str(path)).captions)


def of_substation(path: Path) -> str:
    """pysubs2, without what these formats have in place of escapes, and without the names before captions of SRT."""
    found = pysubs2.load(str(path), keep_unknown_html_tags=True)
    lines = (re.sub("^(ANNA|BEN): ", "", line.plaintext) for line in found)
    return " ".join(lines).replace(GUARD, "").translate({ord("｛"): "{", ord("｝"): "}"})


def of_json(path: Path) -> str:
    """A list of segments."""
    return " ".join(segment["body"] for segment in json.loads(path.read_text())["segments"])


def of_book(path: Path) -> str:
    """The pages of the book, one after the other."""
    with zipfile.ZipFile(path) as book:
        return " ".join(of_markup(book.read(name).decode()) for name in book.namelist() if name.endswith(".xhtml"))


READERS: dict[str, Callable[[Path], str]] = {
    "vtt": of_vtt,
    "srt": of_substation,
    "ass": of_substation,
    "json": of_json,
    "html": lambda path: of_markup(path.read_text()),
    "epub": of_book,
    "md": lambda path: of_markup(MarkdownIt().enable(["table", "strikethrough"]).render(path.read_text())),
    "txt": Path.read_text,
    "xml": lambda path: "".join(ElementTree.parse(path).getroot().itertext()),
}


@pytest.mark.parametrize("ending", READERS)
def test_every_form_holds_the_text_as_it_is_printed(signs: Path, folder: Path, ending: str) -> None:
    path = folder / f"signs.{ending}"
    exported(signs, path, text_only=ending in ("html", "epub"))
    found = " ".join(READERS[ending](path).split())
    for words in SAID:
        assert words in found


@pytest.mark.parametrize("ending", ["vtt", "srt", "ass", "json", "txt", "xml"])
def test_the_reader_itself_reads_the_same_text_back(signs: Path, folder: Path, ending: str) -> None:
    exported(signs, folder / f"again.{ending}")
    turns = read(folder / f"again.{ending}").turns
    found = [" ".join(turn.text.split()).translate({ord("｛"): "{", ord("｝"): "}"}) for turn in turns]
    assert found == list(SAID)


def test_what_is_shown_is_what_is_printed_and_what_is_said_may_differ(signs: Path) -> None:
    narration = Narration(read(signs))
    assert " ".join(utterance.shown for utterance in narration) == " ".join(SAID)
    assert "\\" not in " ".join(utterance.spoken for utterance in narration)
