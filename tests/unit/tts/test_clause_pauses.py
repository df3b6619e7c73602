"""More silence at the end of a long clause, where the engine is silent already."""

from __future__ import annotations

import pytest

from tui_reader.casting import bundled_voices
from tui_reader.tts import samples
from tui_reader.tts.clause_pauses import ClausePauses
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.espeak_engine import EspeakEngine

RATE = 1000
LONG = "x" * 88
LOUD, STILL = b"\x40\x1f", b"\0\0"


def made(text: str, *chunks: Chunk, longest: float = 0.1) -> list[Chunk]:
    found: list[Chunk] = []
    pauses = ClausePauses(text, longest, RATE, lambda chunk: bool(found.append(chunk) or True))
    assert all(pauses.take(chunk) for chunk in chunks)
    return found


def chunk(*marks: tuple[int, int], sound: bytes = LOUD * 200 + STILL * 50 + LOUD * 200) -> Chunk:
    return Chunk(sound, tuple(WordMark(*mark) for mark in marks))


@pytest.mark.parametrize(("length", "added"), [(20, 0), (28, 0), (58, 50), (88, 100), (400, 100)])
def test_the_longer_the_clause_the_more_is_added(length: int, added: int) -> None:
    text = f"{'x' * length}, y"
    (one,) = made(text, chunk((0, 0), (250, length + 2)))
    assert one.pcm.count(STILL) == 50 + added
    assert one.marks == (WordMark(0, 0), WordMark(250 + added, length + 2))


@pytest.mark.parametrize("sign", [", ", "; ", ": ", " — ", "-- ", ",” "])
def test_a_clause_ends_at_a_sign(sign: str) -> None:
    text = f"{LONG}{sign}y"
    (one,) = made(text, chunk((0, 0), (250, text.index("y"))))
    assert len(one.pcm) // 2 >= 450 + 95


@pytest.mark.parametrize("sign", [" ", ",", ". ", "-"])
def test_elsewhere_nothing_is_added(sign: str) -> None:
    (one,) = made(f"{LONG}{sign}y", chunk((0, 0), (250, 88 + len(sign))))
    assert len(one.pcm) // 2 == 450


def test_no_sound_is_cut_in_two() -> None:
    sound = chunk((0, 0), (250, 90), sound=LOUD * 450)
    assert made(f"{LONG}, y", sound) == [sound]


def test_silence_is_added_between_two_chunks_and_later_words_move() -> None:
    first, second = made(f"{LONG}, y z", Chunk(LOUD * 200 + STILL * 50), chunk((250, 90), (300, 92), sound=LOUD * 200))
    assert first.pcm == LOUD * 200 + STILL * 50
    assert second.pcm == STILL * 100 + LOUD * 200
    assert second.marks == (WordMark(350, 90), WordMark(400, 92))


def test_espeak_has_it_in_the_pause_that_it_makes() -> None:
    text = "When all of the men who had come from the other side of the river were there, we left."
    engine = EspeakEngine()
    found = dict[float, tuple[int, int]]()
    try:
        for longest in (0.0, 0.12):
            sound = list[Chunk]()
            pauses = ClausePauses(
                text, longest, engine.sample_rate, lambda one, kept=sound: bool(kept.append(one) or True)
            )
            engine.synthesise(text, bundled_voices()["aes"], 1.0, pauses.take)
            pcm = b"".join(one.pcm for one in sound)
            start = next(mark.sample for one in sound for mark in one.marks if mark.offset == text.index("we left"))
            found[longest] = samples.trailing_silence(pcm[: 2 * start], samples.SILENT), len(pcm) // 2
    finally:
        engine.close()
    (before, _), (after, _) = found[0.0], found[0.12]
    part = (text.index("we left") - 30) / 60
    assert (after - before) / engine.sample_rate == pytest.approx(0.12 * part, abs=0.012)
