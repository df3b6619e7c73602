"""Reading aloud from a place: what is said next, and the place that follows the voice.

The voice follows the person too: after a move, another speed or another choice of what is read, it continues from the
place. Knows no face, and not how sound is made (`PlaybackController`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_reader.document.model import Position
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.utterance import Utterance, queued
from tui_reader.reading import steps
from tui_reader.reading.observers import Observers
from tui_reader.reading.place import Place
from tui_reader.reading.playback_controller import PlaybackController
from tui_reader.reading.rewind import Rewind
from tui_reader.reading.spoken_asides import BESIDE
from tui_reader.reading.spoken_content import SpokenContent
from tui_reader.reading.stops import Stepping, Stops
from tui_reader.reading.voice_assignment import VoiceAssignment

if TYPE_CHECKING:
    from tui_reader.playback.events import Event


class SpokenMark(NamedTuple):
    """The word that is being said, or its sentence: the characters `start` to `end` of a page's text."""

    page: int
    """The index of the page."""
    start: int
    end: int


class Playback:
    """Reads the document of a place aloud."""

    def __init__(
        self,
        place: Place,
        spoken: SpokenContent,
        stops: Stops,
        voices: VoiceAssignment,
        player: PlaybackController,
        rewind: Rewind,
    ) -> None:
        self._place, self._spoken, self._stops, self._voices, self._player = place, spoken, stops, voices, player
        self._rewind = rewind
        self.marked: SpokenMark | None = None
        """The word being said, while it is."""
        self.marked_outside: int | None = None
        """The character of `saying.printed` at which the word being said begins, where no page's text has it."""
        self.saying: Utterance | None = None
        """The sentence being said or paused in, or the one a step by sentences has gone to."""
        self.started = Observers()
        """Told when the person has it play, here or on from the pause."""
        self.up_next: Utterance | None = None
        """What is read next, where reading stopped by itself before the end."""
        self._moved = True
        """Whether the place changed since the pause, so that playing starts anew there."""
        self._heard_at = 0.0
        self._silent_at: float | None = None
        """When the word at the place began to be heard, and when it was paused since, by the monotonic clock."""
        self._from_title = not place.came_back
        """Whether the title is read first: the document was opened at its beginning and nothing was done yet."""
        self.waiting = False
        """Whether it waits at a turn of the person until a key."""
        self.changed = Observers()
        """Told when another sentence is heard, and when it was paused, goes on or has ended."""
        self._take_pause()
        spoken.changed.add(self._content_changed)
        for changed in (stops.changed, voices.changed, player.changed):
            changed.add(self.restart)

    def document_opened(self) -> None:
        """Another document is read from now on."""
        self.document_changed()
        self._from_title = not self._place.came_back
        self._take_pause()

    def _take_pause(self) -> None:
        """The document was opened: it has been silent since it was left."""
        self._rewind.forget()
        if self._place.left_at is not None:
            self._rewind.silent(self._place.left_at)

    def document_changed(self) -> None:
        """Forget the utterances of the document as it was before."""
        self.saying = self.marked = self.up_next = None
        self._moved, self.waiting = True, False
        self._player.change()

    @property
    def playing(self) -> bool:
        """Whether it is reading aloud now."""
        return self._player.playing

    @property
    def paused(self) -> bool:
        """Whether it is paused, and can go on at the same sound."""
        return self._player.paused and not self._moved

    @property
    def heard_for(self) -> float:
        """Seconds of a recording since the word at the place began, as it is played now or was before the pause."""
        return self._heard_seconds * self._player.speed

    @property
    def _heard_seconds(self) -> float:
        return (time.monotonic() if self._silent_at is None else self._silent_at) - self._heard_at

    # What the person does

    def play_or_pause(self) -> str | None:
        """Read aloud from here, or pause, or go on at the same sound."""
        if self.playing:
            self.take_word()
            self._player.pause()
            self._fell_silent()
            self.changed.tell()
            return None
        self.started.tell()
        utterance = self.up_next or self.utterance_here()
        if self.waiting:
            utterance = self._past_own_turn(utterance)
            self.saying = self.up_next = utterance
        earlier = self._rewind.start(self._spoken.narration, utterance)
        if earlier:
            self._place.set(_position(earlier))
            self.play(earlier, 0)
        elif self.paused:
            self._rewind.forget()
            self._heard_at, self._silent_at = time.monotonic() - self._heard_seconds, None
            self._player.resume()
            self.changed.tell()
        elif utterance is None and self.waiting:
            self.waiting = False
            self.changed.tell()
            return steps.end_of(self._place.document)
        elif utterance is None:
            return self._spoken.why_silent()
        else:
            self.play(utterance, 0 if self.up_next else self.spoken_offset(utterance))
        return None

    def _fell_silent(self) -> None:
        """It is paused at the word that was taken."""
        self._moved, self._silent_at = False, time.monotonic()
        self._rewind.silent()
        self._place.keep()

    def stop(self) -> None:
        """Stop reading aloud; the place is saved."""
        if self.playing:
            self._rewind.silent()
        self.waiting = False
        self.take_word()
        if self._player.stop():
            self._moved, self.marked = True, None
            self._place.keep()

    def next_sentence(self) -> str | None:
        """Go to the next sentence."""
        here = self.utterance_here()
        following = self._spoken.narration.after(here) if here else None
        if following is None:
            return steps.end_of(self._place.document)
        self._go(following)
        return None

    def previous_sentence(self) -> str | None:
        """Go to the start of this sentence, or to the previous one; while it reads, always to the previous one."""
        here = self.utterance_here()
        within = here and here.offset is not None and self._place.position > _position(here)
        before = here if within and not self.playing else self._spoken.narration.before(here) if here else None
        if before is None:
            return "Start of document."
        self._go(before)
        return None

    def _go(self, utterance: Utterance) -> None:
        """Go to a sentence, which may be the title and then has no place of its own in the text."""
        self._place.set(_position(utterance))
        self._continue_at(utterance)

    def seek(self, position: Position) -> None:
        """Go to a word, and read on from it, also within a sentence."""
        self._place.set(position)
        self._continue_at(None, at_word=True)

    def place_moved(self) -> None:
        """The person has gone elsewhere."""
        self._continue_at(None)

    def _continue_at(self, utterance: Utterance | None, at_word: bool = False) -> None:
        """Drop what was played before a move, and read on from `utterance`, or else the place, if it was playing.

        `at_word`: from the word at the place, and not from the beginning of its sentence.
        """
        was_playing = self.playing or self.waiting
        self._moved, self._from_title, self.waiting = True, False, False
        self._rewind.forget()
        self.saying, self.marked, self.up_next = utterance, None, None
        self._player.drop()
        if was_playing and at_word:
            self.play_here()
        elif was_playing:
            self.play(utterance or self._spoken.narration.at(self._place.position), 0)

    # What is played

    def play(self, utterance: Utterance, start: int, stepping: Stepping | None = None) -> None:
        """Play from character `start` of an utterance's spoken text, to the end or to where `stepping` stops.

        Without `stepping` it stops as the person has chosen.
        """
        if stepping is None and self._stops.waits_at(utterance.page):
            self._wait_at(utterance)
            return
        self._moved, self.up_next, self.waiting = False, None, False
        self._rewind.forget()
        self.saying = utterance
        self._player.play(queued(self.onward(utterance, stepping), start))
        self._voices.remember_heard()

    def _wait_at(self, utterance: Utterance) -> None:
        """Be silent at a turn of the person until a key."""
        self._player.stop()
        self._moved, self.waiting = True, True
        self.saying = self.up_next = utterance
        self._place.set(_position(utterance))
        self.changed.tell()

    def _past_own_turn(self, utterance: Utterance | None) -> Utterance | None:
        """What is said after the turns of the person that begin with an utterance."""
        while utterance and self._stops.waits_at(utterance.page):
            utterance = self._spoken.narration.after(utterance)
        return utterance

    def play_here(self) -> None:
        """Play from this word on."""
        utterance = self.utterance_here()
        if utterance:
            self.play(utterance, self.spoken_offset(utterance))

    def onward(self, first: Utterance, stepping: Stepping | None = None) -> Iterator[Utterance]:
        """The utterances from `first` to where reading stops."""
        stepping = stepping or self._stops.stepping
        narration, timer = self._spoken.narration, self._stops.sleep_timer
        yield first
        last, following = first, narration.after(first)
        waits_at = self._stops.waits_at
        while following and stepping.goes_on(last, following) and timer.goes_on(following.page):
            if waits_at(following.page) and not waits_at(last.page):
                return
            yield following
            last, following = following, narration.after(following)

    def utterance_here(self) -> Utterance | None:
        """The utterance from which playing would start."""
        if self.saying:
            return self.saying
        narration = self._spoken.narration
        return narration.first() if self._from_title else narration.at(self._place.position)

    def spoken_offset(self, utterance: Utterance) -> int:
        """The character of an utterance's spoken text that stands at the place; 0 if the place is not inside it."""
        position = self._place.position
        if utterance.offset is None or utterance.page != position.page:
            return 0
        return utterance.spoken_at(position.offset - utterance.offset)

    def restart(self) -> None:
        """Apply a new voice, speed or stop: read on from this word with it."""
        if not self._player.change():
            return
        if self.playing:
            self.take_word()
            self.play_here()
        elif self.paused:
            self._moved = True

    def _content_changed(self) -> None:
        """Other things of the document are read from here on."""
        playing = self.playing
        self.take_word()
        self.saying, self.up_next, self._moved = None, None, True
        if playing:
            self.play_here()

    # What is heard

    def take_word(self) -> None:
        """Move the place to the word that is heard, or paused at."""
        if not (self.playing or self.paused):
            return
        heard = self._player.word()
        if heard and heard.utterance and heard.utterance.number != BESIDE:
            self.saying = heard.utterance
            if heard.utterance.offset is not None:
                self._place.position = Position(heard.utterance.page, heard.utterance.offset + heard.start)

    def handle(self, event: Event) -> bool:
        """Take an event of the player, in the face's own thread. True if something shown has changed."""
        heard = self._player.heard_in(event)
        if heard is None:
            if self._player.was_silenced_by(event):
                self.take_word()
                self._fell_silent()
            return False
        if self._stops.sleep_timer.due:
            self._player.end()
            self._stops.fall_asleep()
        utterance, self.marked_outside = heard.utterance, None
        self._heard_at, self._silent_at = time.monotonic(), None
        if utterance and utterance.number == BESIDE:
            self.marked = None
            return True
        if utterance is None:
            self._ended()
            return True
        self.saying, self.marked = utterance, None
        if utterance.offset is None:
            self.marked_outside = None if heard.begins else heard.start
        else:
            self._from_title = False
            start, end = utterance.offset + heard.start, utterance.offset + heard.end
            self._place.position = Position(utterance.page, start)
            if heard.begins:
                self._place.keep()
            elif heard.is_estimated:
                self.marked = SpokenMark(utterance.page, utterance.offset, utterance.offset + len(utterance.printed))
            else:
                self.marked = SpokenMark(utterance.page, start, end)
        if heard.begins:
            self.changed.tell()
        return True

    def _ended(self) -> None:
        """Reading has come to the end of the document, or to where it was to stop, or to wait."""
        following = self._spoken.narration.after(self.saying) if self.saying else None
        self.saying, self.marked, self.up_next, self._moved = None, None, following, True
        asleep = following is not None and not self._stops.sleep_timer.goes_on(following.page)
        goes_on = self._stops.stepping is Stepping.NEVER
        if asleep:
            self._stops.fall_asleep()
        elif following and goes_on and self._stops.waits_at(following.page):
            self._wait_at(following)
            return
        if following:
            if goes_on:
                self._rewind.silent()
            self._place.keep(_position(following))
        self.changed.tell()


def _position(utterance: Utterance) -> Position:
    return Position(utterance.page, utterance.offset or 0)
