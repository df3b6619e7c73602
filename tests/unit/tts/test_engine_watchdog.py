"""An engine that hangs, dies or is told to stop, behind its watch."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.support.sound import PlainEngine
from tui_reader.casting.voice import Voice
from tui_reader.errors import EngineError
from tui_reader.tts.engine import Abilities, Chunk, PhoneticEngine, Take
from tui_reader.tts.engine_watchdog import WatchedEngine, with_watchdog
from tui_reader.tts.espeak_engine import EspeakEngine

VOICE = Voice("a", "A")


class Hanging(PlainEngine):
    """Gives the sound of one word and hangs until it is let go."""

    abilities = Abilities(word_marks=True, streams=True, patience=0.2)

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        super().synthesise(text.split(maxsplit=1)[0], voice, speed, take)
        self.let_go.wait(20)


def keep(chunks: list[Chunk]) -> Callable[[Chunk], bool]:
    def take(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return True

    return take


def test_an_engine_that_hangs_has_failed_and_what_it_gave_was_given() -> None:
    inner = Hanging()
    engine, chunks = with_watchdog(lambda: inner), list[Chunk]()
    with pytest.raises(EngineError, match=r"The engine plain has not responded for 0\.2 seconds"):
        engine.synthesise("one two", VOICE, 1.0, keep(chunks))
    assert len(chunks) == 1
    with pytest.raises(EngineError, match="does not respond"):
        engine.synthesise("one two", VOICE, 1.0, keep(chunks))
    engine.close()
    assert not inner.closed
    inner.let_go.set()


def test_one_that_works_gives_all_and_is_closed() -> None:
    inner = PlainEngine()
    engine, chunks = with_watchdog(lambda: inner, patience=5), list[Chunk]()
    engine.synthesise("one two three", VOICE, 2.0, keep(chunks))
    assert [chunk.marks[0].offset for chunk in chunks] == [0, 4, 8]
    assert inner.asked == [("one two three", 2.0)]
    engine.close()
    assert inner.closed


def test_no_more_is_taken_when_no_more_is_wanted() -> None:
    engine, chunks = with_watchdog(PlainEngine, patience=5), list[Chunk]()
    engine.synthesise("one two three four", VOICE, 1.0, lambda chunk: bool(chunks.append(chunk)))
    assert len(chunks) == 1
    engine.close()


def test_its_failures_are_passed_on_and_those_of_a_library_made_a_line() -> None:
    class Broken(PlainEngine):
        def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
            raise ZeroDivisionError("by zero")

    engine = with_watchdog(lambda: PlainEngine(fails=True), patience=5)
    with pytest.raises(EngineError, match="told to fail"):
        engine.synthesise("one", VOICE, 1.0, keep([]))
    engine.close()
    engine = with_watchdog(Broken, patience=5)
    with pytest.raises(EngineError, match=r"The engine failed \(ZeroDivisionError: by zero\)"):
        engine.synthesise("one", VOICE, 1.0, keep([]))
    engine.close()


def test_one_that_takes_sounds_of_words_still_does_and_one_of_endless_patience_is_left_alone() -> None:
    engine = with_watchdog(EspeakEngine)
    assert isinstance(engine, WatchedEngine) and isinstance(engine, PhoneticEngine)
    engine.close()
    plain = PlainEngine()
    assert with_watchdog(lambda: plain) is plain
