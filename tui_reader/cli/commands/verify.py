"""`tui-reader verify`: checks an exported file against the ledger beside it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.argument_values import sound_path
from tui_reader.cli.command import CliCommand
from tui_reader.terminal.output import print_lines


def add_arguments(parser: ArgumentParser) -> None:
    """The exported file, and the document that it should be of."""
    parser.add_argument("output", metavar="OUT", type=Path, help="The exported file, with its ledger beside it.")
    add_document(parser, "The document it was made from, to compare them.")
    parser.add_argument(
        "--audio", metavar="SOUND", type=sound_path,
        help="The recording it was made from, if it is not beside it or FILE.",
    )  # fmt: skip
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Print a line for each finding; 1 where one of them is a fault."""
    from tui_reader.export.verification import verify
    from tui_reader.startup.find_document import open_document

    document = open_document(arguments.file, make_reading_options(arguments))[0] if arguments.file else None
    findings = verify(arguments.output, document, arguments.audio, arguments.file)
    for finding in findings:
        print_lines([finding.line])
    return 0 if all(finding.good for finding in findings) else 1


COMMAND = CliCommand("verify", "Check a file that was exported with --ledger.", 30, add_arguments, run)
