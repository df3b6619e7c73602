"""Where one is in a document and what is heard: all that a face calls, and nothing of how it looks.

A face makes one Reading, gives it the player's events from its own thread (`handle`), calls a method for each command
and shows what has changed. A method that has something to say gives it back as a line; the faces say it in their own
way. The place is kept in the library the moment it changes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Kind, Position
from tui_reader.reading import steps
from tui_reader.reading.aloud import Aloud
from tui_reader.reading.asides import BESIDE, aside, clause_start
from tui_reader.reading.place import Place
from tui_reader.reading.progress import count
from tui_reader.reading.stops import Sleep, Stepping
from tui_reader.script.choices import Choices, Notes
from tui_reader.script.utterance import Pause, Piece, Utterance, cues

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


class Reading(Place):
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
        super().__init__(document, path, library)
        self.marked: Marked | None = None
        """The word being said, while it is."""
        self.saying: Utterance | None = None
        """What is being said or paused in."""
        self.aloud = Aloud(
            settings.speed, settings.volume, settings.stereo, settings.pauses, lambda: self.cast, make_player
        )
        self._settings = settings
        self.choices = settings.choices
        """What is said of the document."""
        self._load_bench = load_bench
        self.stepping = Stepping.NEVER
        self.sleep_timer = Sleep(document, time.monotonic)
        self.notice = ""
        """Something to say that no key asked for; who shows it empties it."""
        self.up_next: Utterance | None = None
        """What is read next, where reading stopped by itself after what comes before it."""
        self._moved = True
        """Whether the place changed since it was paused, so that playing begins anew there."""
        self._from_title = not self.came_back

    def open(self, document: Document, path: Path) -> None:
        """Read another document, from the place where it was left; silent at first."""
        self.stop()
        super().open(document, path)
        self._renew()
        self.sleep_timer.off()
        self._from_title = not self.came_back

    def take_document(self, document: Document) -> None:
        """Go on at the same words of a document that is understood in another way; aloud, if it was."""
        playing = self.playing
        self.stop()
        super().take_document(document)
        self._renew()
        if playing:
            self._play_here()

    def _renew(self) -> None:
        """Forget what was made for the document before."""
        self.sleep_timer.document = self.document
        self._script = self._cast = self.saying = self.marked = self.up_next = None
        self._moved = True
        self.choices = self.choices._replace(only=frozenset(filter(self.document.person, self.choices.only)))
        self.aloud.change()

    @property
    def script(self) -> Script:
        """What is said of the document."""
        if self._script is None:
            from tui_reader.script.script import Script

            self._script = Script(self.document, self.choices)
        return self._script

    _script: Script | None = None

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
    def playing(self) -> bool:
        """Whether it is reading aloud now."""
        return self.aloud.playing

    @property
    def paused(self) -> bool:
        """Whether it is paused, to go on at the same sound."""
        return self.aloud.paused and not self._moved

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

    def next_sentence(self) -> str | None:
        """Go to the next sentence."""
        here = self._utterance_here()
        following = self.script.after(here) if here else None
        if following is None:
            return steps.end_of(self.document)
        self._go(_position(following), following)
        return None

    def previous_sentence(self) -> str | None:
        """Go to the sentence before."""
        here = self._utterance_here()
        before = self.script.before(here) if here else None
        if before is None:
            return "Start of document."
        self._go(_position(before), before)
        return None

    def _go(self, position: Position, utterance: Utterance | None = None) -> None:
        """Go there, and go on reading aloud if it was."""
        was_playing = self.playing
        self._moved, self._from_title = True, False
        self.saying, self.marked, self.up_next = utterance, None, None
        self.aloud.drop()
        super()._go(position)
        if was_playing:
            self._play(utterance or self.script.at(position), 0)

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
            utterance = self.up_next or self._utterance_here()
            if utterance is None:
                return "There is nothing to read."
            self._play(utterance, 0 if self.up_next else self._spoken_offset(utterance))
        return None

    def say_page(self) -> None:
        """Say what is left of this page, and stop behind it."""
        self._say_here(Stepping.TURN)

    def say_sentence(self) -> None:
        """Say this sentence, and stop behind it."""
        self._say_here(Stepping.SENTENCE)

    def say_paragraph(self) -> None:
        """Say what is left of this paragraph, and stop behind it."""
        self._say_here(Stepping.PARAGRAPH)

    def say_word(self) -> None:
        """Say the word of this place alone."""
        page = self.page
        word = page.text[self.position.offset :].split(maxsplit=1) if page else []
        if word:
            self.stop()
            voice = self.script.at(self.position).voice
            pieces = (Piece(0, 0, word[0]),)
            self.aloud.play_apart([Utterance(0, BESIDE, voice, Kind.SPEECH, "", None, pieces, Pause.END)])

    def _say_here(self, stepping: Stepping) -> None:
        self.stop()
        utterance = self._utterance_here()
        if utterance:
            self._play(utterance, self._spoken_offset(utterance), stepping)

    def stop(self) -> None:
        """Fall silent; the place is kept."""
        self._take_word()
        if self.aloud.stop():
            self._moved, self.marked = True, None
            self.keep()

    def _play(self, utterance: Utterance, start: int, stepping: Stepping | None = None) -> None:
        """Play from here on to the end, or to where one stops by `stepping`, as it is set where none is given."""
        self._moved, self.up_next = False, None
        self.saying = utterance
        self.aloud.play(cues(self._onward(utterance, stepping or self.stepping), start))

    def _play_here(self) -> None:
        """Play from this word on."""
        utterance = self._utterance_here()
        if utterance:
            self._play(utterance, self._spoken_offset(utterance))

    def _onward(self, first: Utterance, stepping: Stepping) -> Iterator[Utterance]:
        yield first
        last, following = first, self.script.after(first)
        while following and stepping.goes_on(last, following) and self.sleep_timer.goes_on(following.page):
            yield following
            last, following = following, self.script.after(following)

    def _spoken_offset(self, utterance: Utterance) -> int:
        """Where in the spoken text the place lies, when it lies inside this utterance."""
        if utterance.offset is None or utterance.page != self.position.page:
            return 0
        return utterance.spoken_at(self.position.offset - utterance.offset)

    def step(self) -> str:
        """Stop by itself after each sentence, each paragraph, each turn, or not."""
        self.stepping = self.stepping.next
        self._again()
        return "Reading on." if self.stepping is Stepping.NEVER else f"Stop after each {self.stepping}."

    def sleep(self) -> str:
        """Set the sleep timer: its next choice."""
        told = self.sleep_timer.turn(self.position.page)
        self._again()
        return told

    def one_side(self) -> str:
        """Hear only who speaks here, or everybody again."""
        speaker = self.page.speaker if self.page else None
        if self.choices.only or speaker is None:
            self._choose(self.choices._replace(only=frozenset()))
            return "Everybody is heard."
        self._choose(self.choices._replace(only=frozenset([speaker])))
        return f"Only {self.document.short_name(speaker)} is heard."

    def notes_aloud(self) -> str:
        """When notes are read aloud: the next choice."""
        every = list(Notes)
        notes = every[(every.index(self.choices.notes) + 1) % len(every)]
        self._choose(self.choices._replace(notes=notes))
        return {
            Notes.SILENT: "Notes are not read aloud.",
            Notes.MARK: "Notes are read after their sentence.",
            Notes.TURN: "Notes are read after their turn.",
            Notes.END: "Notes are read at the end.",
        }[notes]

    def aside(self) -> str | None:
        """Say the note of this place, or who speaks, while the talk waits, then goes on from its last clause."""
        playing = self.playing
        self._take_word()
        utterance = self._utterance_here()
        said = aside(self.document, self.script, self.position, self.page)
        if not said or utterance is None:
            return "There is no note here."
        if not playing:
            self.aloud.play_apart(said)
            return None
        start = clause_start(utterance.spoken, self._spoken_offset(utterance))
        self.aloud.play(chain(cues(said), cues(self._onward(utterance, self.stepping), start)))
        return None

    def _choose(self, choices: Choices) -> None:
        """Say other things of the document from here on."""
        playing = self.playing
        self._take_word()
        self.choices, self._script = choices, None
        self.saying, self.up_next, self._moved = None, None, True
        if playing:
            self._play_here()

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
            self.aloud.play_apart([utterance])

    def _with_sound(self, line: str) -> str:
        self._again()
        return line

    def _again(self) -> None:
        """Go on from this word with what has changed."""
        if not self.aloud.change():
            return
        if self.playing:
            self._take_word()
            self._play_here()
        elif self.paused:
            self._moved = True

    def _take_word(self) -> None:
        """Take the word being heard, or paused in, as the place."""
        if not (self.playing or self.paused):
            return
        heard = self.aloud.word()
        if heard and heard.utterance and heard.utterance.number != BESIDE:
            self.saying = heard.utterance
            if heard.utterance.offset is not None:
                self.position = Position(heard.utterance.page, heard.utterance.offset + heard.start)

    def handle(self, event: Event) -> bool:
        """Take in what the player says; called in the face's own thread. True where something shown has changed."""
        heard = self.aloud.told(event)
        if heard is None:
            return False
        if self.sleep_timer.due:
            self.aloud.end()
            self._fall_asleep()
        utterance = heard.utterance
        if utterance and utterance.number == BESIDE:
            self.marked = None
            return True
        if utterance is None:
            self._ended()
        self.saying, self.marked = utterance, None
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

    def _ended(self) -> None:
        """Reading came to an end: of all, or where it was to stop."""
        self.up_next = self.script.after(self.saying) if self.saying else None
        if self.up_next and not self.sleep_timer.goes_on(self.up_next.page):
            self._fall_asleep()
        if self.up_next:
            self._library.keep_place(self.document, self.path, _position(self.up_next))

    def stops_behind_page(self) -> bool:
        """Whether one who reads on without a voice stops behind this page: by steps, or to sleep."""
        asleep = self.sleep_timer.due or not self.sleep_timer.goes_on(self.position.page + 1)
        if asleep:
            self._fall_asleep()
        return asleep or self.stepping is not Stepping.NEVER

    def _fall_asleep(self) -> None:
        self.sleep_timer.off()
        self.notice = "Sleep."

    def close(self) -> None:
        """Keep the place and let go of the sound."""
        self.stop()
        self.aloud.close()
        self.keep()


def _position(utterance: Utterance) -> Position:
    return Position(utterance.page, utterance.offset or 0)
