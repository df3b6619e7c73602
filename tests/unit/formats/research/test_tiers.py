"""Tiers: which of them are speech, and whose."""

from __future__ import annotations

from tui_reader.formats.research.tiers import Segment, Tier, told_apart

TALK = ("What shall we plant?", "Carrots, I think.", "Then carrots it is.")


def tier(name: str, *texts: str, speaker: str | None = None, parent: str | None = None, kind: str = "") -> Tier:
    """A tier of annotations of a second each."""
    segments = [Segment(float(at), at + 1.0, text) for at, text in enumerate(texts)]
    return Tier(name, speaker, parent, segments, kind)


def spoken(*tiers: Tier) -> list[tuple[str | None, str]]:
    return [(speaker, tier.name) for speaker, tier in told_apart(tiers).speech]


def test_utterances_come_before_words_and_sounds() -> None:
    words, sounds = tier("Anna - words", "what", "shall"), tier("Anna - phones", "w", "o", "t")
    assert spoken(sounds, words) == [("Anna", "Anna - words")]
    assert spoken(words, sounds, tier("Anna - utterances", *TALK)) == [("Anna", "Anna - utterances")]


def test_tiers_that_hang_on_another_are_not_said() -> None:
    french = tier("A_fr", "Que planter ?", "Des carottes.", "Soit.", parent="A_utt")
    assert spoken(tier("A_utt", *TALK, speaker="Anna"), french) == [("Anna", "A_utt")]
    assert spoken(tier("ref@SP1", "001", "002", "003"), tier("tx@SP1", *TALK, parent="ref@SP1")) == [("SP1", "tx@SP1")]


def test_a_translation_at_the_same_times_is_no_speaker() -> None:
    assert spoken(tier("Anna", *TALK), tier("English", *reversed(TALK))) == [("Anna", "Anna")]


def test_notes_and_gestures_are_not_said() -> None:
    gestures = tier("W-RGU", "points", "waves", kind="gesture")
    notes = Tier("notes", None, None, [Segment(9.5, 9.8, "a door is shut")])
    assert spoken(tier("W-Spch", *TALK), gestures, notes) == [("W", "W-Spch")]
    unnamed = Tier("room", None, None, [Segment(9.5, 9.8, "a door is shut")])
    assert spoken(tier("A", *TALK, speaker="Anna"), unnamed) == [("Anna", "A")]


def test_a_level_without_a_name_is_nobodys() -> None:
    assert spoken(tier("phrase", *TALK), tier("word", "what", "shall")) == [(None, "phrase")]
    assert told_apart([tier("phones", "B", "AA1")]).speech == []


def test_what_spans_words_of_a_tier_is_about_them() -> None:
    words = tier("[tok]", "what", "shall", "we", "plant")
    structure = Tier("[Structure]", None, None, [Segment(0.0, 1.0, "focus"), Segment(1.0, 4.0, "background")])
    assert spoken(words, structure) == [(None, "[tok]")]
    answer = Tier("Ben", None, None, [Segment(0.0, 1.0, "hm"), Segment(1.5, 3.7, "carrots")])
    assert spoken(words, answer) == [(None, "[tok]"), ("Ben", "Ben")]
