"""Reading aloud from a place: what is said next, and the place that goes along with the voice.

Knows no face, and not how it is chosen what is read and how (`Reading`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.document.model import Document, Position
from tui_reader.narration.utterance import Utterance, queued
from tui_reader.reading import steps
from tui_reader.reading.jumps import Jumps
from tui_reader.reading.playback_controller import PlaybackController
from tui_reader.reading.spoken_asides import BESIDE
from tui_reader.reading.stops import Sleep, Stepping

if TYPE_CHECKING:
    from tui_reader.casting import Cast, VoiceSet
    from tui_reader.library import Library
    from tui_reader.narration.narration import Narration
    from tui_reader.playback.events import Event
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.settings import Settings
    from tui_reader.tts.render import SpeechStyle


class SpokenMark(NamedTuple):
    """What is being said, on the page: characters `start` to `end` of that page's text."""

    page: int
    start: int
    end: int


class Playing(Jumps):
    """A place that is read aloud from."""

    def __init__(
        self,
        document: Document,
        path: Path,
        library: Library,
        settings: Settings,
        load_bench: Callable[[], VoiceSet],
        make_player: Callable[[Cast, SpeechStyle], PlayerProtocol],
    ) -> None:
        """`load_bench` and `make_player` are called when voices or sound are first wanted, or by `start_sound`."""
        super().__init__(document, path, library)
        self.marked: SpokenMark | None = None
        """The word being said, while it is."""
        self.saying: Utterance | None = None
        """What is being said or paused in."""
        self.aloud = PlaybackController(
            settings.speed, settings.volume, settings.stereo, settings.pauses, lambda: self.cast, make_player
        )
        self._settings = settings
        self.choices = settings.narration_options
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
    def script(self) -> Narration:
        """What is said of the document."""
        if self._script is None:
            from tui_reader.narration.narration import Narration

            self._script = Narration(self.document, self.choices)
        return self._script

    _script: Narration | None = None

    @cached_property
    def bench(self) -> VoiceSet:
        """The voices there are."""
        return self._load_bench()

    @property
    def cast(self) -> Cast:
        """Who has which voice: chosen here, known from other documents, or given."""
        if self._cast is None:
            from tui_reader.casting import cast

            chosen, known = self._library.cast(self.document.key), self._library.register.voices(self.document.people)
            self._cast = cast(self.document, self.bench, chosen, known)
        return self._cast

    _cast: Cast | None = None

    def _keep_heard(self) -> None:
        """Whoever is known by a full name sounds so in every document from now on."""
        if self._heard is not self.cast:
            self._heard = self.cast
            self._library.register.keep_heard({one: self.cast.voice(one.id).id for one in self.document.people})

    _heard: Cast | None = None
    """The cast whose voices the register knows."""

    # Where one is

    @property
    def playing(self) -> bool:
        """Whether it is reading aloud now."""
        return self.aloud.playing

    @property
    def paused(self) -> bool:
        """Whether it is paused, to go on at the same sound."""
        return self.aloud.paused and not self._moved

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

    def start_sound(self) -> PlayerProtocol:
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
        self.aloud.play(queued(self._onward(utterance, stepping or self.stepping), start))
        self._keep_heard()

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
                self.marked = SpokenMark(utterance.page, utterance.offset + heard.start, utterance.offset + heard.end)
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
