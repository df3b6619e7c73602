"""Renderings for the tests of web pages and EPUBs, made with tones from small documents and from the memorandum."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.casting import bundled_voices, cast
from tui_reader.document.model import Document
from tui_reader.export.audio import embedded_mp3
from tui_reader.export.export_job import ExportJob
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering, render_job, silent_rendering
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import NarrationOptions
from tui_reader.paths import NO_LIBRARY
from tui_reader.settings import Settings
from tui_reader.startup.input_files import InputFiles
from tui_reader.tts.render import SpeechStyle

SOUND = b"not really MP3"
"""The bytes used as coded sound: PyAV is an extra."""
HOSTILE = "<script>alert(1)</script> &amp; ]]> \"' <b onload=x> </style> \x00\x0b\ufffe \u202eevil"
"""Markup, ends of markup, entities, characters that XML has not, and one that turns the direction."""


def talk() -> Dialogue:
    """Two parts, two people, an aside, items, verse and notes."""
    return (
        Dialogue()
        .titled("A Talk").dated("May 1, 1900")
        .part()
        .turn("ANNE", "Good morning.{1} It is cold{2} today, is it not? Yes.")
        .turn("BEN", "It is.", aside="(He coughs.)", item="one,", item2="two.")
        .part("A Letter", author="BEN", paragraph="Dear Anne.{1}", verse="Roses are red,\nviolets blue.",
              signature="Ben")
        .turn("ANNE", "Thanks, Ben.")
        .note("1", "Said at noon. At the door.").note("2", "By the glass.").note("3", "Nobody points here.")
        .sourced("A shoe box.")
        .named("ANNE", "Anne Archer")
    )  # fmt: skip


def rendering(
    document: Document, choices: NarrationOptions | None = None, first: int | None = None, last: int | None = None,
    heard: bool = True, formats: tuple[str, ...] = (),
) -> Rendering:  # fmt: skip
    """A document read by the engine of tones, quickly."""
    options = ExportOptions(Path("out.html"), formats, first, last)
    settings = Settings(engine="tone")
    style = SpeechStyle(4.0, True, settings.pauses)
    read = InputFiles([], NO_LIBRARY)
    job = ExportJob(Narration(document, choices), cast(document, bundled_voices()), style, settings, options, (), read)
    return render_job(job, BytesIO()) if heard else silent_rendering(job)


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Puts `SOUND` in the place of coded sound, and gives it."""

    @contextmanager
    def instead(_: Rendering) -> Iterator[BinaryIO]:
        yield BytesIO(SOUND)

    monkeypatch.setattr(embedded_mp3, "encoded_mp3", instead)
    return SOUND
