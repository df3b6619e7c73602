"""A little said by itself: the rest of a sentence or page, a word, the note of the place, a voice on trial.

Knows no face.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from tui_reader.document.model import Kind, Position
from tui_reader.narration.narration_options import Earcons
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Delivery, SpokenPiece, Utterance, queued
from tui_reader.reading.place import Place
from tui_reader.reading.playback import Playback
from tui_reader.reading.playback_controller import PlaybackController
from tui_reader.reading.spoken_asides import BESIDE, aside, bookmark_earcon, clause_start, narrated
from tui_reader.reading.spoken_content import SpokenContent
from tui_reader.reading.stops import Stepping
from tui_reader.reading.voice_assignment import ON_TRIAL


class SnippetPlayback:
    """Says a little of the document of a place, or something beside it."""

    def __init__(self, place: Place, spoken: SpokenContent, playback: Playback, player: PlaybackController) -> None:
        self._place, self._spoken, self._playback, self._player = place, spoken, playback, player

    def say_page(self) -> None:
        """Say what is left of this page, and stop after it."""
        self._say_here(Stepping.TURN)

    def say_sentence(self) -> None:
        """Say this sentence, and stop after it."""
        self._say_here(Stepping.SENTENCE)

    def say_paragraph(self) -> None:
        """Say what is left of this paragraph, and stop after it."""
        self._say_here(Stepping.PARAGRAPH)

    def _say_here(self, stepping: Stepping) -> None:
        playback = self._playback
        playback.stop()
        utterance = playback.utterance_here()
        if utterance:
            playback.play(utterance, playback.spoken_offset(utterance), stepping)

    def say_word(self) -> None:
        """Say the word of this place alone."""
        page, position = self._place.page, self._place.position
        word = page.text[position.offset :].split(maxsplit=1) if page else []
        if word:
            self._playback.stop()
            voice = self._spoken.narration.at(position).voice
            pieces = (SpokenPiece(0, 0, word[0]),)
            self._player.play_apart([Utterance(0, BESIDE, voice, Kind.SPEECH, "", None, pieces, Pause.END)])

    def audition(self, person: str, on_trial: bool = False) -> None:
        """Say something in the voice of the person with that id, on that person's own words; the place stays.

        Where their turns are left to the person who rehearses, it is on words of another speaker.
        `on_trial`: in the voice that is on trial instead (`VoiceAssignment.attempt`).
        """
        is_left, narration = person in self._place.hiding.speakers, self._spoken.narration
        own = (u for u in narration if u.voice == person)
        others = (u for u in narration if u.kind is Kind.SPEECH and u.delivery is Delivery.SPOKEN)
        utterance = next(others if is_left else own, None)
        if utterance:
            self._playback.stop()
            self._player.play_apart([utterance._replace(voice=ON_TRIAL if on_trial else person)])

    def aside(self) -> str | None:
        """Say the note of this place, or who speaks; the talk waits, then goes on from its last clause."""
        playing = self._playback.playing
        self._playback.take_word()
        utterance = self._playback.utterance_here()
        said = aside(self._place.document, self._spoken.narration, self._place.position, self._place.page)
        if not said or utterance is None:
            return "There is no note here."
        start = clause_start(utterance.spoken, self._playback.spoken_offset(utterance))
        self._say_beside(said, utterance if playing else None, start)
        return None

    def say_title(self) -> bool:
        """Say all of title and date while the talk waits; False where it is not read aloud now, and nothing is said."""
        if not self._playback.playing:
            return False
        self._playback.take_word()
        narration, here = self._spoken.narration, self._playback.utterance_here()
        if here and here.offset is None:
            here = narration.after(here)
        said = [utterance._replace(number=BESIDE) for utterance in narration.opening]
        start = clause_start(here.spoken, self._playback.spoken_offset(here)) if here else 0
        self._say_beside(said, here, start)
        return True

    def whisper(self, words: str, onward: Utterance, start: int, place: Position) -> None:
        """Prompt with words of a turn of the person; its silence goes on from character `start` of `onward`.

        Where it is not read aloud now, the place is that of the words, at `place`.
        """
        said = [narrated(words, onward.page)._replace(delivery=Delivery.WHISPERED)]
        if self._playback.playing:
            self._say_beside(said, onward, start)
            return
        if not self._playback.waiting:
            self._playback.stop()
            self._place.set(place)
        self._say_beside(said, None, 0)

    def say_answer(self, line: str) -> bool:
        """Say a line by the narrator while the talk waits, then go on from its last clause; False without sound."""
        here = self._playback.utterance_here()
        if not self._playback.playing or self._player.silent or here is None:
            return False
        self._playback.take_word()
        here = self._playback.utterance_here() or here
        start = clause_start(here.spoken, self._playback.spoken_offset(here))
        self._say_beside([narrated(line, self._place.position.page)], here, start)
        return True

    @property
    def confirms_bookmarks(self) -> bool:
        """Whether a bookmark that is saved is told by an earcon: earcons are wanted and there is sound."""
        return self._spoken.options.earcons is Earcons.ALL and self._player.makes_sound

    def confirm_bookmark(self) -> None:
        """Play the earcon of a bookmark that was just kept, where one is played."""
        if not self.confirms_bookmarks:
            return
        playing = self._playback.playing
        self._playback.take_word()
        here = self._playback.utterance_here()
        if here:
            said = bookmark_earcon(self._place.position.page, here.voice)
            self._say_beside([said], here if playing else None, self._playback.spoken_offset(here))

    def _say_beside(self, said: Iterable[Utterance], onward: Utterance | None, start: int) -> None:
        """Say what does not belong to the talk; then go on from character `start` of `onward`, if it was being read."""
        if onward is None:
            self._player.play_apart(said)
        else:
            self._player.play(chain(queued(said), queued(self._playback.onward(onward), start)))
