"""A people file: who the speakers of one document are, written by anyone, beside the document.

`NAME.people.toml` beside `NAME.txt` holds `[[person]]` tables with `name`, and perhaps `role`, `kind` (which voice:
"woman", "old man"), `labels` and `source`, and above them `not_labels`, a list of words that look like labels and are
not, and `audio`, the name of the recording, in the same folder or below it. Each `[[turn]]` corrects one turn: `at` is
the character of the text where its words begin, `words` are the first of them, and `change` is "give", "split" or
"join", with `speaker`. A table that is broken is a warning with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tui_reader.cleaning import one_line
from tui_reader.document.decision import Decision, Verb
from tui_reader.document.model import Document
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.sex_and_age import KINDS, NOTHING
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple
from tui_reader.small_file import read_small
from tui_reader.terminal.counts import count

LARGEST = 250_000
"""Bytes: some thousand people."""
LARGEST_PLACE = 1 << 32
MOST_TOLD = 20
"""Wrong tables that are told one by one."""
_BRACKETS = "write each {0} as [[{0}]], with two brackets"
_CHANGES = {"give": Verb.GIVE_TURN, "split": Verb.SPLIT_TURN, "join": Verb.JOIN_TURN}
_FIRST = 6
"""Words by which a turn is known."""
_SEARCHED = 400
"""Characters in which they stand."""


class TurnEntry(NamedTuple):
    """A correction of one turn."""

    words: str
    """The first words at its place, by which it is known."""
    decision: Decision


class PeopleFile(NamedTuple):
    """What a people file says."""

    entries: tuple[PersonEntry, ...] = ()
    not_labels: tuple[str, ...] = ()
    turns: tuple[TurnEntry, ...] = ()
    audio: str = ""
    """The name of the recording, or its path below the folder; empty where it names none."""
    warnings: tuple[str, ...] = ()
    """A line for each thing wrong with it."""


def load(path: Path) -> PeopleFile:
    """What the file at `path` says, and what is wrong with it; nothing where there is no file."""
    name = one_line(path.name)
    try:
        data = read_small(path, LARGEST, name)
        if data is None:
            return PeopleFile()
        from tui_reader.document.media_files import is_below  # only where there is a file to read
        from tui_reader.toml_file import parse_file

        text, whole = parse_file(data, name)
    except ReaderError as error:
        return _wrong(f"{error}; the people are taken from the document alone")
    not_labels = whole.get("not_labels", [])
    warnings = []
    if not _are_words(not_labels):
        warnings.append(f"{name}:{_lines(text, 'not_labels')[0]}: not_labels is a list of words in quotes")
        not_labels = []
    audio = whole.get("audio", "")
    if not (isinstance(audio, str) and is_below(audio)):
        warnings.append(
            f"{name}:{_lines(text, 'audio')[0]}: audio is the name of a file in this folder or below it, in quotes"
        )
        audio = ""
    people = [_entry(table, name) for table in _right(whole, "person", _problem, name, text, warnings)]
    turns = [_turn_entry(table) for table in _right(whole, "turn", _problem_of_turn, name, text, warnings)]
    if len(warnings) > MOST_TOLD:
        warnings[MOST_TOLD:] = [f"{name}: {len(warnings) - MOST_TOLD:,} more tables are wrong and left out"]
    return PeopleFile(tuple(people), tuple(map(_words, not_labels)), tuple(turns), audio, tuple(warnings))


def _right(
    whole: Mapping[str, Any],
    key: str,
    problem: Callable[[object], str | None],
    name: str,
    text: str,
    warnings: list[str],
) -> Iterator[dict[str, Any]]:
    """The tables called `key` with which nothing is wrong; a warning for each of the others."""
    tables = whole.get(key, [])
    if not isinstance(tables, list):
        tables = [None]
    lines = _lines(text, f"[[{key}]]", f"[{key}", key)
    for number, table in enumerate(tables):
        wrong = problem(table)
        if wrong:
            warnings.append(f"{name}:{lines[min(number, len(lines) - 1)]}: {wrong}")
        else:
            yield table


def _wrong(warning: str) -> PeopleFile:
    return PeopleFile(warnings=(warning,))


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _problem(table: object) -> str | None:
    """What is wrong with one person's table."""
    if not isinstance(table, dict):
        return _BRACKETS.format("person")
    unknown = sorted(set(table) - {"name", "role", "kind", "labels", "source"})
    if unknown:
        return f'unknown key "{one_line(unknown[0])}"; a person has name, role, kind, labels and source'
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        return "a person needs a name, in quotes"
    if any(not isinstance(table.get(key, ""), str) for key in ("role", "source")):
        return "role and source are words in quotes"
    kind = table.get("kind", "man")
    if not isinstance(kind, str) or kind not in KINDS:
        return f"kind is one of {', '.join(KINDS)}, in quotes"
    if not _are_words(table.get("labels", [])):
        return 'labels is a list of words in quotes: labels = ["GWB", "GB"]'
    return None


def _entry(table: Mapping[str, Any], file: str) -> PersonEntry:
    role, source = (_words(table.get(key, "")) or None for key in ("role", "source"))
    labels = tuple(map(_words, table.get("labels", [])))
    return PersonEntry(
        _words(table["name"]), role, labels, source, file, stated=KINDS.get(table.get("kind", ""), NOTHING)
    )


def _problem_of_turn(table: object) -> str | None:
    """What is wrong with one turn's table."""
    if not isinstance(table, dict):
        return _BRACKETS.format("turn")
    unknown = sorted(set(table) - {"at", "words", "change", "speaker"})
    if unknown:
        return f'unknown key "{one_line(unknown[0])}"; a turn has at, words, change and speaker'
    at, words, change, speaker = (table.get(key) for key in ("at", "words", "change", "speaker"))
    if not isinstance(at, int) or isinstance(at, bool) or not 0 <= at < LARGEST_PLACE:
        return "at is the number of a character of the text"
    if not isinstance(words, str) or not words.strip() or not isinstance(speaker, str | None):
        return "words and speaker are words in quotes"
    if not isinstance(change, str) or change not in _CHANGES or (change == "give" and not speaker):
        return 'change is "give", with a speaker, or "split" or "join"'
    return None


def _turn_entry(table: Mapping[str, Any]) -> TurnEntry:
    decision = Decision(_CHANGES[table["change"]], str(table["at"]), _words(table.get("speaker") or ""))
    return TurnEntry(_words(table["words"]), decision)


def turns_corrected(document: Document, entries: Sequence[TurnEntry], is_one_of_many: bool = False) -> Document:
    """The document with the corrections of its turns, and a warning for those whose words are not at their place.

    Where it `is_one_of_many`, they are those of another.
    """
    fitting = [entry for entry in entries if _first_words(document, entry.decision.place).startswith(entry.words)]
    if len(fitting) < len(entries) and not is_one_of_many:
        missing = count(len(entries) - len(fitting), "turn")
        told = f"{document.name}: {missing} of the people file could not be found"
        document = document._replace(warnings=(*document.warnings, told))
    if not fitting:
        return document
    from tui_reader.document.decisions import apply

    return apply(document, [entry.decision for entry in fitting])


def _first_words(document: Document, place: int) -> str:
    return _words(document.text[place : place + _SEARCHED])


def people_toml(document: Document, audio: str = "") -> str:
    """The text of a people file that says who speaks in a document, and what of its turns was corrected.

    `audio` names its recording.
    """
    from tui_reader.document.turn_corrections import ADDED
    from tui_reader.toml_file import toml_value

    written = [f"# Who speaks in {document.name}.\n"]
    if audio:
        written.append(f"\naudio = {toml_value(audio)}\n")
    if document.unmarked:
        written.append(f"\nnot_labels = [{', '.join(map(toml_value, document.unmarked))}]\n")
    for person in document.people:
        if ADDED in person.evidence:
            continue  # no label of the document is theirs: the turns that are name them
        written.append("\n[[person]]\n")
        written.append(f"name = {toml_value(person.name or person.id)}\n")
        if person.role:
            written.append(f"role = {toml_value(person.role)}\n")
        if kind := next((kind for kind, what in KINDS.items() if what == person.stated), None):
            written.append(f"kind = {toml_value(kind)}\n")
        written.append(f"labels = [{', '.join(map(toml_value, person.labels))}]\n")
    names = {verb: name for name, verb in _CHANGES.items()}
    for decision in document.corrections:
        words = " ".join(_first_words(document, decision.place).split()[:_FIRST])
        written.append(f"\n[[turn]]\nat = {decision.place}\nwords = {toml_value(words)}\n")
        written.append(f"change = {toml_value(names[decision.verb])}\n")
        if decision.value:
            written.append(f"speaker = {toml_value(decision.value)}\n")
    return "".join(written)


def _words(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str, *starts: str) -> list[int]:
    """The lines, from 1, that begin with one of these; the first line if none does."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith(starts)] or [1]
