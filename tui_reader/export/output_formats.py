"""The forms in which a reading can be written, one line each. Knows of a form only which module writes it."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from tui_reader.errors import UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering


class Needs(StrEnum):
    """What of a recording a form is written from."""

    TEXT = "text"
    """The document: nothing is spoken for it."""
    TIMES = "times"
    """The timeline."""
    SOUND = "sound"
    """The timeline and the sound."""


class Writer(Protocol):
    """What the module of a form has."""

    def write(self, file: BinaryIO, recording: Rendering) -> None:
        """Write all of it into a new file that can be sought in. Raises ReaderError, OSError."""


class Form(NamedTuple):
    """A way to write a reading."""

    format: str
    """What `--format` calls it."""
    ending: str
    needs: Needs
    module: str
    about: str
    """For the help text."""

    @property
    def alone(self) -> bool:
        """Whether it is sound and nothing beside."""
        return self.module.startswith("audio.")

    @property
    def coded(self) -> bool:
        """Whether it is sound that FFmpeg's libraries write, from the extra `export`."""
        return self.needs is Needs.SOUND and self.format != "wav"

    @property
    def writer(self) -> Writer:
        """Its module, imported when it is used."""
        return import_module(f"tui_reader.export.{self.module}")


FORMS = (
    Form("wav", ".wav", Needs.SOUND, "audio.wav", "sound as it is played"),
    Form("flac", ".flac", Needs.SOUND, "audio.flac", "sound without loss, with chapters"),
    Form("opus", ".opus", Needs.SOUND, "audio.opus", "small sound with chapters"),
    Form("mp3", ".mp3", Needs.SOUND, "audio.mp3", "sound for every player, with chapters"),
    Form("m4b", ".m4b", Needs.SOUND, "audio.m4b", "an audiobook with chapters"),
    Form("vtt", ".vtt", Needs.TIMES, "captions.vtt_writer", "captions with names, WebVTT"),
    Form("srt", ".srt", Needs.TIMES, "captions.srt_writer", "captions with names, SubRip"),
    Form("ass", ".ass", Needs.TIMES, "captions.ass_writer", "captions with a style a speaker, ASS"),
    Form("json", ".json", Needs.TIMES, "captions.podcast_transcript", "words with times and names, Podcasting 2.0"),
    Form("chapters", ".chapters.json", Needs.TIMES, "captions.podcast_chapters", "chapters, Podcasting 2.0"),
    Form("epub", ".epub", Needs.SOUND, "epub", "a book that is read along"),
    Form("html", ".html", Needs.SOUND, "html", "a page that plays and marks the words"),
    Form("md", ".md", Needs.TEXT, "text.markdown_writer", "Markdown"),
    Form("txt", ".txt", Needs.TEXT, "text.plain_text_writer", "plain text"),
    Form("tei", ".xml", Needs.TEXT, "text.tei_writer", "TEI, who speaks and where the notes hang"),
)


def wanted(order: ExportOptions) -> list[tuple[Form, Path]]:
    """The forms that are asked for and where each goes. Raises UsageError for one that there is not, or not as text."""
    return [(_as_text(form) if order.text_only else form, place) for form, place in _wanted(order)]


def _as_text(form: Form) -> Form:
    if form.needs is Needs.TEXT:
        return form
    if form.alone or form.needs is Needs.TIMES:
        raise UsageError(f"--text-only is for .epub and .html; {form.ending} is of what is heard.")
    return form._replace(needs=Needs.TEXT)


def _wanted(order: ExportOptions) -> list[tuple[Form, Path]]:
    by_format = {form.format: form for form in FORMS}
    if not order.formats:
        form = _of_ending(order.output)
        if form is None:
            raise UsageError(f"{order.output}: it must end in {_listed([form.ending for form in FORMS])}.")
        return [(form, order.output)]
    unknown = next((name for name in order.formats if name not in by_format), None)
    if unknown is not None:
        raise UsageError(f"There is no format {unknown!r}; there are {_listed(list(by_format))}.")
    forms = [by_format[name] for name in dict.fromkeys(order.formats)]
    if len(forms) == 1:
        return [(forms[0], order.output)]
    own = _of_ending(order.output)
    stem = order.output.name.removesuffix(own.ending) if own else order.output.name
    return [(form, order.output.with_name(stem + form.ending)) for form in forms]


def _of_ending(output: Path) -> Form | None:
    """The form with the longest ending that the name has."""
    name = output.name.lower()
    fitting = [form for form in FORMS if name.endswith(form.ending) and name != form.ending]
    return max(fitting, key=lambda form: len(form.ending), default=None)


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
