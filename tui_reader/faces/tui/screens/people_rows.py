"""The rows of the speakers' screen: people, their labels, likely merges and doubts, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.document.model import Document, Suggestion
from tui_reader.formats.doubts import Doubt, doubts
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading.speakers import SpeakerSummary, speakers
from tui_reader.terminal.counts import count


class PeopleRow(NamedTuple):
    """Something to choose: a person, one of the labels of a person, a suggestion or a doubt."""

    speaker: SpeakerSummary | None = None
    label: str | None = None
    """None for all labels of the person."""
    suggestion: Suggestion | None = None
    doubt: Doubt | None = None

    @property
    def name(self) -> str:
        """The label, or the person's id."""
        return self.label or (self.speaker.person.id if self.speaker else "")

    @property
    def only_label(self) -> str | None:
        """The label, where there is only one to choose."""
        labels = self.speaker.person.labels if self.speaker else ()
        return self.label or (labels[0] if len(labels) == 1 else None)

    @property
    def text(self) -> str:
        """The row as it is shown."""
        if self.doubt:
            return f"In doubt: {self.doubt.told}"
        if self.suggestion:
            return f"Possibly the same person: {' and '.join(self.suggestion.labels)}"
        if self.speaker is None:
            return ""
        if self.label:
            return f"    {self.label}, {count(dict(self.speaker.labels)[self.label], 'turn')}"
        person = self.speaker.person
        name = person.name or person.id
        known = [name, *([person.id] if person.id != name else []), count(self.speaker.turns, "turn")]
        return ", ".join(known)

    def about(self, document: Document) -> list[str]:
        """What is known of the row, a sentence each."""
        if self.doubt:
            return [self.doubt.told, "Enter corrects it, y confirms that it is right."]
        if self.suggestion:
            return [self.suggestion.because, "Enter merges them."]
        if self.speaker is None:
            return []
        person = self.speaker.person
        if self.label:
            first = next((turn for turn in document.turns if turn.label.text == self.label), None)
            return [f"First, turn {first.number}: {first.text}"] if first else []
        return [*([f"{person.role}."] if person.role else []), *person.evidence]


def rows_of(document: Document) -> Iterator[PeopleRow]:
    """The people with their labels, where somebody has several; then the likely merges, then the doubts."""
    for speaker in speakers(document):
        yield PeopleRow(speaker)
        if len(speaker.labels) > 1:
            yield from (PeopleRow(speaker, label) for label, _ in speaker.labels)
    yield from (PeopleRow(suggestion=hint) for hint in document.suggestions)
    yield from (PeopleRow(doubt=doubt) for doubt in doubts(document))
