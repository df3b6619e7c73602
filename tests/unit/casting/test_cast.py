"""Who gets which voice."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest

from tui_reader.casting import VoiceSet, cast, load_voices
from tui_reader.casting.voice import MeasuredVoice, Voice
from tui_reader.document.model import NARRATOR, Document, Kind, Label, Part, Passage, Person, Span, Turn

VOICES = load_voices(Path("none"))


def dialogue(speakers: list[str], people: dict[str, str | None] | None = None) -> Document:
    """A document in which those speak in that order; `people` gives names, by default there are none."""
    names = {**dict.fromkeys(speakers), **(people or {})}
    span = Span(0, 1)
    passage = Passage(Kind.SPEECH, "x", (span,))
    turns = tuple(Turn(n, id, Label(id, span), (passage,)) for n, id in enumerate(speakers, 1))
    persons = tuple(Person(id, name, None, (id,)) for id, name in names.items())
    return Document("d", "k", "transcript", "x", people=persons, parts=(Part("exchange", None, None, (), turns),))


def voices_of(**genders: str) -> VoiceSet:
    return MappingProxyType({id: Voice(id, id, gender=gender) for id, gender in genders.items()})


def ids(document: Document, voices: VoiceSet = VOICES, **chosen: str) -> dict[str, str]:
    made = cast(document, voices, chosen)
    return {id: voice.id for id, voice in made.voices.items()}


def test_the_memorandum_has_the_three_voices_made_for_it() -> None:
    document = dialogue(["AES", "GWB", "AES"])
    assert ids(document) == {NARRATOR: "narrator", "AES": "aes", "GWB": "gwb"}


def test_a_voice_goes_to_whom_it_is_made_for_by_name_or_label_in_any_case() -> None:
    assert ids(dialogue(["A", "B"], {"B": "Adlai E.  Stevenson"}))["B"] == "aes"
    assert ids(dialogue(["A", "Gwb."]))["Gwb."] == "gwb"


def test_men_and_women_alternate_where_nothing_is_told_and_nobody_has_the_narrators_voice() -> None:
    made = ids(dialogue(["ONE", "TWO", "THREE", "FOUR"]))
    assert [VOICES[made[id]].gender for id in ("ONE", "TWO", "THREE", "FOUR")] == ["male", "female"] * 2
    first = VOICES[made["ONE"]].measured
    assert first and first.errors and first.errors < 60
    assert made[NARRATOR] == "narrator"
    assert len(set(made.values())) == 5


def test_who_speaks_once_gets_what_is_left() -> None:
    voices = voices_of(n="", first="", second="")
    assert ids(dialogue(["ONCE", "OFTEN", "AGAIN", "OFTEN", "AGAIN"]), voices)["OFTEN"] == "first"


def test_a_speaker_called_narrator_has_the_narrators_voice_also_another_one() -> None:
    document = dialogue(["NARRATOR", "ANN", "NARRATOR", "FIRST NARRATOR"])
    made = ids(document)
    assert made["NARRATOR"] == made[NARRATOR] == "narrator"
    assert made["FIRST NARRATOR"] != "narrator"
    assert ids(document, narrator="moira")["NARRATOR"] == "moira"
    assert ids(document, NARRATOR="walter")["NARRATOR"] == "walter"


def test_a_child_an_old_man_and_a_crowd_have_voices_of_their_own() -> None:
    voices = MappingProxyType(
        {
            voice.id: voice
            for voice in (
                Voice("n", "n"),
                Voice("kid", "kid", age="child"),
                Voice("all", "all", crowd=True),
                Voice("he", "he", gender="male"),
                Voice("old", "old", gender="male", age="old"),
                Voice("she", "she", gender="female"),
            )
        }
    )
    made = ids(dialogue(["MAN", "CROWD", "OLD MAN", "BOY", "WOMAN"]), voices)
    assert made == {NARRATOR: "n", "MAN": "he", "CROWD": "all", "OLD MAN": "old", "BOY": "kid", "WOMAN": "she"}


def test_many_women_who_answer_each_other_all_have_womens_voices() -> None:
    speakers = [f"WOMAN {number}" for number in range(20)] * 3
    made = ids(dialogue(speakers))
    assert {VOICES[made[id]].gender for id in speakers} == {"female"}
    assert all(made[one] != made[other] for one, other in pairwise(speakers))


def test_a_voice_that_was_only_heard_must_fit_and_a_chosen_one_need_not() -> None:
    document = dialogue(["Mrs. A", "Mr. B"])
    made = cast(document, VOICES, {}, {"Mr. B": "edith"}, {"Mrs. A": "walter"})
    assert VOICES[made.voice("Mrs. A").id].gender == "female"
    assert made.voice("Mr. B").id == "edith"
    assert made.misheard == {"Mrs. A"}


def test_a_choice_comes_first_and_changes_nobody_elses_voice() -> None:
    document = dialogue(["ONE", "TWO", "THREE", "ONE"])
    before, after = ids(document), ids(document, TWO="henry")
    assert after == {**before, "TWO": "henry"}


def test_who_had_the_chosen_voice_gets_another() -> None:
    document = dialogue(["ONE", "TWO", "THREE"])
    before = ids(document)
    after = ids(document, TWO=before["ONE"])
    assert after["TWO"] == before["ONE"] != after["ONE"]
    assert after["THREE"] == before["THREE"]
    assert len(set(after.values())) == 4


def test_the_narrator_can_be_given_another_voice() -> None:
    made = ids(dialogue(["AES", "GWB"]), narrator="gwb")
    assert made[NARRATOR] == "gwb"
    assert made["AES"] == "aes"
    assert made["GWB"] not in {"gwb", "aes"}


def test_two_may_be_given_one_voice_if_that_is_what_is_chosen() -> None:
    made = ids(dialogue(["ONE", "TWO"]), ONE="edith", TWO="edith")
    assert made["ONE"] == made["TWO"] == "edith"


def test_choices_of_voices_or_people_that_are_gone_are_passed_over() -> None:
    document = dialogue(["ONE", "TWO"])
    assert ids(document, ONE="gone", NOBODY="edith") == ids(document)


def test_titles_guide_who_is_a_man_and_who_a_woman() -> None:
    names = {"Mr. A": "male", "Mrs. B": "female", "KING": "male", "LADY M": "female", "FIRST WOMAN": "female"}
    made = ids(dialogue(list(names)))
    assert {id: VOICES[made[id]].gender for id in names} == names


def test_a_woman_shares_a_womans_voice_rather_than_have_a_mans() -> None:
    voices = voices_of(n="", he="male", she="female", he2="male")
    made = ids(dialogue(["Mrs. A", "Mr. B", "Mrs. C", "Mr. B"]), voices)
    assert made["Mrs. A"] == made["Mrs. C"] == "she"


def test_neighbours_differ_even_where_it_costs_the_gender() -> None:
    made = ids(dialogue(["Mrs. A", "Mrs. B", "Mrs. A"]), voices_of(n="", he="male", she="female"))
    assert {made["Mrs. A"], made["Mrs. B"]} == {"he", "she"}


def test_more_speakers_than_voices_share_them_but_nobody_with_whom_he_answers() -> None:
    voices = voices_of(n="", a="", b="", c="")
    speakers = ["CHAIR" if place % 2 else f"WITNESS {place}" for place in range(60)]
    made = ids(dialogue(speakers), voices)
    assert all(made[one] != made[other] for one, other in pairwise(speakers))
    assert set(made.values()) == {"n", "a", "b", "c"}
    assert list(made.values()).count("n") == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_long_debate_of_many_has_no_two_neighbours_in_one_voice(seed: int) -> None:
    """Groups of eight who speak among themselves: eight voices suffice, the narrator's is not needed."""
    rng = random.Random(seed)
    voices = voices_of(n="", **{f"v{number}": "" for number in range(8)})
    speakers: list[str] = []
    for group in range(12):
        members = [f"{group}-{member}" for member in range(8)]
        for _ in range(200):
            speakers.append(rng.choice([member for member in members if member != (speakers or [""])[-1]]))
    made = ids(dialogue(speakers), voices)
    assert all(
        made[one] != made[other] for one, other in pairwise(speakers) if one.split("-")[0] == other.split("-")[0]
    )


def test_a_document_of_100_000_turns_by_hundreds_is_cast_like_itself() -> None:
    rng = random.Random(1)
    speakers = [f"S{int(rng.expovariate(0.02))}" for _ in range(100_000)]
    document = dialogue(speakers)
    assert ids(document) == ids(document)
    assert set(speakers) <= ids(document).keys()


def measured(**points: tuple[float, ...]) -> VoiceSet:
    """Voices at these places of the space of voices."""
    return MappingProxyType({id: Voice(id, id, measured=MeasuredVoice(100, point)) for id, point in points.items()})


def test_a_voice_that_is_clear_of_the_others_is_given_before_one_that_is_first_in_order() -> None:
    voices = measured(n=(0.0,), first=(20.0,), alike=(22.0,), clear=(40.0,))
    assert [*ids(dialogue(["ONE", "TWO"]), voices).values()] == ["n", "first", "clear"]


def test_of_voices_that_are_as_clear_one_that_is_understood_is_given_before_one_that_is_first_in_order() -> None:
    errors = {"n": 60, "first": 92, "second": 50, "third": 38, "near": 20}
    places = {"n": 0.0, "first": 20.0, "second": 40.0, "third": 60.0, "near": 7.5}
    voices = {id: Voice(id, id, measured=MeasuredVoice(100, (places[id],), errors[id], errors[id])) for id in places}
    given = [*ids(dialogue(["ONE", "TWO", "THREE", "FOUR"]), MappingProxyType(voices)).values()]
    assert given == ["n", "second", "third", "near", "first"]


def test_voices_in_order_are_given_where_all_are_clear() -> None:
    voices = measured(n=(0.0,), first=(15.0,), second=(-15.0,), third=(60.0,))
    assert [*ids(dialogue(["ONE", "TWO"]), voices).values()] == ["n", "first", "second"]


def test_a_voice_known_from_elsewhere_wins_over_one_that_is_made_for_the_person_and_loses_to_a_choice() -> None:
    document = dialogue(["AES", "GWB"])
    known = {"AES": "walter", "GWB": "henry", "NOBODY": "edith"}
    made = cast(document, VOICES, {"GWB": "frank"}, known)
    assert {id: voice.id for id, voice in made.voices.items()} == {
        NARRATOR: "narrator",
        "AES": "walter",
        "GWB": "frank",
    }


def test_of_two_known_by_one_voice_who_answer_each_other_the_first_keeps_it() -> None:
    document = dialogue(["ONE", "TWO", "ONE", "THREE"])
    made = cast(document, VOICES, known={"TWO": "edith", "ONE": "edith", "THREE": "edith"})
    assert made.voice("TWO").id == made.voice("THREE").id == "edith" != made.voice("ONE").id


def test_nobody_is_known_by_the_voice_of_the_narrator() -> None:
    assert cast(dialogue(["ONE"]), VOICES, known={"ONE": "narrator", NARRATOR: "edith"}).voice("ONE").id != "narrator"


def test_one_voice_is_enough_for_everybody() -> None:
    assert set(ids(dialogue(["ONE", "TWO"]), voices_of(only="")).values()) == {"only"}


def test_a_document_without_speakers_has_a_narrator() -> None:
    document = dialogue([])._replace(parts=())
    assert ids(document) == {NARRATOR: "narrator"}
    assert cast(document, VOICES).voice("anybody").id == "narrator"


def test_the_author_of_a_letter_and_people_who_say_nothing_have_voices_too() -> None:
    document = dialogue(["ONE"], {"SILENT": "Mr. Silent", "WRITER": None})
    document = document._replace(parts=(Part("memo", None, "WRITER"), *document.parts))
    made = ids(document)
    assert VOICES[made["WRITER"]].gender == "male"
    assert len(set(made.values())) == 4
