"""Each format of the manual's page reads its sample: the same talk of three turns, as each producer writes it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.formats.producers.table import FAMILIES, producers_of
from tui_reader.formats.readable_formats import READABLE_FORMATS, ReadableFormat

SAMPLES = {path.stem: path for path in (Path(__file__).parents[3] / "support" / "samples").iterdir()}
TALK = ["how high is the water", "too high i fear", "then we wait"]
NAMELESS = {
    "whisper",
    "vosk",
    "youtube-json3",
    "whisper-screen",
    "whisper-table",
    "ctm",
    "lrc",
    "clock-lines",
    "gentle",
}
"""Formats whose sample says nobody's name: all is the narrator's."""
WITHOUT_WORDS = {"rttm", "scc"}
"""What is refused, for it has no words."""
PRODUCERS = {one.name: family for family in FAMILIES for one in producers_of(family)}
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"
media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"""


def book() -> bytes:
    """The web page as the only page of an EPUB."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="book.opf"/></container>')
        archive.writestr("book.opf", PACKAGE)
        archive.writestr("a.xhtml", SAMPLES["html"].read_text())
    return packed.getvalue()


def read(producer: str) -> Document:
    data = book() if producer == "epub" else SAMPLES[producer].read_bytes()
    name = f"talk{SAMPLES[producer].suffix if producer in SAMPLES else '.epub'}"
    try:
        return parse(data, name)
    except CollectionError as error:
        return error.read(error.collection.entries[0].id)


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("producer", ["epub", *sorted(SAMPLES)])
def test_a_sample_is_recognised_and_its_turns_are_read(producer: str) -> None:
    if producer in WITHOUT_WORDS:
        with pytest.raises(DocumentError, match=r"no words|not as words"):
            read(producer)
        return
    document = read(producer)
    assert document.producer and document.producer.name == producer and document.lost is None
    if producer in NAMELESS:
        assert bare(" ".join(page.text for page in document.pages)).endswith(" ".join(TALK))
    else:
        labels, texts = zip(*turns_by_label(document), strict=True)
        assert [bare(text) for text in texts] == TALK * (len(texts) // len(TALK))
        assert len(texts) >= len(TALK) and labels[0] == labels[2] != labels[1] and len(document.people) == 2


def test_each_producer_has_a_sample_and_is_in_the_page_of_formats() -> None:
    listed = {name for row in READABLE_FORMATS for name in row.producers or _folders(row)}
    missing = [
        name for name, family in PRODUCERS.items() if not {name, family.title, family.module.partition(".")[0]} & listed
    ]
    assert missing == []  # each producer stands in a row of READABLE_FORMATS
    packed = {name for name, family in PRODUCERS.items() if family.packed}  # their own tests pack them
    assert PRODUCERS.keys() - SAMPLES.keys() == packed
    assert sorted(SAMPLES.keys() - PRODUCERS.keys()) == []


def _folders(row: ReadableFormat) -> set[str]:
    """The folders of the modules that read a format, for rows that list no producers."""
    return {module.partition(".")[0] for module in row.modules}


def test_each_format_says_by_what_it_is_recognised() -> None:
    assert [row.name for row in READABLE_FORMATS if row.producers and not row.recognised] == []
