"""The sound of a document, piece by piece: some sentences of one turn at a time, with when each word is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tui_reader.errors import ReaderError
from tui_reader.export.own_recording import recording_engine
from tui_reader.faces.served.documents.jobs import Answer
from tui_reader.faces.served.documents.opened import Opened
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.recording.recording import Recording
from tui_reader.playback.timeline import TimedUtterance, Timeline, render_all
from tui_reader.playback.wav_header import wav_header
from tui_reader.tts.engine import Engine
from tui_reader.tts.engine_watchdog import with_watchdog
from tui_reader.tts.open_engine import open_engine

QUIET = "quiet"
"""The engine that is left where no other speaks."""
SILENT = "No speech engine speaks here, so nothing is heard; tui-reader doctor says what is missing."
LENGTH = 300
"""Spoken characters after which a piece ends: some 20 seconds."""


class Speech:
    """The engine of one worker, and those that speak where it fails."""

    def __init__(self) -> None:
        self._version = ""
        self._engine: Engine | None = None
        self._left: list[Callable[[], Engine]] = []
        """What opens the engines that may still be tried for this document, after the one that is open."""

    def piece(self, opened: Opened, at: str) -> Answer:
        """The piece that holds the sentence with the id `at`: its sound, its times, and the sentence after it.

        Where no engine speaks it is as silent as it is long, and a line says so. Raises ReaderError where there is no
        such sentence.
        """
        utterances = piece_at(opened.narration, *sentence_numbers(at))
        following = opened.narration.after(utterances[-1])
        timeline, sound, trouble = self._spoken(opened, utterances)
        return {
            "times": {
                "sentences": [_times(timed, timeline.sample_rate) for timed in timeline.entries],
                "next": sentence_id(following) if following else None,
                "trouble": trouble,
            },
            "sound": wav_header(timeline.sample_rate, len(sound)) + sound,
        }

    def _spoken(self, opened: Opened, utterances: list[Utterance]) -> tuple[Timeline, bytes, str]:
        """Utterances at speed 1: their timeline and sound, and a line that tells of an engine that failed."""
        if self._version != opened.version:
            self.close()
            names = dict.fromkeys((opened.job.settings.engine, "espeak", QUIET))
            voices = [partial(with_watchdog, partial(open_engine, name)) for name in names]
            recording = opened.job.open_recording()
            heard = [partial(_with_recording, voices[0], recording)] if recording else []
            self._version, self._left = opened.version, [*heard, *voices]
        style, failure = opened.style, ""
        while True:
            try:
                self._engine = self._engine or self._left.pop(0)()
                sound = bytearray()
                timeline = render_all(utterances, self._engine, opened.job.cast, style, sound.extend)
                break
            except ReaderError as error:
                self.close()
                if not self._left:
                    self._version = ""  # another time all of them are tried again
                    raise
                failure = str(error)
        if self._engine.name == QUIET != opened.job.settings.engine:
            return timeline, bytes(sound), f"{failure} {SILENT}".strip()
        return timeline, bytes(sound), f"{failure} Going on with {self._engine.name}." if failure else ""

    def close(self) -> None:
        """Close the engine."""
        if self._engine:
            self._engine.close()
        self._engine = None


def _with_recording(voices: Callable[[], Engine], recording: Recording) -> Engine:
    """The recording of a document, and voices for what it lacks. Raises ReaderError where it cannot be opened."""
    return recording_engine(voices(), recording, whole=False)


def sentence_id(utterance: Utterance) -> str:
    """The id of a sentence in the markup."""
    return f"s{utterance.page}-{utterance.number}"


def sentence_numbers(id: str) -> tuple[int, int]:
    """The index of its page and its number there. Raises ReaderError for what is no id."""
    page, _, number = id.removeprefix("s").partition("-")
    if not all(word.isascii() and word.isdecimal() and len(word) < 10 for word in (page, number)):
        raise ReaderError("No such sentence.")
    return int(page), int(number)


def piece_at(narration: Narration, page: int, number: int) -> list[Utterance]:
    """The sentences of a page that are heard together with one of them. Raises ReaderError where there is none."""
    piece: list[Utterance] = []
    for piece in _pieces(narration, page):
        if piece[-1].number >= number:
            return piece
    if not piece:
        raise ReaderError("Nothing is said there.")
    return piece


def _pieces(narration: Narration, page: int) -> Iterator[list[Utterance]]:
    """The sentences of a page that are read, in pieces that are the same whichever of them is asked for."""
    pages = narration.document.pages
    if 0 <= page < len(pages) and pages[page].part.on_demand:
        said = tuple(one for one in narration.page(page) if one.offset is not None or one.note)
    else:
        said = narration.by_default(page)
    piece, length = list[Utterance](), 0
    for utterance in said:
        piece.append(utterance)
        length += len(utterance.spoken)
        if length >= LENGTH:
            yield piece
            piece, length = [], 0
    if piece:
        yield piece


def _times(timed: TimedUtterance, rate: int) -> list[object]:
    """A sentence: its id, its seconds from the start of the piece, and each word: seconds, first and last character.

    A word whose time is a guess is left out, so that the sentence alone is marked.

    Characters are those of JavaScript, which counts the rarer ones twice.
    """
    utterance, words, at = timed.utterance, list[tuple[float, int, int]](), 0
    text = utterance.printed
    for word in timed.words:
        if not word.is_estimated and word.end > word.start >= at:
            at = word.end
            words.append(((timed.start + word.frame) / rate, in_script(text, word.start), in_script(text, word.end)))
    return [sentence_id(utterance), timed.start / rate, words]


def in_script(text: str, offset: int) -> int:
    """A character of a text as JavaScript counts it, in units of UTF-16."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_script(text: str, offset: int) -> int:
    """The reverse."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))
