"""A file read by another process gives the same as one read here, documents of a volume and errors included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.texts import transcript
from tests.support.documents import complete
from tui_reader.document.collection import CollectionError
from tui_reader.document.columnar import is_columnar
from tui_reader.errors import DocumentError, UsageError
from tui_reader.formats import parsing_progress, read
from tui_reader.startup.background_reader import BackgroundReader
from tui_reader.startup.input_source import InputSource

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<div type="document" xml:id="d1"><head>One</head><p>AES: Yes.</p><p>GWB: No.</p></div>
<div type="document" xml:id="d2"><head>Two</head><p>AES: Good.</p><p>GWB: Bad.</p></div>
</body></text></TEI>"""


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A dialogue of many turns."""
    path = tmp_path / "talk.txt"
    path.write_text(transcript(2500), encoding="utf-8")
    return path


def test_the_document_is_the_one_that_is_read_here(long: Path) -> None:
    reading, here = BackgroundReader(InputSource(long)), read(long)
    apart = reading.document()
    assert is_columnar(apart) and reading.share == 1.0
    assert complete(apart) == complete(here)


def test_what_was_piped_in_is_sent_along() -> None:
    source = InputSource(Path("-"), None, b"AES: Yes.\n\nGWB: No.\n")
    assert complete(BackgroundReader(source).document()) == complete(source.read())
    assert source.name == "standard input" and source.size == 20


def test_what_is_wrong_with_a_file_is_raised(tmp_path: Path, long: Path) -> None:
    for source in (InputSource(tmp_path / "none.txt"), InputSource(tmp_path), InputSource(long, "klingon")):
        with pytest.raises((DocumentError, UsageError)) as here:
            source.read()
        with pytest.raises(here.type) as apart:
            BackgroundReader(source).document()
        assert str(apart.value) == str(here.value)


def test_documents_of_a_volume_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "volume.xml"
    path.write_text(VOLUME, encoding="utf-8")
    reading = BackgroundReader(InputSource(path))
    with pytest.raises(CollectionError) as found:
        reading.document()
    assert [entry.id for entry in found.value.collection.entries] == ["d1", "d2"]
    assert complete(found.value.read("d2")) == complete(read(path.with_name("volume.xml#d2")))
    with pytest.raises(DocumentError, match="no document 'd3'"):
        found.value.read("d3")
    assert found.value.read("d1").heading == "One"
    reading.stop()
    assert found.value.read("d1").heading == "One"


def test_a_process_that_ends_is_told_in_a_line(long: Path) -> None:
    reading = BackgroundReader(InputSource(long))
    reading.stop()
    with pytest.raises(DocumentError, match=r"talk\.txt: the process reading it ended, status"):
        reading.document()


@pytest.mark.parametrize("name", ["talk.txt", "talk.md"])
def test_shares_never_go_back_and_are_told_on_the_way(name: str) -> None:
    from tui_reader.formats import parse

    told: list[float] = []
    with parsing_progress.telling(told.append):
        parse(transcript(300).replace("\n\nMR. LORD:", "\n\n**MR. LORD:**").encode(), name)
    assert told == sorted(told) and len(told) > 10 and 0 < told[0] < told[-1] <= 1
