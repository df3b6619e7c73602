"""A document in another language is read by that language's voice, by no rule of English."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.phonemes import said
from tui_reader.casting import bundled_voices, cast
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.document.language_tags import language_name
from tui_reader.errors import EngineError
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.espeak_languages import espeak_voices, language_notice

GERMAN = {
    "version": "1.0.0",
    "language": "de-DE",
    "segments": [
        {"speaker": "Anna", "startTime": 0, "endTime": 2, "body": "Am 9. November 1962 kam Dr. Ball. Ich weiß."},
        {"speaker": "Bernd", "startTime": 2, "endTime": 4, "body": "Wirklich?"},
    ],
}


@pytest.mark.parametrize(
    ("voice", "language", "tried"),
    [
        ("en-us+m3", "de", ("de+m3", "en-us+m3")),
        ("en-us+m3", "de-AT", ("de-at+m3", "de+m3", "en-us+m3")),
        ("en-us+m3", "pt_BR", ("pt-br+m3", "pt+m3", "en-us+m3")),
        ("en-gb-x-rp+f2", "zh-Hans", ("zh-hans+f2", "zh+f2", "cmn+f2", "en-gb-x-rp+f2")),
        ("en-us+m3", "en-GB", ("en-us+m3",)),
        ("en-us+m3", "", ("en-us+m3",)),
        ("en-us+m3", "x'; +f1", ("en-us+m3",)),
        ("de", "fr", ("fr", "de")),
    ],
)
def test_the_variant_stays_and_the_language_changes(voice: str, language: str, tried: tuple[str, ...]) -> None:
    assert espeak_voices(voice, language) == tried


def test_a_german_document_is_read_in_german(tmp_path: Path) -> None:
    path = tmp_path / "gespräch.json"
    path.write_text(json.dumps(GERMAN))
    document = read(path)
    assert document.language == "de-DE"
    voices = cast(document, bundled_voices())
    assert {voices.voice(person.id).language for person in document.people} == {"de-DE"}
    assert voices.voice("narrator").language == "de-DE"
    spoken = [utterance.spoken for utterance in Narration(document)]
    assert "Am neunten November neunzehnhundertzweiundsechzig kam Doktor Ball." in " ".join(spoken)
    assert said("Ich weiß", "de+m3") != said("Ich weiß", "en-us+m3")


def test_an_english_document_is_read_by_the_voices_own_settings(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    path.write_text(json.dumps({**GERMAN, "language": "en-GB"}))
    document = read(path)
    assert {voice.language for voice in cast(document, bundled_voices()).voices.values()} == {""}


def test_espeak_speaks_the_language_and_the_voices_own_where_it_does_not_know_it() -> None:
    engine = EspeakEngine()
    lengths = {}
    try:
        for language in ("", "de", "xx"):
            sound: list[bytes] = []
            voice = Voice("v", "V", language=language, espeak=EspeakSettings("en-us+m3"))
            engine.synthesise("Ich weiß es nicht genau.", voice, 1.0, lambda chunk, to=sound: not to.append(chunk.pcm))  # type: ignore[misc]
            lengths[language] = sum(map(len, sound))
        with pytest.raises(EngineError, match="no voice 'nobody'"):
            engine.synthesise("No.", Voice("v", "V", language="xx", espeak=EspeakSettings("nobody")), 1.0, bool)
    finally:
        engine.close()
    assert abs(lengths["xx"] - lengths[""]) < 0.02 * lengths[""]
    assert abs(lengths["de"] - lengths[""]) > 0.05 * lengths[""]


@pytest.mark.parametrize(
    ("engine", "language", "told"),
    [
        ("espeak", "th", "espeak-ng speaks Thai badly: its Thai loses"),
        ("espeak", "ja-JP", "espeak-ng speaks Japanese badly"),
        ("espeak", "yi", "espeak-ng has no voice for Yiddish, so an English one reads it."),
        ("espeak", "de-AT", ""),
        ("espeak", "no", ""),
        ("espeak", "zh", ""),
        ("piper", "th", ""),
    ],
)
def test_a_language_that_the_engine_cannot_speak_is_told_in_one_line(engine: str, language: str, told: str) -> None:
    notice = language_notice(engine, language, language_name(language))
    assert notice.startswith(told) and bool(notice) == bool(told) and "\n" not in notice
