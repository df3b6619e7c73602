"""Where in stereo an utterance is said, and in which languages."""

from __future__ import annotations

import pytest

from tests.support.sound import FakeCast, PlainEngine, utterance
from tui_reader.casting import bundled_voices
from tui_reader.casting.voice import Voice
from tui_reader.narration.foreign_words import with_languages
from tui_reader.narration.utterance import SpokenPiece, Utterance
from tui_reader.tts import samples
from tui_reader.tts.engine import Take
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


class NotingEngine(PlainEngine):
    """Notes what it is given: the words, and the language of the voice."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[str, str]] = []

    def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
        self.given.append((text, voice.language))
        super().synthesise(text, voice, speed, take)


def test_foreign_words_are_said_by_a_voice_of_their_language_and_keep_their_places() -> None:
    printed = "He said λόγος, and 你好."
    said = utterance(printed)._replace(pieces=with_languages((SpokenPiece(0, len(printed), printed),), "en"))
    engine, sounds = NotingEngine(), list[Sound]()
    render(said, engine, CAST, SpeechStyle(1.0, False, {}), lambda sound: bool(sounds.append(sound) or True))
    assert engine.given == [("He said ", ""), ("λόγος, ", "el"), ("and ", ""), ("你好.", "zh")]
    words = [word for sound in sounds for word in sound.words]
    assert [printed[word.start : word.end] for word in words] == ["He", "said", "λόγος", "and", "你好"]
    assert [word.frame for word in words] == sorted(word.frame for word in words)


def test_reading_from_the_middle_of_foreign_words_begins_there() -> None:
    printed = "Yes: Добрый вечер, Анна."
    said = utterance(printed)._replace(pieces=with_languages((SpokenPiece(0, len(printed), printed),), "en"))
    engine = NotingEngine()
    render(said, engine, CAST, SpeechStyle(1.0, False, {}), lambda sound: True, printed.index("вечер"))
    assert engine.given == [("вечер, Анна.", "ru")]
