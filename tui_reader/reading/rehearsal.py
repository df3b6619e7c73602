"""A rehearsal: the turns of some speakers are left to the person, who says them by heart; and where they hesitated.

Their words are hidden in `Place.document`, which everything shows; `Place.whole` has them. Knows no face.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui_reader.document.hidden_words import NOBODY, WordsShown
from tui_reader.document.model import Position
from tui_reader.document.writing_systems import spoken_length
from tui_reader.library import LibraryError
from tui_reader.reading.own_turn import Hesitation, OwnTurn
from tui_reader.reading.place import Place
from tui_reader.reading.playback import Playback
from tui_reader.reading.playback_controller import PlaybackController
from tui_reader.reading.prompter import Prompter
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND
from tui_reader.reading.snippets import SnippetPlayback
from tui_reader.reading.speakers import person_called
from tui_reader.reading.spoken_content import SpokenContent
from tui_reader.reading.stops import Stops
from tui_reader.terminal.counts import count, duration

SHORT = 300
"""Characters of a turn that is repeated whole before one's own; of a longer one the last sentence is."""
NOT_YOURS = "This is not your turn."
NO_PART = "No part is yours."
SHOWN = {
    WordsShown.HIDDEN: "Words hidden.",
    WordsShown.LETTERS: "First letters.",
    WordsShown.WHOLE: "Words shown.",
}
"""What is said of each choice."""


class Rehearsal:
    """The part that the person rehearses in the document of a place. Methods that say something return a line."""

    def __init__(
        self,
        place: Place,
        spoken: SpokenContent,
        stops: Stops,
        player: PlaybackController,
        playback: Callable[[], Playback],
        snippets: Callable[[], SnippetPlayback],
        part_changed: Callable[[], None],
        words_shown: Callable[[], None],
        recorded_left: Callable[[Position], float | None],
    ) -> None:
        """`part_changed` is called when another part is rehearsed, `words_shown` when more or fewer words are shown.

        `recorded_left` gives the seconds of a recording from a place to its end, where one is heard.
        """
        self._place, self._spoken, self._stops, self._player = place, spoken, stops, player
        self._playback, self._part_changed, self._words_shown = playback, part_changed, words_shown
        self._recorded_left = recorded_left
        self._prompter = Prompter(place, spoken, playback, snippets)
        self._notice = ""
        self.turn: OwnTurn | None = None
        """The turn that the person is saying now."""
        self.hesitations: list[Hesitation] = []
        """The last one of each turn."""

    # Whose part it is

    @property
    def names(self) -> str:
        """Whose turns are left to the person: "Ball", "Ball and Stevenson"."""
        return self._place.part_names

    @property
    def opening(self) -> list[str]:
        """A line for when the document is opened; none where nobody's part is rehearsed."""
        return [f"Your part: {self.names}."] if self._place.hiding.speakers else []

    @property
    def choices(self) -> list[tuple[str, frozenset[str]]]:
        """The parts that may be taken, with their names: that of who speaks here first; nobody's last, to leave one."""
        document, here = self._place.whole, self._place.speaker_of(self._place.page)
        people = [*filter(None, (here,)), *(one for one in document.people if here is None or one.id != here.id)]
        found = [(document.short_name(one.id), frozenset((one.id,))) for one in people]
        return [*found, *([(NOBODY.capitalize(), frozenset[str]())] if self._place.hiding.speakers else [])]

    @property
    def question(self) -> str:
        """What is asked before the choices, after where the person hesitated and whose part it is now."""
        now = f"Your part is {self.names}. " if self._place.hiding.speakers else ""
        return f"{self.report}{now}Rehearse whose part?"

    def take_named(self, name: str) -> str:
        """Take the part of the person who is called so, or nobody's."""
        document = self._place.whole
        words = person_called(document, name)
        found = [one.id for one in document.people if words in (one.id, *one.labels)]
        if not found and name.casefold() != NOBODY:
            names = ", ".join(document.short_name(one.id) for one in document.people)
            return f"No speaker is called {name}. Speakers: {names}."
        return self.take(found[:1])

    def take(self, speakers: Iterable[str]) -> str:
        """Leave the turns of these people (by id) to the person, and save that for the document; of nobody, to end it.

        Where it cannot be saved, it is so until the program ends.
        """
        before, chosen, trouble = self.names, frozenset(speakers), ""
        try:
            self._place.keep_part(chosen)
        except LibraryError as error:
            trouble = f" Not saved. {error}"
        self.turn, self._notice, self.hesitations = None, "", []
        self._place.hide(self._place.hiding._replace(speakers=chosen, pages={}))
        self._part_changed()
        told = f"Your part: {self.names}." if chosen else f"{before} has a voice again." if before else NO_PART
        return told + trouble

    # What is shown

    def show_words(self) -> str:
        """Show more of the words of this turn: the first letters, then all, then none again."""
        hiding, page = self._place.hiding, self._place.page
        if page is None or not hiding.of(page):
            return NOT_YOURS if hiding.speakers else NO_PART
        choice = hiding.choice(page.index).next
        self._place.hide(hiding._replace(pages={**hiding.pages, page.index: choice}))
        self._words_shown()
        return SHOWN[choice]

    @property
    def is_hidden(self) -> bool:
        """Whether the words at the place are hidden."""
        hiding, page = self._place.hiding, self._place.page
        return page is not None and hiding.of(page) and hiding.choice(page.index) is WordsShown.HIDDEN

    # A turn of the person

    @property
    def is_own(self) -> bool:
        """Whether the place is in a turn of the person."""
        return self._place.hiding.of(self._place.page)

    @property
    def waits(self) -> bool:
        """Whether a turn of the person lasts until a key, and not as long as the voice would take."""
        return self._stops.waits

    def _seconds(self, page: int) -> float:
        """How long the voice would take from a page on for the turns of the person that follow each other there."""
        pages, hiding = self._place.whole.pages, self._place.hiding
        end, characters = page, 0
        while end < len(pages) and hiding.of(pages[end]):
            characters += spoken_length(pages[end].text)
            end += 1
        recorded, later = (self._recorded_left(Position(at, 0)) if at < len(pages) else 0.0 for at in (page, end))
        if recorded is None or later is None:
            return characters / CHARACTERS_A_SECOND / self._player.speed
        return max(0.0, recorded - later) / self._player.speed

    def line(self, page: int) -> str:
        """What is said when a turn of the person begins, at a page: "Your turn: Ball, 12 seconds."."""
        name = self._place.whole.short_name(self._place.whole.pages[page].speaker)
        seconds = max(1, round(self._seconds(page)))
        return f"Your turn: {name}, {count(seconds, 'second') if seconds < 100 else duration(seconds)}."

    def at(self, page: int | None, held: bool = False) -> None:
        """Reading has come to a page (its index), or to its end; `held`: it is paused there."""
        own = page is not None and self._place.hiding.of(self._place.whole.pages[page])
        turn = self.turn
        if turn and not (own and page in (turn.last_page, turn.last_page + 1)):
            self._end(turn)
            turn = None
        if page is not None and own:
            if turn is None:
                turn, self._notice = OwnTurn(page, self._seconds(page)), self.line(page)
                self._prompter.begin_anew()
            turn.last_page = page
            turn.hold(held)
        self.turn = turn

    def follow(self) -> None:
        """Reading aloud has come to another sentence, was paused, goes on, or has ended."""
        playback = self._playback()
        if playback.saying or not playback.playing:
            self.at(playback.saying.page if playback.saying else None, playback.paused)

    def _end(self, turn: OwnTurn) -> None:
        hesitation = turn.ended(self.waits)
        self.hesitations = [one for one in self.hesitations if one.page != turn.page]
        self.hesitations += [hesitation] if hesitation else []

    def take_notice(self) -> str:
        """The line for a turn of the person that has begun, "" without one. Each is returned once."""
        notice, self._notice = self._notice, ""
        return notice

    @property
    def report(self) -> str:
        """Where the person hesitated, a sentence for each turn, with a blank behind it; "" where nowhere."""
        pages = self._place.whole.pages
        turns = ((pages[one.page].turn, one.told) for one in sorted(self.hesitations))
        return "".join(f"Turn {turn.number}: {told}. " for turn, told in turns if turn)

    def prompt(self, aloud: bool) -> str | None:
        """Whisper the next words of this turn of the person, or return them where nothing is said `aloud`."""
        page = self._place.page
        if page is None or not self.is_own:
            return NOT_YOURS if self._place.hiding.speakers else NO_PART
        if self.turn is None:
            self.at(page.index)
            self._notice = ""
        if self.turn:
            self.turn.prompts += 1
        return self._prompter.prompt(aloud)

    def repeat(self) -> bool:
        """Go to the cue before this turn of the person, so that both are said again; False where it is not theirs."""
        hiding, pages, index = self._place.hiding, self._place.whole.pages, self._place.position.page
        if not self.is_own:
            return False
        while index and hiding.of(pages[index]):
            index -= 1
        self._prompter.begin_anew()
        position = Position(index, 0)
        if not hiding.of(pages[index]) and len(pages[index].text) > SHORT:
            said = [one for one in self._spoken.narration.page(index) if one.offset is not None]
            position = Position(index, said[-1].offset or 0) if said else position
        self._place.go(position)
        return True
