"""`tui-reader inspect`: shows what was understood of a file, for people or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.argument_values import line_number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each, print_collection
from tui_reader.errors import UsageError
from tui_reader.terminal.output import complain, print_json, print_lines, print_text

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.document.model import Document
    from tui_reader.formats.explanation import LineExplanation
    from tui_reader.startup.reading_options import ReadingOptions


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and how it is shown."""
    add_document(parser)
    parser.add_argument("--json", action="store_true", help="As JSON, for programs.")
    parser.add_argument(
        "--ledger", action="store_true", help="List every character as spoken, skipped (and why) or structure."
    )
    parser.add_argument(
        "--why", metavar="LINE", type=line_number,
        help="Tell only why line number LINE of the file does or does not hold a speaker's label.",
    )  # fmt: skip
    add_reading(parser)


def check(arguments: Namespace) -> None:
    """Raise UsageError where two reports are asked for at once."""
    if arguments.why and arguments.ledger:
        raise UsageError("--why and --ledger are two reports; give one of them")


def run(arguments: Namespace) -> int:
    """Print the report, or why a line holds a label or not; of a file of many documents, the list of them."""
    from tui_reader.document.collection import CollectionError
    from tui_reader.startup.explain_line import explain_line
    from tui_reader.startup.find_document import open_document

    try:
        options = make_reading_options(arguments)
        explanation = explain_line(arguments.file, arguments.why, options) if arguments.why else None
        if explanation and not arguments.json:
            print_lines(explanation.sentences())
            return 0
        document, notices = open_document(arguments.file, options)
    except CollectionError as error:
        if arguments.json:
            print_json(error.collection.to_json())
        else:
            print_collection(error.collection)
        return 0
    complain_each(notices)
    if arguments.ledger:
        _print_ledger(document, arguments.json)
    else:
        _print_report(document, arguments.json, explanation, lambda: _recording(document, arguments.file, options))
    return 0


def _recording(document: Document, path: Path | None, options: ReadingOptions) -> str:
    """A line on the recording of a document; empty where it has none."""
    if not document.times or path is None:
        return ""
    from tui_reader.library import open_library
    from tui_reader.startup.find_recording import find_recording

    with open_library(options.library) as library:
        found, told = find_recording(document, path, library.recordings.chosen(document.key))
    named = f"The recording is {found.name}." if found and found.name not in told else ""
    return f"{told} {named}".strip()


def _print_ledger(document: Document, json: bool) -> None:
    """What becomes of each character."""
    from tui_reader.narration.ledger import StreamedLedger
    from tui_reader.narration.narration import Narration

    account = StreamedLedger(document, Narration(document, report=complain))
    if json:
        print_json(account.json_fields())
    else:
        for line in account.lines():
            print_text(line)


def _print_report(
    document: Document, json: bool, explanation: LineExplanation | None, recording: Callable[[], str]
) -> None:
    """Who speaks and why, parts, notes, what is left out; as JSON with the explanation of a line, if asked for.

    `recording` tells people of the recording.
    """
    from tui_reader.cli import inspect_report
    from tui_reader.narration.narration import Narration
    from tui_reader.narration.speaker_lines import speaker_lines

    if json:
        report = inspect_report.to_json(document, speaker_lines(Narration(document, report=complain)))
        print_json(report | {"why": explanation.to_json()} if explanation else report)
    else:
        print_text(inspect_report.page(document, recording()).rstrip("\n"))


COMMAND = CliCommand(
    "inspect", "Show how a file was understood: speakers, turns, notes, parts.", 40, add_arguments, run, check
)
