"""`tui-reader stats`: who spoke how much, as a table with bars, as JSON or as a picture."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, make_reading_options
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each, line_width, print_collection, wants_lines
from tui_reader.terminal.output import print_json, print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.reading.talk_statistics import TalkStatistics


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and how its figures are told."""
    add_document(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="As JSON, for programs.")
    form.add_argument(
        "--svg", metavar="OUT", type=Path, help="Draw it into the file OUT as an SVG picture; - is standard output."
    )
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Print the figures or draw them; of a file of many documents, print the list of them."""
    from tui_reader.cli.stats_table import to_json
    from tui_reader.document.collection import CollectionError
    from tui_reader.library import open_library
    from tui_reader.reading.talk_statistics import statistics_of
    from tui_reader.startup.find_document import find_document
    from tui_reader.startup.input_files import InputFiles

    options = make_reading_options(arguments)
    try:
        with open_library(options.library) as library:
            path, document, notices = find_document(arguments.file, library, options)
    except CollectionError as error:
        if arguments.json:
            print_json(error.collection.to_json())
        else:
            print_collection(error.collection)
        return 0
    if arguments.svg:
        InputFiles([path], options.library).refuse(arguments.svg)
    complain_each(notices)
    statistics = statistics_of(document)
    if arguments.json:
        print_json(to_json(document, statistics))
    elif arguments.svg:
        _draw(document, statistics, arguments.svg)
    else:
        _print(document, statistics)
    return 0


def _print(document: Document, statistics: TalkStatistics) -> None:
    """A table on a terminal, with bars; without them in a pipe; a sentence for each speaker with a screen reader."""
    from tui_reader.cli.stats_table import ESTIMATED, in_words, table

    terminal = sys.stdout.isatty()
    title = document.heading.rstrip(".")
    if not statistics.speakers:
        print_lines([f"{title}: nobody speaks in it."])
    elif wants_lines():
        print_lines([f"{title}:", *in_words(statistics)])
    else:
        head = [f"{title}:"] if terminal else []
        print_lines([*head, *table(statistics, line_width() if terminal else None)])
    if statistics.speakers and not statistics.is_timed:
        print_messages([ESTIMATED])


def _draw(document: Document, statistics: TalkStatistics, out: Path) -> None:
    """Write the picture: all of it, or nothing."""
    from tui_reader.atomic_write import atomic_write
    from tui_reader.cli.standard_output import output_file, tell_written
    from tui_reader.cli.stats_table import in_words
    from tui_reader.export.pictures.talk_chart import talk_chart

    drawn = talk_chart(document, statistics, in_words(statistics))
    with output_file(out) as path, atomic_write(path) as file:
        file.write(drawn)
    tell_written(out)


COMMAND = CliCommand("stats", "Show who spoke how much: turns, words, minutes, interruptions.", 45, add_arguments, run)
