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
from tui_reader.progress import Progress, count
from tui_reader.script.choices import Choices
from tui_reader.script.utterance import Pause, Utterance

if TYPE_CHECKING:  # what sounds is imported when sound is wanted: the first page should not wait for it
    from tui_reader.casting import Bench, Cast
    from tui_reader.library import Library
    from tui_reader.script.script import Script
    from tui_reader.settings import Settings
    from tui_reader.speech.events import Event
    from tui_reader.speech.player import Player
    from tui_reader.speech.render import Manner

SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0)
NOTHING_PLAYED = 0
"""No run of playing has this serial: what is still on its way from one that was left is dropped."""

Post = Callable[["Event"], None]


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
        self.speed = settings.speed
        self.volume = settings.volume
        self.muted = False
        self.marked: Marked | None = None
        """The word being said, while it is."""
        self.saying: Utterance | None = None
        """What is being said or paused in."""
        self._library, self._settings = library, settings
        self._load_bench, self._make_player = load_bench, make_player
        self._progress = Progress(document)
        self._player: Player | None = None
        self._serial = NOTHING_PLAYED
        self._auditioning = False
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

        settings = self._settings
        return Script(self.document, Choices(settings.announce, settings.letters, settings.spell_out))

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
        return self._player is not None and self._player.playing and not self._auditioning

    @property
    def paused(self) -> bool:
        """Whether it is paused, to go on at the same sound."""
        return self._player is not None and self._player.paused and not self._moved

    @property
    def silent(self) -> bool:
        """Whether nothing can be heard: the sound is off, or there is no device."""
        return self.muted or (self._player is not None and self._player.device_name == "none")

    def who(self, page: Page | None) -> Person | None:
        """Whose page it is."""
        return self.document.person(page.speaker) if page else None

    def notes_of(self, page: Page | None) -> tuple[Note, ...]:
        """The notes that a page refers to, in order."""
        marks = dict.fromkeys(mark.note for passage in (page.passages if page else ()) for mark in passage.marks)
        return tuple(note for mark in marks if (note := self.document.note(mark)))

    def seconds_left(self) -> float:
        """Seconds of reading from here to the end, by the speed set."""
        return self._progress.seconds_left(self.position, self.speed, self._settings.pauses[Pause.CHANGE])

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
        if self.position.page + 1 >= len(self.document.pages):
            return f"End of document. {count(len(self.document.turns), 'turn')}."
        return self._go(Position(self.position.page + 1, 0))

    def previous_page(self) -> str | None:
        """Go to the turn before."""
        return self._go(Position(self.position.page - 1, 0)) if self.position.page else "Start of document."

    def next_of_speaker(self) -> str | None:
        """Go to the next turn of who speaks here."""
        return self._same_speaker(range(self.position.page + 1, len(self.document.pages)), "further")

    def previous_of_speaker(self) -> str | None:
        """Go to the turn before of who speaks here."""
        return self._same_speaker(range(self.position.page - 1, -1, -1), "earlier")

    def _same_speaker(self, pages: range, word: str) -> str | None:
        speaker = self.page.speaker if self.page else None
        for index in pages:
            if self.document.pages[index].speaker == speaker:
                return self._go(Position(index, 0))
        return f"No {word} turn of {self.document.short_name(speaker)}."

    def next_sentence(self) -> str | None:
        """Go to the next sentence."""
        here = self._utterance_here()
        following = self.script.after(here) if here else None
        if following is None:
            return f"End of document. {count(len(self.document.turns), 'turn')}."
        return self._go(_position(following), following)

    def previous_sentence(self) -> str | None:
        """Go to the sentence before."""
        here = self._utterance_here()
        before = self.script.before(here) if here else None
        return self._go(_position(before), before) if before else "Start of document."

    def next_part(self) -> str | None:
        """Go to the next part."""
        here = self.page.part if self.page else None
        for page in self.document.pages[self.position.page :]:
            if page.part is not here:
                return self._go(Position(page.index, 0))
        return "No further part."

    def previous_part(self) -> str | None:
        """Go to the start of this part, or of the part before."""
        page = self.page
        if page is None or self.position.page == 0:
            return "No earlier part."
        part = self.document.pages[self.position.page - 1].part
        first = next(p.index for p in self.document.pages if p.part is part)
        return self._go(Position(first, 0))

    def go_to(self, number: int) -> str | None:
        """Go to the turn of that number."""
        turns = len(self.document.turns)
        for page in self.document.pages:
            if page.turn and page.turn.number == number:
                return self._go(Position(page.index, 0))
        return f"No turn {number}. The last is {turns}." if turns else "The document has no turns."

    def repeat(self) -> str | None:
        """Go back to the start of this turn."""
        return self._go(Position(self.position.page, 0))

    def go(self, position: Position) -> None:
        """Go to a place, wherever it is; reading aloud goes on from there."""
        self._go(position)

    def _go(self, position: Position, utterance: Utterance | None = None) -> str | None:
        """Go there, and go on reading aloud if it was; there is nothing to say of it."""
        was_playing = self.playing
        self.position, self._moved, self._from_title = position, True, False
        self.saying, self.marked, self._serial = utterance, None, NOTHING_PLAYED
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
        if self._player is None:
            self._player = self._make_player(self.cast, self._manner)
            self._player.volume, self._player.muted = self.volume, self.muted
        return self._player

    @property
    def _manner(self) -> Manner:
        from tui_reader.speech.render import Manner

        return Manner(self.speed, self._settings.stereo, self._settings.pauses)

    def play_or_pause(self) -> str | None:
        """Read aloud from here, or pause, or go on at the same sound."""
        player = self.start_sound()
        if self.playing:
            self._note_word(player)
            player.pause()
            self._moved = False
            self.keep()
        elif self.paused:
            player.resume()
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
        if self._player and (self.playing or self.paused or self._auditioning):
            self._note_word(self._player)
            self._player.stop()
            self._moved, self._auditioning, self.marked = True, False, None
            self._serial = NOTHING_PLAYED
            self.keep()

    def _play(
        self,
        utterance: Utterance,
        start: int,
        goes_on: Callable[[Utterance, Utterance], bool] = lambda first, following: True,
    ) -> None:
        """Play from here on, as long as `goes_on` with the first utterance and the one to come."""
        self._moved, self._auditioning = False, False
        self.saying = utterance
        self._serial = self.start_sound().play(self._onward(utterance, goes_on), start)

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
        return self._set_speed(next((s for s in SPEEDS if s > self.speed), SPEEDS[-1]))

    def slower(self) -> str:
        """Read slower."""
        return self._set_speed(next((s for s in reversed(SPEEDS) if s < self.speed), SPEEDS[0]))

    def _set_speed(self, speed: float) -> str:
        self.speed = speed
        self._again()
        return f"Speed {speed:g}."

    def louder(self) -> str:
        """Raise the volume."""
        return self._set_volume(min(1.0, self.volume + 0.1))

    def softer(self) -> str:
        """Lower the volume."""
        return self._set_volume(max(0.0, self.volume - 0.1))

    def _set_volume(self, volume: float) -> str:
        self.volume = round(volume, 2)
        if self._player:
            self._player.volume = self.volume
        return f"Volume {round(100 * self.volume)} percent."

    def sound(self) -> str:
        """Turn the sound off and on; words are marked at the same pace without it."""
        self.muted = not self.muted
        if self._player:
            self._player.muted = self.muted
        return "Sound off." if self.muted else "Sound on."

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
            player = self.start_sound()
            player.change(self.cast, self._manner)
            self._auditioning = True
            self._serial = player.play(iter((utterance,)))

    def _again(self) -> None:
        """Go on from this word with what has changed."""
        if self._player is None:
            return
        self._player.change(self.cast, self._manner)
        if self.playing:
            self._note_word(self._player)
            utterance = self._utterance_here()
            if utterance:
                self._play(utterance, self._spoken_offset(utterance))
        elif self.paused:
            self._moved = True

    def _note_word(self, player: Player) -> None:
        """Take the word being heard as the place."""
        heard = None if self._auditioning else player.heard()
        if heard:
            utterance, start, _ = heard
            self.saying = utterance
            if utterance.offset is not None:
                self.position = Position(utterance.page, utterance.offset + start)

    def handle(self, event: Event) -> bool:
        """Take in what the player says; called in the face's own thread. True where something shown has changed."""
        from tui_reader.speech.events import Began, Finished, WordHeard

        if not isinstance(event, Began | WordHeard | Finished) or event.serial != self._serial or self._auditioning:
            return False
        if isinstance(event, Finished):
            self.saying, self.marked, self._moved = None, None, True
            return True
        utterance = event.utterance
        start, end = (event.start, event.end) if isinstance(event, WordHeard) else (0, 0)
        self.saying = utterance
        if utterance.offset is None:
            self.marked = None
            return True
        self._from_title = False
        self.position = Position(utterance.page, utterance.offset + start)
        if isinstance(event, Began):
            self.marked = None
            self.keep()
        else:
            self.marked = Marked(utterance.page, utterance.offset + start, utterance.offset + end)
        return True

    def close(self) -> None:
        """Keep the place and let go of the sound."""
        if self._player:
            self.stop()
            self._player.close()
        self.keep()


def _position(utterance: Utterance) -> Position:
    return Position(utterance.page, utterance.offset or 0)
