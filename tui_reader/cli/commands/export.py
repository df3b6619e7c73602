"""`tui-reader export`: writes a document, or many, as sound, captions, a book, a web page or text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import (
    add_document,
    add_narration,
    add_reading,
    add_recording,
    make_reading_options,
)
from tui_reader.cli.argument_values import format_names, loudness, number, turn_number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each, saying_how_to_go_on, telling_progress
from tui_reader.cli.standard_output import STANDARD_OUTPUT, output_file
from tui_reader.errors import UsageError
from tui_reader.terminal.output import print_messages

if TYPE_CHECKING:
    from tui_reader.export.export_document import Exported
    from tui_reader.export.export_options import ExportOptions
    from tui_reader.startup.reading_options import ReadingOptions


def add_arguments(parser: ArgumentParser) -> None:
    """The document and what is written; the names of these arguments are the fields of ExportOptions."""
    add_document(parser)
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True,
        help="File to write, or a folder if FILE is a folder or holds many documents; - is standard output. "
        "The ending chooses the format: .wav .flac .opus .mp3 .m4b, .vtt .srt .ass .json "
        ".chapters.json, .epub .html, .md .txt .xml (TEI).",
    )  # fmt: skip
    parser.add_argument(
        "--format", dest="formats", metavar="LIST", type=format_names, default=(),
        help="Formats to write, whatever the ending of OUT, such as m4b; "
        "several, such as m4b,flac, each get their own ending.",
    )  # fmt: skip
    parser.add_argument("--from", dest="first", metavar="N", type=turn_number, help="First turn to export.")
    parser.add_argument("--until", dest="last", metavar="N", type=turn_number, help="Last turn to export.")
    parser.add_argument(
        "--loudness", metavar="LUFS", type=loudness,
        help="Target loudness in LUFS, from -40 to -5 (default -16; WAV unchanged).",
    )  # fmt: skip
    parser.add_argument(
        "--times", metavar="WHICH", choices=("original", "new"),
        help="Times of captions: original (those of FILE) or new (those of the voices). Default: original if FILE has "
        "times and no sound is written.",
    )  # fmt: skip
    parser.add_argument(
        "--word-times", action="store_true",
        help="Write the time of each word into WebVTT captions, for players that mark the words.",
    )  # fmt: skip
    parser.add_argument(
        "--ledger", action="store_true",
        help="Also write a ledger of what was spoken, what was not and why; verify needs it.",
    )  # fmt: skip
    parser.add_argument("--jobs", metavar="N", type=number, help="Documents exported at once (default: one per core).")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="Export many documents on a Dask cluster.")
    parser.add_argument(
        "--stems", action="store_true", help="Also write a sound file per speaker, and labels for Audacity."
    )
    parser.add_argument("--text-only", action="store_true", help="Write .epub and .html without sound.")
    parser.add_argument(
        "--licence", metavar="TEXT", default="", help="Terms of use of the text, stored in the tags of the files."
    )
    parser.add_argument(
        "--cite", metavar="STYLE", nargs="?", const="setting",
        choices=("setting", "plain", "chicago", "bibtex", "csl-json"),
        help="Cite the document where its source is named: plain, chicago, bibtex or csl-json; without STYLE as in the "
        "setting citation.",
    )  # fmt: skip
    add_narration(parser)
    add_recording(parser)
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Write it. A folder, or a file of many documents with --format, is written document by document."""
    from tui_reader.document.collection import CollectionError
    from tui_reader.export.export_options import ExportOptions
    from tui_reader.terminal.signals import orderly_ending

    given = vars(arguments)
    options = ExportOptions(**{name: given[name] for name in ExportOptions._fields})
    reading_options = make_reading_options(arguments)
    if options.output == STANDARD_OUTPUT:
        return _to_standard_output(arguments.file, options, reading_options)
    with orderly_ending():
        many = arguments.file is not None and arguments.file.is_dir()
        try:
            many = many or options.output.is_dir()
            done = None if many else _export(arguments.file, options, reading_options)
        except CollectionError:
            if not options.formats:
                raise
            done = None
        if done is None:
            from tui_reader.cli import export_batch

            with saying_how_to_go_on("What is written stays; the same command goes on with the rest."):
                return export_batch.run(arguments.file, options, reading_options, arguments.jobs, arguments.scheduler)
    complain_each(done.notices)
    print_messages([done.line])
    return 0


def _to_standard_output(path: Path | None, options: ExportOptions, reading_options: ReadingOptions) -> int:
    """Write one form of one document to standard output. Raises as `_export` does, UsageError for more than that."""
    from tui_reader.export.output_formats import export_targets
    from tui_reader.terminal.signals import orderly_ending

    if len(options.formats) != 1 or options.ledger or options.stems or (path is not None and path.is_dir()):
        raise UsageError("-o - writes one file of one document: name its form, as in --format md.")
    format = export_targets(options)[0].format
    with orderly_ending(), output_file(options.output, text=format.is_text) as output:
        done = _export(path, options._replace(output=output), reading_options, "standard output")
    complain_each(done.notices)
    return 0


def _export(path: Path | None, options: ExportOptions, reading_options: ReadingOptions, to: str = "") -> Exported:
    """Export one document, with its progress, which names the output or says `to`. Raises as `export_document` does."""
    from tui_reader.export import export_progress
    from tui_reader.export.export_document import check_options, write_job
    from tui_reader.export.export_job import open_export_job
    from tui_reader.formats import parsing_progress
    from tui_reader.workers.worker_process import cores

    check_options(options)
    with saying_how_to_go_on("Nothing was written; the same command starts over."):
        with (
            telling_progress(f"Reading {path or 'the document'}. Ctrl+C stops.") as tell,
            parsing_progress.telling(tell),
        ):
            job = open_export_job(path, reading_options, options)
        started = f"Exporting {job.document.name} to {to or options.output}. Ctrl+C stops."
        with telling_progress(started) as tell, export_progress.telling(tell):
            return write_job(job, processes=cores())


COMMAND = CliCommand("export", "Write a document as sound, captions, book, web page or text.", 20, add_arguments, run)
