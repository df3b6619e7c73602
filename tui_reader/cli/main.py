"""The program `tui-reader`: does what the command line asks for, and tells what went wrong in one line.

Exit status: 0 done, 2 wrong use, 130 stopped with Ctrl+C, 1 for the rest. Each face and command is imported when it is
used, for the plain face should be there at once.
"""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.cli.parser import COMMANDS, parse
from tui_reader.errors import DocumentError, ReaderError, UsageError
from tui_reader.terminal.output import PROGRAM, complain, drop_output, in_browser, prepare_streams

if TYPE_CHECKING:
    from tui_reader.document.collection import Collection
    from tui_reader.startup.open_document import Options

gc.set_threshold(10_000)  # looking for garbage 700 objects apart takes 2 ms of the start and finds none

INTERRUPTED = 130
"""The status of a program that Ctrl+C has ended, as shells expect it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for (those of the process, if none are given) and return the exit status."""
    argv = sys.argv[1:] if argv is None else argv
    prepare_streams()
    try:
        if argv and argv[0] in COMMANDS and Path(argv[0]).is_file():
            complain(f"{argv[0]} is a command here; the file of that name is opened by {PROGRAM} ./{argv[0]}.")
        asked = parse(argv)
        _take_input(asked)
        status = ACTIONS[asked.command](asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except ReaderError as error:
        complain(error)
        return error.status
    except BrokenPipeError:
        drop_output()
        return 0
    except OSError as error:
        complain(f"{error.filename or 'Standard output'}: {error.strerror or error}.")
        drop_output()
        return 1
    return status


def _take_input(asked: Namespace) -> None:
    """Read standard input where the document comes from there: it was named, or something was piped to the faces."""
    from tui_reader.document.collection import STANDARD_INPUT, is_standard_input

    file = vars(asked).get("file")
    offered = file is None and asked.command == "open" and not sys.stdin.isatty() and not in_browser()
    if not offered and (file is None or not is_standard_input(file)):
        return
    from tui_reader.formats import LARGEST
    from tui_reader.startup import standard_input

    asked.piped = standard_input.read_offered(LARGEST) if offered else standard_input.read_whole(LARGEST)
    if offered and asked.piped is not None:
        asked.file = Path(STANDARD_INPUT)


def _options(asked: Namespace) -> Options:
    from tui_reader.startup.open_document import Options

    given = vars(asked)
    return Options(**{name: given[name] for name in Options._fields if name in given})


def _open(asked: Namespace) -> int:
    import os

    from tui_reader.startup.face_choice import Face, choose, screen_reader
    from tui_reader.startup.open_document import wanted_settings

    options = _options(asked)
    settings, _ = wanted_settings(options)
    terminal = sys.stdout.isatty() or in_browser()
    choice = choose(Face(asked.face) if asked.face else None, terminal, os.environ, settings, screen_reader)
    if choice.face is Face.PRINT:
        return _print(asked)
    if choice.face is not Face.PLAIN and not terminal:
        raise UsageError(f"The full screen needs a terminal, and standard output is none: {PROGRAM} --print.")
    from tui_reader.faces.face_switch import show

    try:
        return show(asked, choice, options)
    except DocumentError as error:
        from tui_reader.document.collection import CollectionError

        if not isinstance(error, CollectionError) or asked.file is None:
            raise
        from tui_reader.startup.document_choice import choose_document

        asked.file = choose_document(asked.file, error)
        return 0 if asked.file is None else show(asked, choice, options)


def _print(asked: Namespace) -> int:
    from tui_reader.document.collection import CollectionError
    from tui_reader.faces.printing import print_document
    from tui_reader.startup.open_document import open_document, wanted_settings

    settings, warnings = wanted_settings(_options(asked))
    try:
        document, notices = open_document(asked.file, _options(asked))
    except CollectionError as error:
        return _list(error.collection)
    for line in (*warnings, *notices, *document.warnings):
        complain(line)
    print_document(document, min(_columns(), settings.width - 1), sys.stdout, asked.ascii)
    return 0


def _list(collection: Collection) -> int:
    """What a file of many documents holds, for those who opened it without saying which."""
    for line in collection.warnings:
        complain(line)
    print("\n".join(collection.lines()))
    return 0


def _play(asked: Namespace) -> int:
    from tui_reader.faces.play import run as run_play

    return run_play(asked.file, _options(asked), captions=asked.captions)


def _export(asked: Namespace) -> int:
    from tui_reader.document.collection import CollectionError
    from tui_reader.export import ExportOptions, export
    from tui_reader.terminal.signals import orderly_ending

    given = vars(asked)
    order, options = ExportOptions(**{name: given[name] for name in ExportOptions._fields}), _options(asked)
    with orderly_ending():
        many = asked.file is not None and asked.file.is_dir()
        try:
            done = None if many or order.output.is_dir() else export(asked.file, order, options)
        except CollectionError:
            if not order.formats:
                raise
            done = None
        if done is None:
            from tui_reader.cli.export_many import run as run_batch

            return run_batch(asked.file, order, options, asked.jobs, asked.scheduler)
    for line in done.notices:
        complain(line)
    print(done.line, file=sys.stderr)
    return 0


def _verify(asked: Namespace) -> int:
    from tui_reader.export.verification import verify
    from tui_reader.startup.open_document import open_document

    document = open_document(asked.file, _options(asked))[0] if asked.file else None
    findings = verify(asked.output, document)
    for finding in findings:
        print(finding.line)
    return 0 if all(finding.good for finding in findings) else 1


def _inspect(asked: Namespace) -> int:
    from tui_reader.cli import inspect
    from tui_reader.document.collection import CollectionError
    from tui_reader.narration.narration import Narration
    from tui_reader.narration.speaker_lines import speaker_lines
    from tui_reader.startup.open_document import open_document

    try:
        document, notices = open_document(asked.file, _options(asked))
    except CollectionError as error:
        if not asked.json:
            return _list(error.collection)
        _print_json(error.collection.to_json())
        return 0
    for line in notices:
        complain(line)
    script = Narration(document)
    if asked.ledger:
        from tui_reader.narration.ledger import ledger

        account = ledger(document, script)
        if asked.json:
            _print_json(account.to_json())
        else:
            print(account.page().rstrip("\n"))
    elif asked.json:
        _print_json(inspect.to_json(document, speaker_lines(script)))
    else:
        sys.stdout.write(inspect.page(document))
    return 0


def _print_json(value: object) -> None:
    import json

    json.dump(value, sys.stdout, ensure_ascii=sys.stdout.encoding.lower() != "utf-8", indent=1)
    sys.stdout.write("\n")


def _people(asked: Namespace) -> int:
    from tui_reader.cli import people
    from tui_reader.document.decisions import Verb
    from tui_reader.library import open_library
    from tui_reader.startup.open_document import find_document

    options = _options(asked)
    wanted = people.decisions({verb: getattr(asked, verb) for verb in Verb})
    library, forgetful = open_library(options.library)
    try:
        path, document, notices = find_document(asked.file, library, options)
        if asked.forget:
            library.forget_decisions(document.key)
        for decision in wanted:  # one after the other: what is split off may be named in the same breath
            path, document, _ = find_document(path, library, options)
            people.decide(document, [decision], library)
        path, document, _ = find_document(path, library, options)
        for line in filter(None, (forgetful, *notices, *document.warnings, library.trouble)):
            complain(line)
        if asked.share is not None:
            print(f"Wrote {people.share(document, path, asked.share)}.", file=sys.stderr)
        else:
            print("\n".join(people.lines(document)))
    finally:
        library.close()
    return 0


def _lexicon(asked: Namespace) -> int:
    from tui_reader.library import corrections, open_library
    from tui_reader.startup.open_document import find_document

    given = (("said", asked.add), ("ipa", asked.ipa), ("phonemes", asked.phonemes), ("skip", asked.skip))
    added = [entry for option, words in given for entry in corrections.entries_of(option, words, asked.any_case)]
    more, left_out = corrections.imported(asked.source) if asked.source else ([], [])
    options = _options(asked)
    library, forgetful = open_library(options.library)
    with library:
        path, document = asked.file or Path(), None
        notices: list[str] = []
        if asked.file:
            path, document, notices = find_document(asked.file, library, options)
        corrections.remove(asked.remove, document, library)
        corrections.keep((*more, *added), document, library)
        for line in filter(None, (forgetful, *notices, *left_out, library.trouble)):
            complain(line)
        print("\n".join(corrections.lines(document, path, library)))
    return 0


def _bookmarks(asked: Namespace) -> int:
    from tui_reader.cli import bookmarks
    from tui_reader.library import open_library
    from tui_reader.startup.open_document import find_document

    library, forgetful = open_library(asked.library)
    with library:
        _, document, notices = find_document(asked.file, library, _options(asked))
        bookmarks.remove(document, asked.remove, library)
        for line in filter(None, (forgetful, *notices, library.trouble)):
            complain(line)
        if asked.export:
            bookmarks.export(document, asked.export, library)
            print(f"Wrote {asked.export}.", file=sys.stderr)
        else:
            print("\n".join(bookmarks.lines(document, library)))
    return 0


def _library(asked: Namespace) -> int:
    from tui_reader.library import catalogue, open_library

    library, forgetful = open_library(asked.library)
    with library:
        if forgetful:
            complain(forgetful)
        for line in catalogue.remove(asked.remove, library):
            print(line)
        for line in catalogue.add(asked.add, library):
            print(line)
        if asked.search or not (asked.add or asked.remove):
            catalogue.refresh(library)
            wanted = " ".join(asked.search or ())
            found = catalogue.search_lines(library, wanted) if asked.search else catalogue.lines(library, asked.every)
            print("\n".join(found))
        if library.trouble:
            complain(library.trouble)
    return 0


def _voices(asked: Namespace) -> int:
    from tui_reader.cli.voices import forget, hear, measure_lines, people_lines, voice_lines

    if asked.forget is not None:
        print(forget(asked.forget, _options(asked)))
        return 0
    if asked.people or asked.measure:
        options = _options(asked)
        for line in people_lines(options) if asked.people else measure_lines(asked.voice, options, _columns()):
            print(line)
        return 0
    if asked.say is None:
        print("\n".join(voice_lines(asked.voice, _columns())))
        return 0
    if asked.voice is None:
        raise UsageError(f"--say needs a voice: {PROGRAM} voices aes --say.")
    hear(asked.voice, asked.say, _options(asked))
    return 0


def _serve(asked: Namespace) -> int:
    from contextlib import suppress

    from tui_reader.document.collection import CollectionError
    from tui_reader.startup.open_document import open_document

    try:
        from tui_reader.faces.served import run as run_serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "tui_reader":
            raise
        raise ReaderError("serve needs textual-serve: pip install 'tui-reader[serve]'.") from None
    with suppress(CollectionError):  # the screen lists its documents
        open_document(asked.file, _options(asked))
    return run_serve(asked)


def _doctor(asked: Namespace) -> int:
    from tui_reader.cli.doctor import report

    print(report(asked.library, asked.engine))
    return 0


def _accessibility(_: Namespace) -> int:
    from tui_reader.cli.accessibility import page

    print(page())
    return 0


def _columns() -> int:
    """How wide a line may be: one less than the terminal is, for some wrap a full one."""
    import shutil

    return shutil.get_terminal_size().columns - 1


ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "open": _open, "play": _play, "export": _export, "verify": _verify, "inspect": _inspect, "people": _people,
    "lexicon": _lexicon, "bookmarks": _bookmarks, "library": _library, "voices": _voices, "serve": _serve,
    "accessibility": _accessibility, "doctor": _doctor,
}  # fmt: skip
