"""The voices that a person is offered: what each is, and how it goes with those around."""

from __future__ import annotations

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.voices import shared_voices
from tui_reader.casting import cast
from tui_reader.casting.voice_options import VoiceOption, voice_named, voice_options
from tui_reader.formats import read


@pytest.fixture(scope="module")
def options() -> dict[str, VoiceOption]:
    """Those of Stevenson, by id."""
    document, voices = read(MEMORANDUM), shared_voices()
    return {one.voice.id: one for one in voice_options(document, cast(document, voices), voices, "AES")}


def test_each_is_told_in_a_sentence(options: dict[str, VoiceOption]) -> None:
    assert options.keys() == shared_voices().keys()
    assert options["henry"].said == "Henry, man, British, distinct"
    kinds = [options[id].voice.kind for id in ("edith", "harriet", "august", "robin", "poppy", "chorus")]
    assert kinds == ["woman", "old woman", "old man", "boy", "girl", "crowd"]
    assert options["moira"].speech == "Scottish" and options["frank"].speech == "New York"


def test_how_it_goes_with_the_voices_around(options: dict[str, VoiceOption]) -> None:
    assert options["gwb"].fit == "Ball's voice" and options["narrator"].fit == "Narrator's voice"
    assert options["aes"].fit == "distinct"
    assert {one.fit.rpartition(" ")[0] for one in options.values()} >= {"a bit like", ""}


def test_words_find_voices_by_the_beginnings_of_words(options: dict[str, VoiceOption]) -> None:
    assert all(one.voice.kind != "woman" for one in options.values() if one.has(["man", "british"]))
    assert options["henry"].has(["brit", "man"]) and not options["moira"].has(["man"])
    assert options["walter"].has(["deep"])


@pytest.mark.parametrize(("typed", "id"), [("henry", "henry"), ("George", "gwb"), ("AES", "aes"), (" Henry ", "henry")])
def test_a_voice_is_named_by_id_or_name(typed: str, id: str) -> None:
    assert voice_named(shared_voices(), typed).id == id


@pytest.mark.parametrize(("typed", "meant"), [("hery", "henry"), ("Gorge", "gwb"), ("zzzz", "")])
def test_a_mistyped_name_is_told_what_was_probably_meant(typed: str, meant: str) -> None:
    with pytest.raises(LookupError) as error:
        voice_named(shared_voices(), typed)
    assert error.value.args[0] == meant
