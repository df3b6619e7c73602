"""One run of playing by a live engine: utterances gathered into messages, and how far each message has been heard.

A message is what one voice says of a page without a break: the engine is given it whole. Knows no thread and no engine.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from tui_reader.narration.utterance import Delivery, ForeignStretch, QueuedUtterance, Utterance

_TWO_WORDS = re.compile(r"\s*\S+\s+\S+\s*")


@dataclass(slots=True, eq=False)
class LiveMessage:
    """What the engine is given at once, and how far it has been heard."""

    parts: list[QueuedUtterance]
    text: str = ""
    starts: list[int] = field(default_factory=list)
    """The character of the text at which each part begins."""
    number: int = -1
    """The engine's number for it; -1 until it is given."""
    announced: int = -1
    """The last of the parts for which `Began` was posted."""
    reached: int = 0
    """Characters into the text that have been heard."""

    def __post_init__(self) -> None:
        for index, part in enumerate(self.parts):
            if index:
                same = part.utterance.paragraph == self.parts[index - 1].utterance.paragraph
                self.text += " " if same else "\n\n"
            self.starts.append(len(self.text))
            self.text += part.utterance.spoken[part.start :]

    def at(self, offset: int) -> tuple[int, int]:
        """The index of the part that holds a character of the text, and where that is in the part's spoken text."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        part = self.parts[index]
        return index, min(part.start + offset - self.starts[index], max(part.start, len(part.utterance.spoken) - 1))

    @property
    def foreign(self) -> Iterator[ForeignStretch]:
        """The stretches of the text in another language than the document's, in order."""
        for at, (utterance, start) in zip(self.starts, self.parts, strict=True):
            for first, end, language in utterance.foreign:
                if end > start:
                    yield ForeignStretch(at + max(first, start) - start, at + end - start, language)

    @property
    def next_word(self) -> int:
        """Characters into the text of where the word after the one that was reached ends; the text's end at the last.

        Two words, for a report may be left out.
        """
        following = _TWO_WORDS.match(self.text, self.reached)
        return following.end() if following else len(self.text)

    def left(self) -> Iterator[QueuedUtterance]:
        """What has not been heard yet, from the word that was reached on."""
        index, start = self.at(self.reached)
        return iter([QueuedUtterance(self.parts[index].utterance, start), *self.parts[index + 1 :]])


@dataclass(slots=True, eq=False)
class LiveRun:
    """One run of playing. A run that was interrupted is a new one, of the same serial, when it goes on."""

    serial: int
    queued: Iterator[QueuedUtterance]
    following: QueuedUtterance | None = None
    """The first utterance of the next message, already taken from `queued`."""
    message: LiveMessage | None = None
    due: float = 0.0
    """When the next message is to be said: seconds of the monotonic clock."""
    place: tuple[Utterance, int] | None = None
    """What was heard when it was paused, and the character of its spoken text."""
    rest: float = 0.0
    """Where it was paused between messages, the seconds until the next is due when it goes on."""
    ending: bool = False
    """Whether the utterance being heard is the last."""
    begun: bool = False
    """Whether anything of it was heard."""

    def next_message(self) -> LiveMessage | None:
        """The next message, which becomes `message`; None at the end of the run."""
        first = self.following or next(self.queued, None)
        self.following = None
        self.message = None
        if first is None or self.ending:
            return None
        parts = [first]
        for queued in self.queued:
            if _message_key(queued.utterance) != _message_key(first.utterance):
                self.following = queued
                break
            parts.append(queued)
        self.message = LiveMessage(parts)
        return self.message

    @property
    def heard(self) -> tuple[Utterance, int] | None:
        """What is heard, and the character of its spoken text; None before anything is."""
        if self.message is None:
            return self.place
        index, at = self.message.at(self.message.reached)
        return self.message.parts[index].utterance, at

    def left(self) -> Iterator[QueuedUtterance]:
        """What has not been heard yet."""
        later = () if self.ending else chain([self.following] if self.following else [], self.queued)
        return chain(self.message.left() if self.message else (), later)


def _message_key(utterance: Utterance) -> tuple[int, str, bool, int]:
    """What the utterances of one message share; one that is left to the person, or whispered, is alone."""
    alone = utterance.number if utterance.delivery is not Delivery.SPOKEN else -1
    return utterance.page, utterance.voice, utterance.beside, alone
