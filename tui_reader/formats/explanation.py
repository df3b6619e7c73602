"""Why a line of a file does or does not begin a turn: what was decided of the label on it, with the reason.

The file is read while the verdicts of `labels` are recorded. Where the format's own markup names the speakers, nothing
is decided, and the explanation says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tui_reader.cleaning import clean, one_line
from tui_reader.document.collection import people_beside, split_id
from tui_reader.document.model import Document
from tui_reader.errors import UsageError
from tui_reader.formats import decoded_text, file_bytes, parse, people_file
from tui_reader.formats.labels import verdicts
from tui_reader.formats.labels.line_search import near_miss, verdicts_at, verdicts_of
from tui_reader.formats.labels.verdicts import NO_WORDS, Verdict
from tui_reader.formats.markup_names import names_in_markup
from tui_reader.formats.people_file import PeopleFile
from tui_reader.named_tuple import NamedTuple

BY_MARKUP = "the file's markup names the speaker"
IN_CAPITALS = "a name in capitals above its words, as Fountain prints them"
_PACKED = frozenset(("epub", "docx", "odt", "rtf"))
"""Formats whose lines are those of the text that was taken out of them."""
_OF_SEVERAL_A_LINE = frozenset(("html", "epub", "tei", "xml"))
"""Formats in which several paragraphs may stand on one line of the file."""
_DECIDED = frozenset(("transcript", "markdown", "html", "tei", "srt", "vtt"))
"""Formats in which a line may look as if it began with a label, where their markup does not name the speakers."""


class LineExplanation(NamedTuple):
    """What was decided of one line."""

    line: int
    """Its number in the decoded file, from 1; in a book, in the text that was read."""
    text: str
    verdicts: tuple[Verdict, ...]
    """On each possible label of the line; empty where it has none."""
    reason: str
    """Why it holds no label, where it has no verdict; else empty."""

    def sentences(self) -> list[str]:
        """A sentence for each possible label, or one that says why the line holds no label."""
        if not self.verdicts:
            return [f"Line {self.line} holds no label: {self.reason}."]
        return [
            f'Line {self.line} holds the label "{one.label}": {one.reason}.'
            if one.kept
            else f'Line {self.line} holds no label; "{one.label}" is not one: {one.reason}.'
            for one in self.verdicts
        ]

    def to_json(self) -> dict[str, Any]:
        """The same as plain values."""
        labels = [{"label": one.label, "is_label": one.kept, "reason": one.reason} for one in self.verdicts]
        return {"line": self.line, "text": self.text, "labels": labels, "reason": self.reason or None}


Decide = Callable[[Document], Document]
"""Takes a document as read; returns it with what a person decided about its labels."""


def explain(
    path: Path,
    line: int,
    encoding: str | None = None,
    decide: Decide | None = None,
    producer: str | None = None,
) -> LineExplanation:
    """Why the line of this number, from 1, of the file at `path` holds a label or not.

    `FILE#id` is one document of a file of many; its lines are those of the file. Raises UsageError for a line that the
    file does not have, and as `formats.read` does.
    """
    path, id = split_id(path)
    name = one_line(path.name, 255) or one_line(path)
    data = file_bytes(path, name)
    people = people_file.load(people_beside(path))
    return explain_bytes(data, name, line, encoding, id and (clean(id) or "?"), people, decide, producer)


def explain_bytes(
    data: bytes,
    name: str,
    line: int,
    encoding: str | None = None,
    id: str | None = None,
    people: PeopleFile | None = None,
    decide: Decide | None = None,
    producer: str | None = None,
) -> LineExplanation:
    """As `explain`, for the bytes of a file called `name`; `people` is what the file of people beside it says."""
    with verdicts.recorded() as made:
        document = parse(data, name, encoding, id, people.entries if people else (), producer=producer)
    text = document.text if document.format in _PACKED else decoded_text(data, name, encoding)
    lines = text.removesuffix("\n").split("\n")
    if not 1 <= line <= len(lines):
        raise UsageError(f"{name}: there is no line {line}; the lines are 1 to {len(lines)}")
    if document.format == "transcript":
        found = verdicts_at(lines, line, made)
        if _is_silent(lines, line, document):
            found = [one._replace(kept=False, reason="no words follow it") for one in found]
    else:
        found = verdicts_of(lines, line, made, document.format in _OF_SEVERAL_A_LINE)
    found = _last_of_each(_confirmed(found, document, people.not_labels if people else (), decide))
    printed = lines[line - 1]
    by_markup = bool(document.turns) and not any(one.kept for one in made)
    if by_markup:
        given = IN_CAPITALS if document.format == "fountain" else BY_MARKUP
        found = [Verdict(one, True, given) for one in names_in_markup(printed, document.people)] or found
    elif not found and document.format in _DECIDED:
        found = near_miss(lines, line)
    return LineExplanation(line, printed, tuple(found), "" if found else _why_none(printed, by_markup, document.format))


def _confirmed(
    found: Sequence[Verdict], document: Document, not_labels: Sequence[str], decide: Decide | None
) -> list[Verdict]:
    """The verdicts after what was decided later: by a person, or for want of words."""
    labels = _labels(document)
    left = labels if decide is None else _labels(decide(document))
    silent = {rest.text for rest in document.residue if rest.why == NO_WORDS}
    confirmed = []
    for one in found:
        reason = ""
        if one.kept and one.label in not_labels:
            reason = "the people file says so"
        elif one.kept and one.label not in labels:
            reason = "no words follow it" if one.label in silent else "no turn of the text begins with it"
        elif one.kept and one.label not in left:
            reason = "you took it out of the labels"
        confirmed.append(one._replace(kept=False, reason=reason) if reason else one)
    return confirmed


def _is_silent(lines: Sequence[str], line: int, document: Document) -> bool:
    """Whether the label on a line of the document's own text was left out, for no words follow it."""
    start = sum(len(one) + 1 for one in lines[: line - 1])
    end = start + len(lines[line - 1])
    return any(rest.why == NO_WORDS and start <= rest.span.start < end for rest in document.residue)


def _labels(document: Document) -> set[str]:
    """All that is printed as a label in the document."""
    return {label for person in document.people for label in person.labels}


def _last_of_each(found: Sequence[Verdict]) -> list[Verdict]:
    """Of several verdicts on one label the one that counts: that it is one, else the last."""
    last: dict[str, Verdict] = {}
    for one in found:
        if one.label not in last or not last[one.label].kept:
            last[one.label] = one
    kept = [one for one in last.values() if one.kept]
    return kept or list(last.values())


def _why_none(line: str, by_markup: bool, format: str) -> str:
    """Why a line without anything like a label holds no label."""
    if not line.strip():
        return "it is empty"
    if format == "fountain":
        return "not a name in capitals above words, as Fountain prints them"
    return f"{BY_MARKUP}, and not here" if by_markup else "nothing at its start is printed as labels are"
