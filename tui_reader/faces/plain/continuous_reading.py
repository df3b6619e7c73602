"""Reading on from page to page in the plain face, aloud or in print, and where it stops. Knows no keys."""

from __future__ import annotations

from tui_reader.faces.plain.place_words import end_line, place
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.writing import Writing
from tui_reader.reading import Reading
from tui_reader.terminal.keymap import Keymap


class ContinuousReading:
    """Tells one page after the other until a key, the end, or a stop that the person has set."""

    def __init__(self, reading: Reading, telling: TextTelling, writing: Writing, keys: Keymap) -> None:
        self._reading, self._telling, self._writing, self._keys = reading, telling, writing, keys
        self.active = False
        """Whether it is reading on now."""
        self.paused = False
        """Whether it was paused, and nothing else was done then."""
        self.waiting = False
        """Whether it waits for a key at a turn of the person."""
        self.at_end = False
        """Whether the last message told the end of the document; then the previous turn is the last one."""

    @property
    def in_print(self) -> bool:
        """Whether it is reading on by printing pages, each for the time that it takes to read."""
        return self.active and not self._telling.voice

    def start_or_pause(self) -> None:
        """Read on from here, or pause."""
        if self.waiting:
            self.go_on()
            return
        if self.active:
            self.stop(pause=True)
            self.paused = True
            self._writing.say(f"Stopped at {place(self._reading)}.")
            return
        if self._telling.voice:
            playback = self._reading.playback
            if not playback.paused:
                playback.stop()
            line = playback.play_or_pause()
            if line:
                self._writing.say(line)
                return
        self.active, self.paused = True, False
        if self._reading.rehearsing and not self._telling.voice and self._reading.rehearsal.is_own:
            self._rehearse(told=True)

    def stop(self, pause: bool = False) -> None:
        """Stop reading on or aloud; with `pause` it can go on at the same sound."""
        self.active = self.paused = self.waiting = False
        playback = self._reading.playback
        if pause and playback.playing:
            playback.play_or_pause()
        elif not playback.paused:
            playback.stop()

    def answer(self, line: str) -> None:
        """Tell the answer of a key: while own voice reads on it says it too, and then goes on."""
        if not (self.active and self._telling.voice and self._reading.snippets.say_answer(line)):
            self._writing.say(line)

    def step(self, way: int) -> bool:
        """Go a row on (1) or back (-1) in the message; False where it has no further row, or own voice says the text.

        Reading on stops, except at a turn of the person, which is read meanwhile.
        """
        if self._telling.voice or not self._writing.step(way):
            return False
        if not self.on_own_turn:
            self.stop()
        return True

    def turn_page(self) -> None:
        """The time of the page that is shown is over: show the next, or stop where the person has asked for that."""
        if self._reading.stops.after_page():
            self.stopped_by_itself()
        elif self._reading.place.next_page() is None:
            self._tell_page()
        else:
            self._end()

    def _tell_page(self) -> None:
        """Tell the page that is read on to."""
        if self._reading.rehearsing:
            self._rehearse()
        else:
            self._telling.page()

    # Turns of the person

    @property
    def on_own_turn(self) -> bool:
        """Whether it reads on and has come to a turn of the person."""
        is_on = self.waiting or self.active
        return is_on and self._reading.rehearsing and self._reading.rehearsal.is_own

    def _rehearse(self, told: bool = False) -> None:
        """Tell the page at the place; of several turns of the person in a row the first. `told`: it was told."""
        rehearsal, before = self._reading.rehearsal, self._reading.rehearsal.turn
        rehearsal.at(self._reading.place.position.page)
        rehearsal.take_notice()
        if told or (before and rehearsal.turn is before):
            self._telling.begin_time()
        else:
            self._telling.page()
        self.waiting = rehearsal.is_own and rehearsal.waits
        self.active = not self.waiting

    def go_on(self) -> None:
        """The person has said the turn: read on from the next turn of somebody else."""
        self.waiting, self.active = False, True
        if self._telling.voice and self._reading.playback.waiting:
            line = self._reading.playback.play_or_pause()
            if line:
                self._end()
            return
        while self._reading.place.next_page() is None:
            if not self._reading.rehearsal.is_own:
                if not self._telling.voice:
                    self._tell_page()
                return
        self._end()

    def repeat(self) -> None:
        """Read on from the cue of this turn of the person."""
        self.stop()
        self._reading.repeat()
        if self._telling.voice:
            self.start_or_pause()
        else:
            self.active = True
            self._tell_page()

    def stopped_by_itself(self) -> None:
        """Reading aloud has come to the end, or to where it was to stop."""
        notice = self._reading.stops.take_notice()
        self.waiting = self._reading.playback.waiting
        if self.waiting:
            self._writing.say(self._telling.own_turn(self._reading.rehearsal.take_notice()))
        elif notice:
            self._writing.say(f"{notice} Stopped at {place(self._reading)}.")
        elif self._telling.voice and self._reading.playback.up_next is None:
            self._end()
        self.active = False

    def _end(self) -> None:
        self.active, self.at_end = False, True
        report = ""
        if self._reading.rehearsing:
            self._reading.rehearsal.at(None)
            report = self._reading.rehearsal.report
        self._writing.say(report + end_line(self._reading, self._keys))
