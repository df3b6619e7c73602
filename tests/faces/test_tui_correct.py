"""A word is corrected on the full screen: chosen, typed, heard, kept; a voice is changed while it is heard."""

from __future__ import annotations

import pytest

from tests.support.app_driver import MEMORANDUM, running_app
from tui_reader.faces.tui.screens.correct_word import CorrectScreen
from tui_reader.reading.word_correction import entry_of


async def test_a_word_is_typed_heard_and_kept_for_the_document() -> None:
    async with running_app(document=MEMORANDUM) as driver:
        await driver.press("g", "2", "enter", "C", *["down"] * 7)
        assert driver.painted("reverse") == ["off"] and "off is pronounced" in driver.foot
        await driver.press(*"oaf", "tab")
        await driver.wait(lambda: driver.device.running)
        said = driver.reading.spoken.narration.at(driver.reading.place.position)
        assert said and "oaf" not in said.spoken  # not yet
        await driver.press("enter")
        assert "off is pronounced oaf in this document." in driver.foot and driver.painted("reverse") == []
        said = driver.reading.spoken.narration.at(driver.reading.place.position)
        assert said and said.spoken == "I think the meeting has been called oaf."
        assert driver.library.lexicon(MEMORANDUM.key) == ('off = "oaf"',)
        assert driver.turn == 2


async def test_the_word_is_the_one_heard_last_and_reading_waits_there() -> None:
    async with running_app() as driver:
        await driver.press("g", "2", "enter", "space")
        for _ in range(3):
            await driver.hear(100)
        heard = driver.painted("reverse")
        await driver.press("C")
        assert isinstance(driver.app.screen, CorrectScreen)
        assert driver.app.screen.word == heard[0] and not driver.reading.playback.playing
        await driver.press("escape", "space")
        assert driver.reading.playback.playing


async def test_what_cannot_be_said_is_told_and_asked_again() -> None:
    async with running_app() as driver:
        await driver.press("n", "C", "tab")
        assert "Type the pronunciation" in " ".join(driver.foot.split())
        await driver.press("/", "8", "/", "enter")
        assert "has a sign that is not used in English IPA" in driver.foot
        await driver.press("escape")
        assert driver.library.lexicon(MEMORANDUM.key) == ()


def test_letters_ipa_and_mnemonics_are_told_apart() -> None:
    assert entry_of("Adlai", " Addlay ", "en-GB").said == "Addlay"
    assert entry_of("Adlai", "/ˈædleɪ/", "en").phonemes
    assert entry_of("Adlai", "[['adleI]]", "en").phonemes == "'adleI"
    assert entry_of("Adlai", "Ädleh", "de").language == "de"
    with pytest.raises(ValueError, match="IPA"):
        entry_of("Adlai", "/8/", "en")


async def test_a_voice_is_changed_while_it_reads_and_heard_again_when_it_was_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with running_app() as driver:
        tried: list[str] = []
        monkeypatch.setattr(driver.reading.snippets, "audition", tried.append)
        await driver.press("g", "2", "enter", "space")
        await driver.hear(100)
        await driver.press("c", "down", "c")
        assert driver.reading.playback.playing and "Ball has the voice" in driver.text and tried == []
        await driver.press("escape", "escape", "c", "h", "c")
        assert tried == ["AES", "AES"] and driver.turn == 2


async def test_a_change_leaves_the_others_their_voices() -> None:
    async with running_app() as driver:
        before = driver.reading.voices.cast.voice("GWB").id, driver.reading.voices.cast.voice("narrator").id
        await driver.press("c")
        heard = set()
        for _ in range(len(driver.reading.voices.available)):
            await driver.press("c")
            heard.add(driver.reading.voices.cast.voice("AES").id)
            cast = driver.reading.voices.cast
            assert (cast.voice("GWB").id, cast.voice("narrator").id) == before
        assert len(heard) == len(driver.reading.voices.available) - 2


async def test_voices_that_could_be_confused_are_told_of() -> None:
    async with running_app() as driver:
        await driver.press("c")
        assert "could be confused" not in driver.text
        await driver.press("escape")
        for person in ("AES", "GWB"):
            driver.reading.voices.assign(person, "aes")
        await driver.press("c")
        assert "Stevenson and Ball could be confused: both have the voice" in driver.text
