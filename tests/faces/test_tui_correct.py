"""A word is corrected on the full screen: chosen, typed, heard, kept; a voice is changed while it is heard."""

from __future__ import annotations

import pytest

from tests.support.stage import MEMORANDUM, on_stage, play
from tui_reader.faces.tui.screens.correct_word import CorrectScreen, entry_of


def test_a_word_is_typed_heard_and_kept_for_the_document() -> None:
    async def act() -> None:
        async with on_stage(document=MEMORANDUM) as stage:
            await stage.press("g", "2", "enter", "C", *["down"] * 7)
            assert stage.painted("reverse") == ["off"] and "off is said" in stage.foot
            await stage.press(*"oaf", "tab")
            await stage.wait(lambda: stage.device.running)
            said = stage.reading.script.at(stage.reading.position)
            assert said and "oaf" not in said.spoken  # not yet
            await stage.press("enter")
            assert "off is said oaf in this document." in stage.foot and stage.painted("reverse") == []
            said = stage.reading.script.at(stage.reading.position)
            assert said and said.spoken == "I think the meeting has been called oaf."
            assert stage.library.lexicon(MEMORANDUM.key) == ('off = "oaf"',)
            assert stage.turn == 2

    play(act)


def test_the_word_is_the_one_heard_last_and_reading_waits_there() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("g", "2", "enter", "space")
            for _ in range(3):
                await stage.hear(100)
            heard = stage.painted("reverse")
            await stage.press("C")
            assert isinstance(stage.app.screen, CorrectScreen)
            assert stage.app.screen.word == heard[0] and not stage.reading.playing
            await stage.press("escape", "space")
            assert stage.reading.playing

    play(act)


def test_what_cannot_be_said_is_told_and_asked_again() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("n", "C", "tab")
            assert "Type how it is said" in " ".join(stage.foot.split())
            await stage.press("/", "8", "/", "enter")
            assert "has a sign that is none of English IPA" in stage.foot
            await stage.press("escape")
            assert stage.library.lexicon(MEMORANDUM.key) == ()

    play(act)


def test_letters_ipa_and_mnemonics_are_told_apart() -> None:
    assert entry_of("Adlai", " Addlay ", "en-GB").said == "Addlay"
    assert entry_of("Adlai", "/ˈædleɪ/", "en").phonemes
    assert entry_of("Adlai", "[['adleI]]", "en").phonemes == "'adleI"
    assert entry_of("Adlai", "Ädleh", "de").language == "de"
    with pytest.raises(ValueError, match="IPA"):
        entry_of("Adlai", "/8/", "en")


def test_a_voice_is_changed_while_it_reads_and_heard_again_when_it_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    async def act() -> None:
        async with on_stage() as stage:
            tried: list[str] = []
            monkeypatch.setattr(stage.reading, "audition", tried.append)
            await stage.press("g", "2", "enter", "space")
            await stage.hear(100)
            await stage.press("c", "down", "c")
            assert stage.reading.playing and "Ball has the voice" in stage.text and tried == []
            await stage.press("escape", "escape", "c", "h", "c")
            assert tried == ["AES", "AES"] and stage.turn == 2

    play(act)


def test_a_change_leaves_the_others_their_voices() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            before = stage.reading.cast.voice("GWB").id, stage.reading.cast.voice("narrator").id
            await stage.press("c")
            heard = set()
            for _ in range(len(stage.reading.bench)):
                await stage.press("c")
                heard.add(stage.reading.cast.voice("AES").id)
                assert (stage.reading.cast.voice("GWB").id, stage.reading.cast.voice("narrator").id) == before
            assert len(heard) == len(stage.reading.bench) - 2

    play(act)


def test_voices_that_could_be_confused_are_told_of() -> None:
    async def act() -> None:
        async with on_stage() as stage:
            await stage.press("c")
            assert "could be confused" not in stage.text
            await stage.press("escape")
            for person in ("AES", "GWB"):
                stage.reading.set_voice(person, "aes")
            await stage.press("c")
            assert "Stevenson and Ball could be confused: both have the voice" in stage.text

    play(act)
