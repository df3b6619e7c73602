"""The prompter of a rehearsal: the next words of a turn that the person says by heart. Knows no face."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from tui_reader.document.hidden_words import DIRECTIONS
from tui_reader.document.model import Position
from tui_reader.document.word_spans import word_spans
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Utterance
from tui_reader.reading.place import Place
from tui_reader.reading.playback import Playback
from tui_reader.reading.snippets import SnippetPlayback
from tui_reader.reading.spoken_content import SpokenContent

PROMPTED = 4
"""Words of a prompt."""


class _Prompt(NamedTuple):
    """Words that are prompted next."""

    utterance: Utterance
    """The sentence that has them."""
    start: int
    end: int
    """Where they are in the page's text."""
    printed: str


class Prompter:
    """Prompts with a few words at a time."""

    def __init__(
        self,
        place: Place,
        spoken: SpokenContent,
        playback: Callable[[], Playback],
        snippets: Callable[[], SnippetPlayback],
    ) -> None:
        self._place, self._spoken, self._playback, self._snippets = place, spoken, playback, snippets
        self._ended = Position(-1, 0)
        """Where the last prompt ended."""

    def begin_anew(self) -> None:
        """The next prompt does not go on from the last."""
        self._ended = Position(-1, 0)

    def prompt(self, aloud: bool) -> str | None:
        """Whisper the next words, or return them where nothing is said `aloud`; a line also where there are none.

        They are the first ones of the sentence whose time it is; the next time, those after them. The silence goes on
        from these words.
        """
        found = self._next()
        if found is None:
            return "No further words of this turn."
        utterance, start, end, printed = found
        self._ended = Position(utterance.page, end)
        if not aloud:
            return f"Prompt: {printed}"
        begins = utterance.offset or 0
        first = utterance.spoken_at(start - begins)
        is_last = end - begins >= len(utterance.printed)
        last = len(utterance.spoken) if is_last else utterance.spoken_at(end - begins)
        words = utterance.spoken[first:last].strip() or printed
        self._snippets().whisper(words, utterance, first, Position(utterance.page, start))
        return None

    def _next(self) -> _Prompt | None:
        """The next words; None at the end of the turn."""
        here, saying = self._place.position, self._playback().saying
        if saying and saying.offset is not None and saying.page == here.page:
            here = Position(saying.page, saying.offset)
        here = max(here, self._ended) if here.page == self._ended.page else here
        text = self._place.whole.pages[here.page].text
        for start, end in self._passages(here.page):
            word = next(word_spans(text, max(start, here.offset), end), None)
            if word is None:
                continue
            utterance = self._spoken.narration.at(Position(here.page, word[0]))
            until = min(end, (utterance.offset or 0) + len(utterance.printed))
            words = [*islice(word_spans(text, word[0], until), PROMPTED)]
            if utterance.page == here.page and words:
                first, last = words[0][0], words[-1][1]
                return _Prompt(utterance, first, last, " ".join(text[first:last].split()))
        return None

    def _passages(self, page: int) -> Iterator[tuple[int, int]]:
        """Where passages that the person says begin and end in the text of a page."""
        for start, passage in self._place.whole.pages[page].passages_at():
            if passage.kind not in DIRECTIONS:
                yield start, start + len(passage.text)
