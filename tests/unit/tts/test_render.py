"""Where in stereo an utterance is said."""

from __future__ import annotations

import pytest

from tests.support.sound import FakeCast, PlainEngine, utterance
from tui_reader.casting import bundled_voices
from tui_reader.casting.voice import Voice
from tui_reader.narration.utterance import Utterance
from tui_reader.tts import samples
from tui_reader.tts.render import ASIDE, Sound, SpeechStyle, render

CAST = FakeCast(Voice("left", "Left", pan=-0.5))


def made(said: Utterance, stereo: bool = True) -> bytes:
    sounds: list[Sound] = []
    render(said, PlainEngine(), CAST, SpeechStyle(1.0, stereo, {}), lambda sound: bool(sounds.append(sound) or True))
    return b"".join(sound.pcm for sound in sounds)


def test_a_voice_is_at_its_place_and_notes_are_further_right_than_any() -> None:
    word = bytes(samples.pan(b"\x40\x1f", -0.5))
    assert made(utterance("one"))[200:204] == word
    aside = bytes(samples.pan(b"\x40\x1f", ASIDE))
    assert made(utterance("one")._replace(note="1"))[200:204] == aside
    assert made(utterance("one", number=-1))[200:204] == aside
    assert all(voice.pan < ASIDE for voice in bundled_voices().values())


@pytest.mark.parametrize("note", ["", "1"])
def test_without_stereo_all_are_in_the_middle(note: str) -> None:
    pcm = made(utterance("one")._replace(note=note), stereo=False)
    assert pcm[200:202] == pcm[202:204] != b"\0\0"
