"""`tui-reader people`: lists who speaks in a document and what is in doubt; puts labels and turns right, for it alone.

Decisions are kept in the library; shared, they are a people file beside the document.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.argument_groups import add_document, add_reading, add_repeatable, make_reading_options
from tui_reader.cli.argument_values import number
from tui_reader.cli.command import CliCommand
from tui_reader.cli.command_output import complain_each
from tui_reader.cli.decision_list import LAST
from tui_reader.cli.people_everywhere import add_arguments as add_everywhere
from tui_reader.errors import UsageError
from tui_reader.terminal.output import print_lines

if TYPE_CHECKING:
    from tui_reader.document.decisions import Decision, Verb
    from tui_reader.document.model import Document
    from tui_reader.library import Library
    from tui_reader.startup.reading_options import ReadingOptions


def add_arguments(parser: ArgumentParser) -> None:
    """The document, and the decisions, each as often as wanted; they are taken in the order of this list."""
    add_document(parser)
    add_repeatable(
        parser,
        (
            "--split-turn",
            "TURN@CHARACTER",
            "Begin a new turn at this character of a turn; 12@140=GWB also says whose it is. Turns have the numbers "
            "that the reader shows, also where several are changed.",
        ),
        ("--join-turn", "TURN", "The turn goes on with the one before it."),
        ("--turn", "TURN=PERSON", "The turn is that of another person, or of somebody new: 12=GWB."),
        ("--keep", "LABEL", "What is doubted of LABEL is right as it is."),
        ("--unmark", "LABEL", "LABEL is not a speaker: its words belong to the turn before."),
        ("--split", "LABEL", "LABEL is a different person."),
        ("--merge", "LABEL=PERSON", "LABEL, or another person, is the same as PERSON: GB=GWB."),
        ("--name", "PERSON=NAME", 'Name a person: GWB="George W. Ball".'),
        ("--role", "PERSON=ROLE", 'Give a person a role: GWB="Under Secretary of State".'),
        (
            "--kind",
            "PERSON=KIND",
            'Say what voice a person needs: man, woman, boy, girl, child, "old man", "old woman" or crowd: PAT=woman.',
        ),
        (
            "--voice",
            "PERSON=VOICE",
            "Give a person, or narrator, a voice: GWB=henry. GWB=auto takes it back. tui-reader voices lists them.",
        ),
    )
    parser.add_argument(
        "--undo", metavar="N", nargs="?", type=number, const=LAST,
        help="Take back decision N of those that are listed, or the last one; with --everywhere, of those about all "
        "documents.",
    )  # fmt: skip
    parser.add_argument("--forget", action="store_true", help="Undo everything decided before.")
    parser.add_argument(
        "--share", metavar="OUT", nargs="?", type=Path, const=Path(),
        help="Write the people into a file to share; without OUT, NAME.people.toml beside the document; - is standard "
        "output.",
    )  # fmt: skip
    add_everywhere(parser)
    add_reading(parser)


def run(arguments: Namespace) -> int:
    """Take the decisions, then write the people into a file or list them; or a person of all documents."""
    from tui_reader.cli import people_everywhere
    from tui_reader.cli.decision_list import decision_lines
    from tui_reader.cli.standard_output import tell_written
    from tui_reader.cli.turn_options import turn_decisions
    from tui_reader.document.collection import people_beside, split_id
    from tui_reader.document.decisions import Verb
    from tui_reader.formats.people_file import load
    from tui_reader.library import open_library, require_library
    from tui_reader.startup.find_document import find_document

    if people_everywhere.is_asked(arguments):
        return people_everywhere.run(arguments)
    options = make_reading_options(arguments)
    typed = {verb: getattr(arguments, verb.replace("-", "_")) for verb in Verb}
    wanted = decisions(typed)
    undone = arguments.undo is not None
    changes = any(typed.values()) or arguments.forget or undone or arguments.voice
    opened = (
        require_library(options.library, to_keep=arguments.share is None) if changes else open_library(options.library)
    )
    with opened as library:
        path, document, notices = find_document(arguments.file, library, options)
        target = arguments.share and share_target(path, arguments.share, options)
        if arguments.forget or undone:
            _undo(document, arguments, library)
            path, document, _ = find_document(path, library, options)
        kept = len(library.label_decisions.of(document.key))
        try:
            if of_turns := turn_decisions(document, typed):
                library.label_decisions.add(document.key, of_turns)
            for decision in wanted:  # one after the other: a label that is split off may be named at the same time
                path, document, _ = find_document(path, library, options)
                decide(document, [decision], library)
        except UsageError:  # of options one of which is wrong, none is kept
            for _ in library.label_decisions.of(document.key)[kept:]:
                library.label_decisions.take_back(document.key)
            raise
        path, document, _ = find_document(path, library, options)
        voiced = _give_voices(document, path, library, arguments.voice, options)
        complain_each((*notices, *document.warnings))
        if voiced:
            print_lines(voiced)
        if target:
            share(document, target, load(people_beside(split_id(path)[0])).audio)
            tell_written(target)
        elif not voiced or any(typed.values()):
            print_lines((*_lines(document), *decision_lines(document, library)))
    return 0


def _undo(document: Document, arguments: Namespace, library: Library) -> None:
    """Take back the decision that --undo says, or all. Raises UsageError where it is not there."""
    from tui_reader.cli.decision_list import take_back

    if arguments.undo is not None:
        take_back(document, arguments.undo, library)
    if arguments.forget:
        library.label_decisions.forget(document.key)


def _give_voices(
    document: Document, path: Path, library: Library, typed: Sequence[str], options: ReadingOptions
) -> list[str]:
    """Give people the voices that were typed, and keep them; returns what there is to say. Raises UsageError."""
    if not typed:
        return []
    from tui_reader.cli.voice_choices import keep_voices, voice_choices, voice_lines
    from tui_reader.startup.engine_voices import engine_voices
    from tui_reader.startup.reading_options import effective_settings

    voices = engine_voices(effective_settings(options)[0].engine)
    chosen = voice_choices(document, voices, typed)
    keep_voices(document, path, library, chosen)
    return voice_lines(document, voices, library, chosen)


def decisions(typed: Mapping[Verb, list[str]]) -> list[Decision]:
    """What the options say of labels: un-marking and splitting first, then merging, then names. Raises UsageError."""
    from tui_reader.document.decisions import Decision, Verb
    from tui_reader.document.people.sex_and_age import KINDS

    found: list[Decision] = []
    for verb in (Verb.KEEP, Verb.UNMARK, Verb.SPLIT, Verb.MERGE, Verb.NAME, Verb.ROLE, Verb.KIND):
        for words in typed.get(verb, []):
            if verb in (Verb.KEEP, Verb.UNMARK, Verb.SPLIT):
                found.append(Decision(verb, words))
                continue
            label, sign, value = words.partition("=")
            if not (label and sign and value):
                raise UsageError(f"--{verb} {words!r}: write it as --{verb} GB=GWB.")
            if verb is Verb.KIND and value not in KINDS:
                raise UsageError(f"--kind {words!r}: a person is one of {', '.join(KINDS)}.")
            found.append(Decision(verb, label, value))
    return found


def decide(document: Document, taken: Sequence[Decision], library: Library) -> None:
    """Keep decisions for a document. Raises UsageError where the document has no such label or person."""
    from tui_reader.document.decisions import Verb

    known = {label for person in document.people for label in (person.id, *person.labels)}
    for decision in taken:
        if decision.verb is Verb.KEEP:
            _require_doubt(document, decision.label, known)
            continue
        for name in (decision.label, *([decision.value] if decision.verb is Verb.MERGE else [])):
            if name not in known:
                raise UsageError(f"{document.name} has no label {name!r}; it has {', '.join(sorted(known)) or 'none'}.")
    library.label_decisions.add(document.key, taken)


def _require_doubt(document: Document, words: str, known: Container[str]) -> None:
    """Raises UsageError where neither a label nor a doubt has these words."""
    from tui_reader.formats.doubts import doubts

    if words not in known and words not in document.confirmed and all(one.about != words for one in doubts(document)):
        raise UsageError(f"{document.name} has no label {words!r}, and nothing with these words is in doubt.")


def _lines(document: Document) -> Iterator[str]:
    """Who speaks, a person a line: id, name, role, turns by label, the evidence; then doubts and likely merges."""
    from tui_reader.casting.sex_and_age import sexes_and_ages
    from tui_reader.cli.command_output import doubt_lines, person_words, turns_words
    from tui_reader.document.columnar import counted_turns

    counted, told = counted_turns(document), sexes_and_ages(document)
    for person in document.people:
        yield f"{person_words(person)}: {turns_words(person, counted)}"
        yield from (f"    {evidence}" for evidence in person.evidence)
        if heard := told[person.id].words:
            yield f"    {heard}"
    yield from doubt_lines(document)
    for hint in document.suggestions:
        yield f"Possibly the same: {' and '.join(hint.labels)}: {hint.because}"
    if not document.people:
        yield "No speakers: no labels were found."


def share_target(path: Path, asked: Path, options: ReadingOptions) -> Path:
    """Where the people of the document at `path` are written: as `asked`, or beside the document where that is ".".

    Raises UsageError for a document from standard input, which has no folder, and for a file that is read.
    """
    from tui_reader.document.collection import is_standard_input, people_beside, split_id
    from tui_reader.startup.input_files import InputFiles

    if asked == Path() and is_standard_input(path):
        raise UsageError("Standard input has no folder: name the file to write, as in --share talk.people.toml.")
    own = people_beside(split_id(path)[0])
    target = own if asked == Path() else asked
    InputFiles([path], options.library, rewritten=own).refuse(target)
    return target


def share(document: Document, target: Path, audio: str = "") -> None:
    """Write the people as a people file, which still names its recording, or else that of the document, `audio`.

    Raises ReaderError where it cannot.
    """
    from tui_reader.atomic_write import atomic_write
    from tui_reader.cli.standard_output import output_file
    from tui_reader.formats.people_file import load, people_toml

    with output_file(target) as path, atomic_write(path) as file:
        file.write(people_toml(document, load(path).audio or audio).encode())


COMMAND = CliCommand("people", "List who speaks; correct labels and turns.", 50, add_arguments, run)
