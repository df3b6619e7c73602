"""Where one is in a document and what is heard: all that a face calls, and nothing of how it looks.

A face makes one Reading, gives it the player's events from its own thread (`handle`), calls a method for each command
and shows what has changed. A method that has something to say gives it back as a line; the faces say it in their own
way. The place is kept in the library the moment it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Note, Page, Person, Position
from tui_reader.reading import steps
from tui_reader.reading.aloud import Aloud
from tui_reader.reading.progress import Progress, count
from tui_reader.script.utterance import Pause, Utterance, cues

if TYPE_CHECKING:
    from tui_reader.casting import Bench, Cast
    from tui_reader.library import Library
    from tui_reader.script.script import Script
    from tui_reader.settings import Settings
    from tui_reader.speech.events import Event
    from tui_reader.speech.player import Player
    from tui_reader.speech.render import Manner


class Marked(NamedTuple):
    """What is being said, on the page: characters `start` to `end` of that page's text."""

    page: int
    start: int
    end: int


class Reading:
    """One document being read by one person."""

    def __init__(
        self,
        document: Document,
        path: Path,
        library: Library,
        settings: Settings,
        load_bench: Callable[[], Bench],
        make_player: Callable[[Cast, Manner], Player],
    ) -> None:
        """`load_bench` and `make_player` are called when voices or sound are first wanted, or by `start_sound`."""
        self.document, self.path = document, path
        self.marked: Marked | None = None
        """The word being said, while it is."""
        self.saying: Utterance | None = None
        """What is being said or paused in."""
        self.aloud = Aloud(
            settings.speed, settings.volume, settings.stereo, settings.pauses, lambda: self.cast, make_player
        )
        self._library, self._settings = library, settings
        self._load_bench = load_bench
        self._progress = Progress(document)
        self._moved = True
        """Whether the place changed since it was paused, so that playing begins anew there."""
        kept = library.place(document.key)
        self.came_back = kept is not None and kept != (0, 0)
        last = max(0, len(document.pages) - 1)
        self.position = kept if kept and kept.page <= last else Position(0, 0)
        self._from_title = not self.came_back
        self.keep()

    @cached_property
    def script(self) -> Script:
        """What is said of the document."""
        from tui_reader.script.script import Script

        return Script(self.document, self._settings.choices)

    @cached_property
    def bench(self) -> Bench:
        """The voices there are."""
        return self._load_bench()

    @property
    def cast(self) -> Cast:
        """Who has which voice."""
        if self._cast is None:
            from tui_reader.casting import cast

            self._cast = cast(self.document, self.bench, self._library.cast(self.document.key))
        return self._cast

    _cast: Cast | None = None

    # Where one is

    @property
    def page(self) -> Page | None:
        """The page one is on; None for a document without any text."""
        pages = self.document.pages
        return pages[self.position.page] if pages else None

    @property
    def playing(self) -> bool:
        """Whether it is reading aloud now."""
        return self.aloud.playing

    @property
    def paused(self) -> bool:
        """Whether it is paused, to go on at the same sound."""
        return self.aloud.paused and not self._moved

    def who(self, page: Page | None) -> Person | None:
        """Whose page it is."""
        return self.document.person(page.speaker) if page else None

    def notes_of(self, page: Page | None) -> tuple[Note, ...]:
        """The notes that a page refers to, in order."""
        marks = dict.fromkeys(mark.note for passage in (page.passages if page else ()) for mark in passage.marks)
        return tuple(note for mark in marks if (note := self.document.note(mark)))

    def seconds_left(self) -> float:
        """Seconds of reading from here to the end, by the speed set."""
        return self._progress.seconds_left(self.position, self.aloud.speed, self._settings.pauses[Pause.CHANGE])

    def where(self) -> str:
        """One line: the turn, who speaks, how far, how long still."""
        page = self.page
        if page is None:
            return "The document has no text."
        percent, minutes = self._progress.percent(self.position), max(1, round(self.seconds_left() / 60))
        return f"{self.name_of(page)}. {percent} percent, {count(minutes, 'minute')} left."

    def name_of(self, page: Page) -> str:
        """A page in words: "Turn 6 of 23, Stevenson", or the part it belongs to."""
        return self._progress.name_of(page)

    def keep(self) -> None:
        """Keep the place in the library."""
        self._library.keep_place(self.document, self.path, self.position)

    # Moving

    def next_page(self) -> str | None:
        """Go to the next turn."""
        return self._step(steps.next_page)

    def previous_page(self) -> str | None:
        """Go to the turn before."""
        return self._step(steps.previous_page)

    def next_of_speaker(self) -> str | None:
        """Go to the next turn of who speaks here."""
        return self._step(steps.next_of_speaker)

    def previous_of_speaker(self) -> str | None:
        """Go to the turn before of who speaks here."""
        return self._step(steps.previous_of_speaker)

    def next_part(self) -> str | None:
        """Go to the next part."""
        return self._step(steps.next_part)

    def previous_part(self) -> str | None:
        """Go to the start of this part, or of the part before."""
        return self._step(steps.previous_part)

    def go_to(self, number: int) -> str | None:
        """Go to the turn of that number."""
        return self._go_where(steps.turn(self.document, number))

    def next_sentence(self) -> str | None:
        """Go to the next sentence."""
        here = self._utterance_here()
        following = self.script.after(here) if here else None
        if following is None:
            return steps.end_of(self.document)
        return self._go(_position(following), following)

    def previous_sentence(self) -> str | None:
        """Go to the sentence before."""
        here = self._utterance_here()
        before = self.script.before(here) if here else None
        return self._go(_position(before), before) if before else "Start of document."

    def repeat(self) -> str | None:
        """Go back to the start of this turn."""
        return self._go(Position(self.position.page, 0))

    def go(self, position: Position) -> None:
        """Go to a place, wherever it is; reading aloud goes on from there."""
        self._go(position)

    def _step(self, step: steps.Step) -> str | None:
        return self._go_where(step(self.document, self.position))

    def _go_where(self, target: Position | str) -> str | None:
        return target if isinstance(target, str) else self._go(target)

    def _go(self, position: Position, utterance: Utterance | None = None) -> str | None:
        """Go there, and go on reading aloud if it was; there is nothing to say of it."""
        was_playing = self.playing
        self.position, self._moved, self._from_title = position, True, False
        self.saying, self.marked = utterance, None
        self.aloud.drop()
        self.keep()
        if was_playing:
            self._play(utterance or self.script.at(position), 0)
        return None

    def _utterance_here(self) -> Utterance | None:
        if self.saying:
            return self.saying
        return self.script.first() if self._from_title else self.script.at(self.position)

    # Sound

    def start_sound(self) -> Player:
        """Open engine and device, so that the first key finds them ready."""
        return self.aloud.start()

    def play_or_pause(self) -> str | None:
        """Read aloud from here, or pause, or go on at the same sound."""
        if self.playing:
            self._take_word()
            self.aloud.pause()
            self._moved = False
            self.keep()
        elif self.paused:
            self.aloud.resume()
        else:
            utterance = self._utterance_here()
            if utterance is None:
                return "There is nothing to read."
            self._play(utterance, self._spoken_offset(utterance))
        return None

    def say_page(self) -> None:
        """Say what is left of this page, and stop behind it."""
        self._say_here(lambda first, following: first.page == following.page)

    def say_sentence(self) -> None:
        """Say this sentence, and stop behind it."""
        self._say_here(lambda first, following: first is following)

    def _say_here(self, goes_on: Callable[[Utterance, Utterance], bool]) -> None:
        self.stop()
        utterance = self._utterance_here()
        if utterance:
            self._play(utterance, self._spoken_offset(utterance), goes_on)

    def stop(self) -> None:
        """Fall silent; the place is kept."""
        self._take_word()
        if self.aloud.stop():
            self._moved, self.marked = True, None
            self.keep()

    def _play(
        self,
        utterance: Utterance,
        start: int,
        goes_on: Callable[[Utterance, Utterance], bool] = lambda first, following: True,
    ) -> None:
        """Play from here on, as long as `goes_on` with the first utterance and the one to come."""
        self._moved = False
        self.saying = utterance
        self.aloud.play(cues(self._onward(utterance, goes_on), start))

    def _onward(self, first: Utterance, goes_on: Callable[[Utterance, Utterance], bool]) -> Iterator[Utterance]:
        following: Utterance | None = first
        while following and goes_on(first, following):
            yield following
            following = self.script.after(following)

    def _spoken_offset(self, utterance: Utterance) -> int:
        """Where in the spoken text the place lies, when it lies inside this utterance."""
        if utterance.offset is None or utterance.page != self.position.page:
            return 0
        return utterance.spoken_at(self.position.offset - utterance.offset)

    def faster(self) -> str:
        """Read faster."""
        return self._with_sound(self.aloud.faster())

    def slower(self) -> str:
        """Read slower."""
        return self._with_sound(self.aloud.slower())

    def louder(self) -> str:
        """Raise the volume."""
        return self.aloud.louder()

    def softer(self) -> str:
        """Lower the volume."""
        return self.aloud.softer()

    def sound(self) -> str:
        """Turn the sound off and on; words are marked at the same pace without it."""
        return self.aloud.mute()

    def set_voice(self, person: str, voice: str) -> None:
        """Give a person (or the narrator) another voice, at once and for good."""
        self._library.keep_voice(self.document.key, person, voice)
        self._cast = None
        self._again()

    def audition(self, person: str) -> None:
        """Hear a person's voice on words of their own, without leaving the place."""
        utterance = next((u for u in self.script if u.voice == person), None)
        if utterance:
            self.stop()
            self.aloud.play_apart(utterance)

    def _with_sound(self, line: str) -> str:
        self._again()
        return line

    def _again(self) -> None:
        """Go on from this word with what has changed."""
        if not self.aloud.change():
            return
        if self.playing:
            self._take_word()
            utterance = self._utterance_here()
            if utterance:
                self._play(utterance, self._spoken_offset(utterance))
        elif self.paused:
            self._moved = True

    def _take_word(self) -> None:
        """Take the word being heard, or paused in, as the place."""
        if not (self.playing or self.paused):
            return
        heard = self.aloud.word()
        if heard and heard.utterance:
            self.saying = heard.utterance
            if heard.utterance.offset is not None:
                self.position = Position(heard.utterance.page, heard.utterance.offset + heard.start)

    def handle(self, event: Event) -> bool:
        """Take in what the player says; called in the face's own thread. True where something shown has changed."""
        heard = self.aloud.told(event)
        if heard is None:
            return False
        self.saying, self.marked = heard.utterance, None
        utterance = heard.utterance
        if utterance is None:
            self._moved = True
        elif utterance.offset is not None:
            self._from_title = False
            self.position = Position(utterance.page, utterance.offset + heard.start)
            if heard.begins:
                self.keep()
            else:
                self.marked = Marked(utterance.page, utterance.offset + heard.start, utterance.offset + heard.end)
        return True

    def close(self) -> None:
        """Keep the place and let go of the sound."""
        self.stop()
        self.aloud.close()
        self.keep()


def _position(utterance: Utterance) -> Position:
    return Position(utterance.page, utterance.offset or 0)
