"""The text at the place, told in the plain face: said by the reader's own voice or printed, never both.

Knows when a printed page will have been read; not which key was pressed.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from tui_reader.document.hidden_words import DIRECTIONS, SIGN, WordsShown
from tui_reader.document.model import Page, Part
from tui_reader.faces.plain.kind_sounds import KindSounds, passage_at
from tui_reader.faces.plain.kind_words import told_text
from tui_reader.faces.plain.speaker_name import speaker_name
from tui_reader.faces.plain.writing import Writing
from tui_reader.faces.printing import printed_passage
from tui_reader.lazy_re import lazy_re
from tui_reader.narration.pause import Pause
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND
from tui_reader.settings import Settings
from tui_reader.settings.values import Verbosity

_BLANKS = lazy_re(" {2,}")


class TextTelling:
    """Tells a page, or a piece of it."""

    def __init__(self, reading: Reading, settings: Settings, writing: Writing, voice: bool, sounds: KindSounds) -> None:
        self._reading, self._settings, self._writing, self._sounds = reading, settings, writing, sounds
        self.voice = voice
        """Whether text is said by the reader's own voice."""
        self.verbosity = Verbosity(settings.verbosity)
        """How much is told of a turn."""
        self._own: int | None = None
        """The page that was told last, where it is a turn that the person rehearses."""
        self._named = ""
        """Whose turn was told last."""
        self.part: Part | None = None
        """The part of which something was told last."""
        self._hinted = False
        """Whether the keys of a turn that the person rehearses were told."""
        self._printed: tuple[float, Page] | None = None
        """When a page was printed last, and which."""

    def take_settings(self, settings: Settings) -> None:
        """Tell text by other settings from now on."""
        self.verbosity, self._settings = Verbosity(settings.verbosity), settings

    @property
    def left(self) -> float:
        """Seconds until the page printed last will have been read, at least 0."""
        if self._printed is None:
            return 0.0
        at, page = self._printed
        return max(0.0, at + self._seconds(page) - time.monotonic())

    def page_told(self) -> str:
        """The page as it is printed; its time begins now."""
        page = self._reading.place.page
        self.begin_time()
        if page and not self._reading.place.hiding.of(page):
            self._sounds.play(self._settings, page.passages)
        return self._told(page) if page else "The document has no text."

    def _told(self, page: Page) -> str:
        """The page as verbosely as is wanted."""
        document, turn = self._reading.document, page.turn
        before, self._named = self._named, turn.speaker if turn else ""
        entered, self._own = self._entered(page), None
        if self._reading.place.hiding.of(page):
            self._own = page.index
            return f"{entered}{self.own_turn(self._reading.rehearsal.line(page.index))} {self.own_words(page)}".rstrip()
        words = told_text(document, page)
        if turn is None or (turn.speaker == before and self.verbosity is Verbosity.BRIEF):
            return entered + words
        number = f"Turn {turn.number} of {len(document.turns)}. " if self.verbosity is Verbosity.FULL else ""
        return f"{entered}{number}{speaker_name(document, page, self._settings.names)}: {words}"

    def _entered(self, page: Page) -> str:
        """A line that names the act or scene of a turn, where what was told before is in another."""
        before, self.part = self.part, page.part
        began = page.turn and page.part is not before
        section = self._reading.document.section_of(page.part) if began else ""
        return f"{section}.\n" if section else ""

    def own_turn(self, line: str) -> str:
        """The line that it is the person's turn; the first time with the keys that help in it."""
        if self._hinted:
            return line
        self._hinted, key = True, self._reading.key
        return f"{line} {key('prompt')} prompts, {key('show_words')} shows the words."

    def own_words(self, page: Page) -> str:
        """What is told of the words of a turn that the person rehearses: its directions, and what is shown of them."""
        if self._reading.place.hiding.choice(page.index) is not WordsShown.HIDDEN:
            return _BLANKS.sub(" ", told_text(self._reading.document, page))
        return " ".join(printed_passage(one) for one in page.passages if one.kind in DIRECTIONS)

    def begin_time(self) -> None:
        """The time of the page at the place begins now, whatever was told of it."""
        page = self._reading.place.page
        self._printed = (time.monotonic(), page) if page else None

    def next_verbosity(self) -> Verbosity:
        """Tell more, or after the most the least; how much it is now."""
        levels = list(Verbosity)
        self.verbosity = levels[(levels.index(self.verbosity) + 1) % len(levels)]
        return self.verbosity

    def print_page(self) -> None:
        """Print the page at the place, even if the reader's own voice is on."""
        self._writing.say(self.page_told())

    def page(self) -> None:
        """The page at the place."""
        if self.voice:
            self._reading.snippets.say_page()
        else:
            self.print_page()

    def line_or_page(self, line: str | None) -> None:
        """What a step answers, or the page it has gone to."""
        if line:
            self._writing.say(line)
        else:
            self.page()

    def sentence(self) -> None:
        """The sentence at the place."""
        from tui_reader.faces.plain.plain_words import sentence

        self._piece(self._reading.snippets.say_sentence, sentence)

    def paragraph(self) -> None:
        """The paragraph at the place."""
        from tui_reader.faces.plain.plain_words import paragraph

        self._piece(self._reading.snippets.say_paragraph, paragraph)

    def word(self) -> None:
        """The word at the place."""
        from tui_reader.faces.plain.plain_words import word

        self._piece(self._reading.snippets.say_word, word)

    def _piece(self, say: Callable[[], None], words: Callable[[Reading], str | None]) -> None:
        """Less than a page, aloud or in words; the page where `words` has none."""
        is_hidden = self._reading.rehearsing and self._reading.rehearsal.is_hidden
        if self.voice:
            say()
        elif is_hidden and self._reading.place.position.page != self._own:
            self.print_page()
        else:
            line = words(self._reading)
            is_masked = is_hidden and line is not None and line.strip() in ("", SIGN)
            page = self._reading.place.page
            if line and page and not is_hidden:
                self._sounds.play(self._settings, passage_at(page, self._reading.place.position.offset))
            self.line_or_page("Words hidden." if is_masked else line)

    def _seconds(self, page: Page) -> float:
        """How long the page takes to say at the speed set, the pause behind it included."""
        pause = self._settings.pauses.get(Pause.CHANGE, 0) / 1000
        return (len(page.text) / CHARACTERS_A_SECOND + pause) / self._reading.player.speed
