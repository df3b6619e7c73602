"""The order of a document as frozen data: turns, the parts they are in, the pages the reader shows, and positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.document.printed_pieces import Label, Passage
from tui_reader.named_tuple import NamedTuple


class Turn(NamedTuple):
    """One labelled speech. Two labels of the same speaker in a row make two turns."""

    number: int
    """Counted from 1 through the whole document."""
    speaker: str
    """The id of a Person."""
    label: Label
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The turn as printed, without its label and marks, with a line feed between passages."""
        return "\n".join(passage.text for passage in self.passages)


class Part(NamedTuple):
    """A part of the document: the dialogue, an act of it, or what came with it, such as a memo, letter or preface."""

    id: str
    """Unique in the document: "exchange", "memo", "act-1"."""
    heading: Passage | None
    author: str | None
    """The id of the Person who wrote it, if it is a letter or memo."""
    body: tuple[Passage, ...] = ()
    """What comes before the first turn, or everything if there are no turns."""
    turns: Sequence[Turn] = ()
    """A tuple; in a long part a `columnar.ColumnarTurns`, which makes each turn when it is asked for."""
    on_demand: bool = False
    """Whether it is read only when asked for, like a cast list or a preface."""

    @property
    def opening(self) -> tuple[Passage, ...]:
        """The passages that are pages before the turns: heading and body."""
        return (*((self.heading,) if self.heading else ()), *self.body)


class Page(NamedTuple):
    """What the reader shows at a time: one turn, or the heading and body of a part."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which no page needs
    """From 0."""
    part: Part
    turn: Turn | None
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The passages with a line feed between them; `Position.offset` is an index into it."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def speaker(self) -> str | None:
        """The id of the turn's speaker or the part's author; None if there is neither."""
        return self.turn.speaker if self.turn else self.part.author

    def passages_at(self) -> Iterator[tuple[int, Passage]]:
        """Each passage with the index of its first character in `text`."""
        offset = 0
        for passage in self.passages:
            yield offset, passage
            offset += len(passage.text) + 1


class Position(NamedTuple):
    """A place in the pages, such as a bookmark, a search hit, the spoken word or the cursor."""

    page: int
    """Index into `Document.pages`, from 0."""
    offset: int
    """Index into `Page.text`."""
