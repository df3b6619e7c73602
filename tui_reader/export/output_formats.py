"""The output formats of `export`: one table, and which of them an export is to write where."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol

from tui_reader.errors import UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.rendering import Rendering
from tui_reader.named_tuple import NamedTuple


class Needs(StrEnum):
    """What of a rendering a format is written from."""

    TEXT = "text"
    """The document; nothing is rendered for it."""
    TIMES = "times"
    """The timeline."""
    SOUND = "sound"
    """The timeline and the sound."""


class Writer(Protocol):
    """What the module of each format provides."""

    def write(self, file: BinaryIO, rendering: Rendering) -> None:
        """Write the whole rendering into `file`, which is new, empty and seekable.

        Raises UsageError for a turn number the document does not have, ReaderError for what the format cannot hold,
        OSError where the file cannot be written.
        """


class OutputFormat(NamedTuple):
    """A file format that a reading can be written in."""

    name: str
    """What `--format` calls it."""
    ending: str
    """What file names of this format end in, with the full stop: ".chapters.json"."""
    needs: Needs
    module: str
    """The module below `tui_reader.export` that writes it: "audio.wav_writer"."""
    about: str
    """A few words for the help text."""

    @property
    def is_audio(self) -> bool:
        """Whether the file is sound and nothing else."""
        return self.module.startswith("audio.")

    @property
    def is_text(self) -> bool:
        """Whether a person can read the file as it is."""
        return not self.is_audio and self.name != "epub"

    @property
    def is_encoded(self) -> bool:
        """Whether it holds sound that FFmpeg's libraries encode, which come with the extra `export`."""
        return self.needs is Needs.SOUND and self.name != "wav"

    @property
    def writer(self) -> Writer:
        """Its module, imported when it is first asked for."""
        return import_module(f"tui_reader.export.{self.module}")


class ExportTarget(NamedTuple):
    """One file that an export is to write."""

    format: OutputFormat
    path: Path

    @property
    def stem(self) -> str:
        """The file's name without the ending of its format, for files beside it."""
        ending = self.format.ending
        return self.path.name.removesuffix(ending) if self.path.name.endswith(ending) else self.path.stem


OUTPUT_FORMATS = (
    OutputFormat("wav", ".wav", Needs.SOUND, "audio.wav_writer", "sound as it is played"),
    OutputFormat("flac", ".flac", Needs.SOUND, "audio.flac_writer", "sound without loss, with chapters"),
    OutputFormat("opus", ".opus", Needs.SOUND, "audio.opus_writer", "small sound with chapters"),
    OutputFormat("mp3", ".mp3", Needs.SOUND, "audio.mp3_writer", "sound for every player, with chapters"),
    OutputFormat("m4b", ".m4b", Needs.SOUND, "audio.m4b_writer", "an audiobook with chapters"),
    OutputFormat("vtt", ".vtt", Needs.TIMES, "captions.vtt_writer", "captions with names, WebVTT"),
    OutputFormat("srt", ".srt", Needs.TIMES, "captions.srt_writer", "captions with names, SubRip"),
    OutputFormat("ass", ".ass", Needs.TIMES, "captions.ass_writer", "captions with a style for each speaker, ASS"),
    OutputFormat(
        "json", ".json", Needs.TIMES, "captions.podcast_transcript_writer", "timed words with names, Podcasting 2.0"
    ),
    OutputFormat(
        "chapters", ".chapters.json", Needs.TIMES, "captions.podcast_chapters_writer", "chapters, Podcasting 2.0"
    ),
    OutputFormat("epub", ".epub", Needs.SOUND, "epub.epub_writer", "an EPUB book to read along"),
    OutputFormat("html", ".html", Needs.SOUND, "html.html_writer", "a web page that plays and marks the words"),
    OutputFormat("md", ".md", Needs.TEXT, "text.markdown_writer", "Markdown"),
    OutputFormat("txt", ".txt", Needs.TEXT, "text.plain_text_writer", "plain text"),
    OutputFormat("tei", ".xml", Needs.TEXT, "text.tei_writer", "TEI with speakers and notes"),
)
"""All formats, in the order in which the help lists them."""


def export_targets(options: ExportOptions) -> list[ExportTarget]:
    """The files that `options` asks for.

    Raises UsageError for an unknown format or ending, and for `--text-only` with a format that needs sound or times.
    """
    targets = _targets(options)
    return [ExportTarget(_as_text(format), path) for format, path in targets] if options.text_only else targets


def _as_text(format: OutputFormat) -> OutputFormat:
    if format.needs is Needs.TEXT:
        return format
    if format.is_audio or format.needs is Needs.TIMES:
        raise UsageError(f"--text-only is for .epub and .html; a {format.ending} file is made from the sound.")
    return format._replace(needs=Needs.TEXT)


def _targets(options: ExportOptions) -> list[ExportTarget]:
    by_name = {format.name: format for format in OUTPUT_FORMATS}
    if not options.formats:
        format = _of_ending(options.output)
        if format is None:
            raise UsageError(f"{options.output}: it must end in {_listed([one.ending for one in OUTPUT_FORMATS])}.")
        return [ExportTarget(format, options.output)]
    unknown = next((name for name in options.formats if name not in by_name), None)
    if unknown is not None:
        raise UsageError(f"There is no format {unknown!r}; there are {_listed(list(by_name))}.")
    formats = [by_name[name] for name in dict.fromkeys(options.formats)]
    if len(formats) == 1:
        return [ExportTarget(formats[0], options.output)]
    own = _of_ending(options.output)
    stem = options.output.name.removesuffix(own.ending) if own else options.output.name
    return [ExportTarget(format, options.output.with_name(stem + format.ending)) for format in formats]


def _of_ending(output: Path) -> OutputFormat | None:
    """The format with the longest ending that the file's name has."""
    name = output.name.lower()
    fitting = [format for format in OUTPUT_FORMATS if name.endswith(format.ending) and name != format.ending]
    return max(fitting, key=lambda format: len(format.ending), default=None)


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
