"""The command `people`: who speaks in a document, and what the person decides about it.

Decisions are kept in the library for the document; shared, they are a people file beside it. Knows no face.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tui_reader.atomic_write import atomic_write
from tui_reader.document.collection import is_standard_input
from tui_reader.document.columnar import printed_labels
from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document
from tui_reader.errors import UsageError
from tui_reader.formats.people_file import beside
from tui_reader.library import Library

WITH_VALUE = (Verb.MERGE, Verb.NAME, Verb.ROLE)


def decisions(given: dict[Verb, list[str]]) -> list[Decision]:
    """What the options say: un-marking and splitting first, then merging, then names. Raises UsageError."""
    found: list[Decision] = []
    for verb in (Verb.UNMARK, Verb.SPLIT, Verb.MERGE, Verb.NAME, Verb.ROLE):
        for words in given.get(verb, []):
            label, sign, value = words.partition("=")
            if verb in WITH_VALUE and not (label and sign and value):
                raise UsageError(f"--{verb} {words!r}: write it as --{verb} GB=GWB.")
            found.append(Decision(verb, label, value) if verb in WITH_VALUE else Decision(verb, words))
    return found


def decide(document: Document, found: list[Decision], library: Library) -> None:
    """Keep decisions about labels and people that are there. Raises UsageError for one about a label that is not."""
    known = {label for person in document.people for label in (person.id, *person.labels)}
    for decision in found:
        for name in (decision.label, *([decision.value] if decision.verb is Verb.MERGE else [])):
            if name not in known:
                raise UsageError(f"{document.name} has no label {name!r}; it has {', '.join(sorted(known)) or 'none'}.")
    library.decide(document.key, found)


def lines(document: Document) -> Iterator[str]:
    """Who speaks: id, name, role, labels with how often, why; and what may be decided."""
    uses = Counter(label for part in document.parts for label in printed_labels(part))
    for person in document.people:
        labels = ", ".join(f"{label} {uses[label]}" for label in person.labels)
        yield ", ".join(filter(None, (person.id, person.name, person.role))) + f" ({labels})"
        yield from (f"    {evidence}" for evidence in person.evidence)
    for hint in document.suggestions:
        yield f"perhaps one: {' and '.join(hint.labels)}: {hint.because}"
    if not document.people:
        yield "Nobody: no labels were found."


def share(document: Document, path: Path, target: Path) -> Path:
    """Write the people as a people file, into `target` or, where it is ".", beside the document. Gives its path."""
    if target == Path():
        if is_standard_input(path):
            raise UsageError("Standard input has no folder: name the file to write, as in --share talk.people.toml.")
        target = beside(path)
    written = [f"# Who speaks in {document.name}.\n"]
    if document.unmarked:
        written.append(f"\nnot_labels = [{', '.join(map(_quoted, document.unmarked))}]\n")
    for person in document.people:
        written.append("\n[[person]]\n")
        written.append(f"name = {_quoted(person.name or person.id)}\n")
        if person.role:
            written.append(f"role = {_quoted(person.role)}\n")
        written.append(f"labels = [{', '.join(map(_quoted, person.labels))}]\n")
    with atomic_write(target) as file:
        file.write("".join(written).encode())
    return target


def _quoted(words: str) -> str:
    """A TOML string: JSON's are, where DEL is escaped too."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
