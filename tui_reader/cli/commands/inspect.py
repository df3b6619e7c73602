"""`tui-reader inspect`: shows what was understood of a file, for people or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each, print_collection, print_json

if TYPE_CHECKING:
    from tui_reader.document.model import Document


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and how it is shown."""
    add_document(parser)
    parser.add_argument("--json", action="store_true", help="As JSON, for programs.")
    parser.add_argument("--ledger", action="store_true", help="For every character: what is said, or why it is not.")
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Print the report; of a file of many documents, the list of them."""
    from tui_reader.document.collection import CollectionError
    from tui_reader.startup.find_document import open_document

    try:
        document, notices = open_document(arguments.file, make_reading_options(arguments))
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
        _print_report(document, arguments.json)
    return 0


def _print_ledger(document: Document, json: bool) -> None:
    """What becomes of each character."""
    from tui_reader.narration.ledger import ledger
    from tui_reader.narration.narration import Narration

    account = ledger(document, Narration(document))
    if json:
        print_json(account.to_json())
    else:
        print(account.page().rstrip("\n"))


def _print_report(document: Document, json: bool) -> None:
    """Who speaks and why, parts, notes, what is left out."""
    from tui_reader.cli import inspect_report
    from tui_reader.narration.narration import Narration
    from tui_reader.narration.speaker_lines import speaker_lines

    if json:
        print_json(inspect_report.to_json(document, speaker_lines(Narration(document))))
    else:
        print(inspect_report.page(document), end="")


COMMAND = CliCommand(
    "inspect", "Show how a file was understood: speakers, turns, notes, parts.", 40, add_arguments, run
)
