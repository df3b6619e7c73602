"""Documents exported to every format, and read back by others: FFmpeg, webvtt-py, pysubs2, epubcheck."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.texts import FORMATS
from tests.support.corpus import MEMORANDUM
from tui_reader.startup.reading_options import ReadingOptions

pytestmark = pytest.mark.e2e


def test_the_memorandum_in_every_form() -> None:
    """Each utterance within 10 ms of where the timeline says, in all sound formats; every word, every speaker."""
    from tests.exported import check

    assert check(MEMORANDUM, ReadingOptions(engine="espeak", speed=2.0)) == []


@pytest.mark.parametrize("name", ["WebVTT", "TEI, a play", "HTML", "JSON", "Fountain"])
def test_documents_of_several_formats_in_every_form(name: str, tmp_path: Path) -> None:
    """The rest by hand: `python -m tests.exported FILE...`."""
    from tests.exported import check

    file, make = FORMATS[name]
    (tmp_path / file).write_text(make(12))
    assert check(tmp_path / file, ReadingOptions(engine="espeak", speed=2.0), last=3) == []
