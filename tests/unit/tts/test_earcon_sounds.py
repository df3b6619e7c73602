"""Earcons: how they sound, where they are in stereo and in time."""

from __future__ import annotations

from array import array
from itertools import combinations

import pytest

from tests.support.sound import RATE, WORD, FakeCast, PlainEngine, utterance
from tests.unit.narration.test_earcon_placement import talk
from tui_reader.casting.voice import Voice
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Earcons, NarrationOptions
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Earcon, Utterance
from tui_reader.playback.timeline import render_all
from tui_reader.tts import samples
from tui_reader.tts.earcon_sounds import GAP, beside, sound
from tui_reader.tts.render import Sound, SpeechStyle, render

VOICES = -22.0
"""dBFS RMS to which the voices are levelled."""
CAST = FakeCast(Voice("B", "B", pan=1.0), {"A": Voice("A", "A", pan=-1.0)})
"""A to the left, B to the right."""


@pytest.mark.parametrize("earcon", Earcon)
@pytest.mark.parametrize("rate", [8000, 22050, 44100])
def test_an_earcon_is_short_soft_at_its_ends_and_under_the_voices(earcon: Earcon, rate: int) -> None:
    pcm = sound(earcon, rate)
    assert 0.03 < len(pcm) / 2 / rate < 0.3
    assert VOICES - 10 < samples.rms_dbfs(pcm) < VOICES - 6
    heights = array("h", pcm)
    assert max(map(abs, (*heights[:3], *heights[-3:]))) < 0.1 * samples.peak(pcm)


@pytest.mark.parametrize(("one", "other"), list(combinations(Earcon, 2)))
def test_no_two_earcons_sound_the_same(one: Earcon, other: Earcon) -> None:
    short, long = sorted((sound(one, 22050), sound(other, 22050)), key=len)
    assert abs(samples.correlation(short + bytes(len(long) - len(short)), long)) < 0.8


def rendered(said: Utterance, start: int = 0, stereo: bool = True) -> tuple[list[Sound], int]:
    """The sound of an utterance, and the frames of it before its pause."""
    found: list[Sound] = []

    def take(sound: Sound) -> bool:
        found.append(sound)
        return True

    style = SpeechStyle(1.0, stereo, {Pause.CHANGE: 500})
    return found, render(said, PlainEngine(), CAST, style, take, start)


def test_the_words_come_after_the_earcon_and_are_told_when_they_are_heard() -> None:
    one = utterance("one two")._replace(earcons=(Earcon.SPEAKER, Earcon.NOTE))
    before, after = (len(beside(one.earcons, leads, RATE)) // 2 for leads in (True, False))
    found, frames = rendered(one)
    assert frames == before + 2 * WORD + after
    assert [(word.frame, word.start) for sound in found for word in sound.words] == [(before, 0), (before + WORD, 4)]
    assert sum(len(sound.pcm) // 4 for sound in found) == frames + round(RATE / 2 * one.pause_scale)
    assert before == len(sound(Earcon.SPEAKER, RATE)) // 2 + GAP * RATE


def test_an_earcon_stands_where_its_speaker_stands() -> None:
    for voice, silent in (("A", 1), ("B", 0)):
        (first, *_), _ = rendered(utterance("one", voice=voice)._replace(earcons=(Earcon.SPEAKER,)))
        channels = [array("h", first.pcm)[channel::2] for channel in (0, 1)]
        assert samples.peak(channels[silent].tobytes()) <= 1 < samples.peak(channels[1 - silent].tobytes())
    (first, *_), _ = rendered(utterance("one")._replace(earcons=(Earcon.SPEAKER,)), stereo=False)
    both = array("h", first.pcm)
    assert any(both) and all(abs(left - right) <= 1 for left, right in zip(both[::2], both[1::2], strict=True))


def test_who_goes_on_in_the_middle_does_not_hear_it_again() -> None:
    one = utterance("one two")._replace(earcons=(Earcon.SPEAKER,))
    assert rendered(one, start=4)[1] == WORD


def test_no_more_is_made_where_no_more_is_wanted() -> None:
    one, found = utterance("one")._replace(earcons=(Earcon.SPEAKER, Earcon.END)), []

    def take(sound: Sound) -> bool:
        found.append(sound)
        return len(found) < 2

    render(one, PlainEngine(), CAST, SpeechStyle(), take)
    assert len(found) == 2


def test_the_timeline_has_them_and_its_silences_stay_the_chosen_ones() -> None:
    document = talk()
    style = SpeechStyle(1.0, True, dict.fromkeys(Pause, 300))
    silences = []
    for earcons in (Earcons.OFF, Earcons.ALL):
        narration = Narration(document, NarrationOptions(spell_out=False, earcons=earcons))
        recording = bytearray()
        timeline = render_all(narration, PlainEngine(), CAST, style, recording.extend)
        ends = [*(entry.start for entry in timeline.entries[1:]), timeline.frames]
        silences.append([after - entry.end for entry, after in zip(timeline.entries, ends, strict=True)])
        for entry, after in zip(timeline.entries, ends, strict=True):
            assert not any(recording[4 * entry.end : 4 * after])
            assert entry.end - entry.start == WORD * len(entry.utterance.spoken.split()) + sum(
                len(beside(entry.utterance.earcons, leads, RATE)) // 2 for leads in (True, False)
            )
    assert silences[0] == silences[1]
