"""`tui-reader lexicon`: lists, adds and removes pronunciations, for one document or for all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_library, add_repeatable, make_reading_options
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each
from tui_reader.errors import UsageError
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.output import print_lines

if TYPE_CHECKING:
    from tui_reader.document.model import Document
    from tui_reader.library import Library
    from tui_reader.narration.normalization import LexiconEntry


def add_arguments(parser: ArgumentParser) -> None:
    """What is added and removed; without any of it, the pronunciations are listed."""
    add_document(parser, "A transcript, to set its own pronunciations; without FILE those for all documents.")
    add_repeatable(
        parser,
        ("--add", "WORD=SAID", "Say WORD as if it were spelled SAID: Adlai=Addlay."),
        ("--ipa", "WORD=IPA", "Say WORD by its sounds in IPA (espeak only)."),
        ("--phonemes", "WORD=SOUNDS", "The same in espeak-ng's own letters: Adlai='adleI."),
        ("--skip", "WORD", "Never say WORD."),
        ("--remove", "WORD", "Remove what was set for WORD."),
    )
    parser.add_argument("--any-case", action="store_true", help="Ignore upper and lower case in the words added.")
    parser.add_argument(
        "--import", dest="source", metavar="LEXICON", type=Path, help="Add the words of a PLS or TOML lexicon."
    )
    add_library(parser)


def run(arguments: Namespace) -> int:
    """Remove and add what was asked for, then list what there is."""
    from tui_reader.library import pronunciations, require_library
    from tui_reader.library.lexicon_import import read_lexicon
    from tui_reader.startup.find_document import find_document

    given = (
        ("said", arguments.add), ("ipa", arguments.ipa), ("phonemes", arguments.phonemes), ("skip", arguments.skip)
    )  # fmt: skip
    added = [entry for kind, words in given for entry in _typed_entries(kind, words, arguments.any_case)]
    imported, left_out = read_lexicon(arguments.source) if arguments.source else ([], [])
    options = make_reading_options(arguments)
    changes = bool(added or imported or arguments.remove)
    # Pronunciations for all documents are in a file of their own.
    where = options.library if arguments.file else NO_LIBRARY
    with require_library(where, to_keep=changes and arguments.file is not None) as library:
        path, document = arguments.file or Path(), None
        notices: list[str] = []
        if arguments.file:
            path, document, notices = find_document(arguments.file, library, options)
        pronunciations.remove(arguments.remove, document, library)
        pronunciations.store((*imported, *added), document, library)
        complain_each((*notices, *left_out))
        print_lines(_lines(document, path, library))
        return 1 if library.troubles and not changes else 0


def _typed_entries(kind: str, typed: Iterable[str], any_case: bool) -> Iterator[LexiconEntry]:
    """The entries that an option holds: WORD=SAID for "said", "ipa" and "phonemes", WORD for "skip".

    Raises UsageError.
    """
    from tui_reader.narration.normalization import make_entry

    for words in typed:
        written, sign, value = words.partition("=")
        if written and sign and kind != "skip" and not value.strip():
            raise UsageError(f"{words!r} says nothing for {written}; --skip {written} leaves the word out.")
        if kind != "skip" and not (written and sign):
            raise UsageError(f"{words!r}: write the word, =, and how it is said: Adlai=Addlay.")
        table: dict[str, object] = {"skip": True} if kind == "skip" else {kind: value}
        if any_case:
            table["case"] = False
        try:
            yield make_entry(words if kind == "skip" else written, table)
        except ValueError as error:
            raise UsageError(f"{words!r}: {error}.") from None


def _lines(document: Document | None, path: Path, library: Library) -> Iterator[str]:
    """The pronunciations one by one, as a lexicon file has them: the document's and where they are, or the person's."""
    from tui_reader.library import pronunciations
    from tui_reader.narration.normalization import load_lexicon, own_file
    from tui_reader.startup.find_document import lexicon_beside

    stored = pronunciations.stored(document, library)
    yield from (entry.line for entry in stored)
    if document is None:
        if not stored:
            yield f"No pronunciations of your own yet. They are stored in {own_file()}."
        return
    beside = lexicon_beside(path)
    changed = {entry.written for entry in stored}
    others = [entry for entry in load_lexicon(beside).entries if entry.written not in changed]
    yield from (f"{entry.line}  # in {beside.name}" for entry in others)
    if not stored and not others:
        yield f"No words for {document.name} alone. Those for all documents: tui-reader lexicon."


COMMAND = CliCommand("lexicon", "Set pronunciations, for one document or for all.", 60, add_arguments, run)
