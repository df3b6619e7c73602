"""`tui-reader people --everywhere`: a person in all documents of the library, and decisions about who is one person."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import make_reading_options
from tui_reader.cli.command_output import complain_each, milestones, saying_how_to_go_on
from tui_reader.cli.decision_list import place_of
from tui_reader.errors import UsageError
from tui_reader.terminal.output import PROGRAM, print_json, print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.library import Library
    from tui_reader.library.people_everywhere import PersonEverywhere
    from tui_reader.library.same_people_store import PersonDecision
    from tui_reader.reading.all_said import AllSaid

ANY = ""
"""What --everywhere is without a name."""


def add_arguments(parser: ArgumentParser) -> None:
    """The person, and what is done with them."""
    group = parser.add_argument_group("a person in all documents of the library")
    group.add_argument(
        "--everywhere", metavar="NAME", nargs="?", const=ANY,
        help="Where a person speaks or is spoken of, when, and with whom they talk; without NAME, what was decided.",
    )  # fmt: skip
    group.add_argument(
        "--all", dest="every", action="store_true", help="List all documents, not only the first twenty."
    )
    group.add_argument("--json", action="store_true", help="Print it as JSON.")
    group.add_argument("--said", action="store_true", help="Open all that the person said, to read and hear it.")
    group.add_argument(
        "-o", "--output", metavar="OUT", type=Path,
        help="Write all that the person said as one document; the ending chooses the format, as for export.",
    )  # fmt: skip
    group.add_argument("--same", metavar="OTHER", help="Decide that NAME and OTHER are one person in all documents.")
    group.add_argument("--take", metavar="FILE", type=Path, help="Take over decisions that somebody shared.")


def is_asked(arguments: Namespace) -> bool:
    """Whether any of these arguments was given. Raises UsageError for those that need --everywhere and lack it."""
    if arguments.everywhere is None:
        if arguments.take is not None:
            arguments.everywhere = ANY
        given = next((one for one in ("same", "said", "output", "json", "every") if getattr(arguments, one)), None)
        if given and arguments.everywhere is None:
            raise UsageError(f"--{'all' if given == 'every' else given} needs a person: --everywhere NAME.")
    return arguments.everywhere is not None


def run(arguments: Namespace) -> int:
    """Decide what was asked for; then write, open or list."""
    from tui_reader.library import require_library

    _check(arguments)
    changes = any(one is not None for one in (arguments.same, arguments.undo, arguments.take))
    path: Path | None = None
    with require_library(arguments.library, to_keep=changes) as library:
        if changes:
            _decide(arguments, library)
        else:
            _tell_unread(library)
        if arguments.share:
            _share(arguments, library)
        elif arguments.everywhere == ANY:
            _print_decisions(library, arguments.json)
        elif arguments.output or arguments.said:
            said = _all_said(_one(arguments.everywhere, library), library)
            complain_each(said.notices)
            if arguments.output:
                _export(said, arguments, library)
            path = said.write() if arguments.said else None
        elif not changes:
            _print(library, arguments)
    return _open(path, arguments) if path else 0


def _tell_unread(library: Library) -> None:
    """Add what came with the program, and say which files are not read yet."""
    from tui_reader.library import LibraryError, catalogue

    try:
        catalogue.with_troubles_reported(catalogue.adding_own(library))
        unread = catalogue.unread(library)
    except LibraryError as error:  # what is there can be told all the same
        library.note(str(error))
    else:
        print_messages([f"{unread} `{PROGRAM} library` reads what is new."] if unread else [])


def _check(arguments: Namespace) -> None:
    """Raise UsageError for options that do not go together."""
    if arguments.file is not None:
        raise UsageError("--everywhere is about all documents of the library: leave FILE out.")
    named = ("same", "output", "said")
    without = next((one for one in named if getattr(arguments, one)), None)
    if arguments.everywhere == ANY and without:
        raise UsageError(f"--{without} needs a person: --everywhere NAME.")
    of_document = (
        "split_turn",
        "join_turn",
        "turn",
        "keep",
        "unmark",
        "split",
        "merge",
        "name",
        "role",
        "kind",
        "forget",
    )
    given = next((one for one in of_document if getattr(arguments, one)), None)
    if given:
        raise UsageError(f"--{given.replace('_', '-')} is about one document, and --everywhere about all.")


def _decide(arguments: Namespace, library: Library) -> None:
    decisions = library.everywhere.decisions
    if arguments.take is not None:
        from tui_reader.formats.same_people_file import load
        from tui_reader.library.same_people_store import PersonDecision

        new = decisions.add(*(PersonDecision(*one) for one in load(arguments.take)))
        print_messages([f"{new} new decision{'' if new == 1 else 's'}."])
    if arguments.undo is not None:
        every = decisions.all()
        gone = every[place_of(arguments.undo, len(every), "people --everywhere")]
        decisions.take_back(gone)
        print_messages([f"Taken back: {gone.line}"])
    if arguments.same is not None:
        one, other = _one(arguments.everywhere, library), _one(arguments.same, library)
        if one.rows == other.rows:
            raise UsageError(f"{arguments.everywhere} and {arguments.same} are one person already: {one.name}.")
        print_messages([library.everywhere.decide_same(one, other).line])


def _one(typed: str, library: Library) -> PersonEverywhere:
    """The person who is meant. Raises UsageError where nobody is, or several are."""
    found = _found(typed, library)
    if len(found) > 1:
        named = "; ".join(f"{number} {one.name}" for number, one in enumerate(found[:9], 1))
        raise UsageError(f"{typed!r} may be {len(found)} people: {named}. Add the number: {quote(f'{typed} 1')}.")
    return found[0]


def _found(typed: str, library: Library) -> list[PersonEverywhere]:
    """The people of a name, or the one of a number behind it. Raises UsageError where there is nobody."""
    found = library.everywhere.find(typed)
    name, _, last = typed.rpartition(" ")
    if not found and name and last.isascii() and last.isdecimal():
        every = library.everywhere.find(name)
        place = int(last[:9]) - 1
        if every and not 0 <= place < len(every):
            raise UsageError(f"There are {len(every)} people called {name}.")
        found = every[place : place + 1]
    exact = [one for one in found if one.name.casefold() == typed.casefold()]
    if not found:
        raise UsageError(f"Nobody called {typed} is in the library.")
    return exact if len(exact) == 1 else found


def _print(library: Library, arguments: Namespace) -> None:
    from tui_reader.library.people_words import MOST, person_json, person_line, person_lines

    found = _found(arguments.everywhere, library)
    if arguments.json:
        print_json({"people": [person_json(one, library.everywhere) for one in found]})
    elif len(found) == 1:
        print_lines(person_lines(found[0], library.everywhere, arguments.every))
    else:
        shown = found if arguments.every else found[:MOST]
        print_lines(f"{number} {person_line(one)}" for number, one in enumerate(shown, 1))
        if len(shown) < len(found):
            print_lines([f"{len(found) - len(shown)} more; --all lists them."])
        print_lines([f"More of one: {PROGRAM} people --everywhere {quote(f'{arguments.everywhere} 1')}"])


def _print_decisions(library: Library, as_json: bool) -> None:
    every = library.everywhere.decisions.all()
    if as_json:
        print_json({"decisions": [one._asdict() for one in every]})
        return
    print_lines(_numbered(every) if every else ["Nothing was decided about people in all documents."])


def _numbered(decisions: Iterable[PersonDecision]) -> Iterable[str]:
    return (f"{number} {one.line}" for number, one in enumerate(decisions, 1))


def _share(arguments: Namespace, library: Library) -> None:
    """Write the decisions into a file. Raises UsageError without a name for it, ReaderError where it is not written."""
    from tui_reader.atomic_write import atomic_write
    from tui_reader.cli.standard_output import output_file, tell_written
    from tui_reader.formats.same_people_file import same_people_toml
    from tui_reader.startup.input_files import InputFiles

    target: Path = arguments.share
    if target == Path():
        raise UsageError("Name the file to write: --everywhere --share people.toml.")
    InputFiles([], arguments.library).refuse(target)
    with output_file(target) as path, atomic_write(path) as file:
        file.write(same_people_toml(library.everywhere.decisions.all()).encode())
    tell_written(target)


def _all_said(person: PersonEverywhere, library: Library) -> AllSaid:
    from tui_reader.reading.all_said import all_said

    with saying_how_to_go_on("Nothing was written."):
        return all_said(person, library, milestones(f"Reading all that {person.name} said.").reached)


def _export(said: AllSaid, arguments: Namespace, library: Library) -> None:
    from tui_reader.export import export_progress
    from tui_reader.export.export_document import write_job
    from tui_reader.export.export_job import export_job_of
    from tui_reader.export.export_options import ExportOptions
    from tui_reader.startup.input_files import InputFiles
    from tui_reader.terminal.signals import orderly_ending
    from tui_reader.workers.worker_process import cores

    inputs = InputFiles(said.sources, arguments.library)
    options = make_reading_options(arguments)
    job = export_job_of(said.document, None, inputs, library, options, ExportOptions(output=arguments.output))
    progress = milestones(f"Exporting {arguments.output}. Ctrl+C stops.")
    with orderly_ending(), export_progress.telling(progress.reached):
        done = write_job(job, processes=cores())
    complain_each(done.notices)
    print_messages([done.line])


def _open(path: Path, arguments: Namespace) -> int:
    """Open what a person said on the face that fits the terminal."""
    from tui_reader.cli.commands import open as open_command
    from tui_reader.cli.parser import DEFAULT, command_parser, load_command

    opened = command_parser(load_command(DEFAULT)).parse_args([str(path)])
    for name in ("library", "engine", "speed", "width"):
        setattr(opened, name, getattr(arguments, name))
    return open_command.run(opened)
