"""Where one is in a document and what is heard: all that a face calls, and nothing of how it looks.

A face makes one Reading, gives it the player's events from its own thread (`handle`), calls a method for each command
and shows what has changed. A method that has something to say gives it back as a line; the faces say it in their own
way. The place is kept in the library the moment it changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from tui_reader.document.model import Kind
from tui_reader.narration.narration_options import Earcons, NarrationOptions, NoteReading
from tui_reader.narration.utterance import Pause, SpokenPiece, Utterance, queued
from tui_reader.reading.playing import Playing
from tui_reader.reading.spoken_asides import BESIDE, aside, clause_start, kept
from tui_reader.reading.stops import Stepping
from tui_reader.terminal.counts import count

if TYPE_CHECKING:
    from tui_reader.settings import Settings


class Reading(Playing):
    """One document being read by one person."""

    def where(self) -> str:
        """One line: the turn, who speaks, how far, how long still."""
        page = self.page
        if page is None:
            return "The document has no text."
        percent, minutes = self._progress.percent(self.position), max(1, round(self.seconds_left() / 60))
        return f"{self.name_of(page)}. {percent} percent, {count(minutes, 'minute')} left."

    def seconds_left(self) -> float:
        """Seconds of reading from here to the end, by the speed set."""
        return self._progress.seconds_left(self.position, self.aloud.speed, self._settings.pauses[Pause.CHANGE])

    def take_settings(self, settings: Settings) -> None:
        """Go on with what is set otherwise now; engine and buffer are those of the next start."""
        old, self._settings, aloud = self._settings, settings, self.aloud
        speed = aloud.speed if settings.speed == old.speed else settings.speed
        volume = aloud.volume if settings.volume == old.volume else settings.volume
        if (settings.speed, settings.stereo, settings.pauses) != (old.speed, old.stereo, old.pauses):
            aloud.take(speed, settings.stereo, settings.pauses)
            self._again()
        aloud.set_volume(volume)
        if settings.narration_options != old.narration_options:
            self._choose(settings.narration_options._replace(only=self.choices.only))

    # A little of it

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
            pieces = (SpokenPiece(0, 0, word[0]),)
            self.aloud.play_apart([Utterance(0, BESIDE, voice, Kind.SPEECH, "", None, pieces, Pause.END)])

    def _say_here(self, stepping: Stepping) -> None:
        self.stop()
        utterance = self._utterance_here()
        if utterance:
            self._play(utterance, self._spoken_offset(utterance), stepping)

    def aside(self) -> str | None:
        """Say the note of this place, or who speaks, while the talk waits, then goes on from its last clause."""
        playing = self.playing
        self._take_word()
        utterance = self._utterance_here()
        said = aside(self.document, self.script, self.position, self.page)
        if not said or utterance is None:
            return "There is no note here."
        start = clause_start(utterance.spoken, self._spoken_offset(utterance))
        self._say_beside(said, utterance if playing else None, start)
        return None

    def bookmark(self, note: str = "") -> str:
        """Mark this place, or write a note for the mark that it has; an earcon says that it is kept."""
        before = len(self.bookmarks)
        line = super().bookmark(note)
        if self.choices.earcons is Earcons.ALL and len(self.bookmarks) > before and self.aloud.makes_sound:
            playing = self.playing
            self._take_word()
            here = self._utterance_here()
            if here:
                said = kept(self.position.page, here.voice)
                self._say_beside([said], here if playing else None, self._spoken_offset(here))
        return line

    def _say_beside(self, said: Iterable[Utterance], onward: Utterance | None, start: int) -> None:
        """Say what is none of the talk; then this of the talk from character `start` on, where it was being read."""
        if onward is None:
            self.aloud.play_apart(said)
        else:
            self.aloud.play(chain(queued(said), queued(self._onward(onward, self.stepping), start)))

    # What is read, and how far

    def step(self) -> str:
        """Stop by itself after each sentence, each paragraph, each turn, or not."""
        self.stepping = self.stepping.next
        self._again()
        return "No stop by itself." if self.stepping is Stepping.NEVER else f"Stop after each {self.stepping}."

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
        every = list(NoteReading)
        notes = every[(every.index(self.choices.notes) + 1) % len(every)]
        self._choose(self.choices._replace(notes=notes))
        return {
            NoteReading.SILENT: "Notes are not read aloud.",
            NoteReading.SOUND: "A short sound tells where a note is.",
            NoteReading.MARK: "Notes are read after their sentence.",
            NoteReading.TURN: "Notes are read after their turn.",
            NoteReading.END: "Notes are read at the end.",
        }[notes]

    def _choose(self, choices: NarrationOptions) -> None:
        """Say other things of the document from here on."""
        playing = self.playing
        self._take_word()
        self.choices, self._script = choices, None
        self.saying, self.up_next, self._moved = None, None, True
        if playing:
            self._play_here()

    # How it sounds

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

    def _with_sound(self, line: str) -> str:
        self._again()
        return line

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
