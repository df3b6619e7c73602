"""One person, one voice, everywhere: who is the same person, and which voice he or she is known by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sound import HandDevice, PlainEngine
from tui_reader.casting import Cast, cast, load_voices
from tui_reader.document.model import Document, Kind, Label, Part, Passage, Person, Position, Span, Turn
from tui_reader.document.people.identity import identity, only_fit
from tui_reader.library import Library, open_library
from tui_reader.library.same_people_store import PersonDecision
from tui_reader.paths import NO_LIBRARY
from tui_reader.playback.player import Player
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.tts.render import SpeechStyle

VOICES = load_voices(Path("none"))
BALL = Person("GWB", "George W. Ball", None, ("GWB",))
BALL_AGAIN = Person("Ball", "Ball, George W.", None, ("Ball",))
SAME_LETTERS = Person("GWB", None, None, ("GWB",))


def document(key: str, *people: Person) -> Document:
    """They speak one after the other."""
    passage = Passage(Kind.SPEECH, "x", (Span(0, 1),))
    turns = tuple(Turn(n, one.id, Label(one.id, Span(0, 1)), (passage,)) for n, one in enumerate(people, 1))
    return Document(key, key, "transcript", "x", people=people, parts=(Part("talk", None, None, (), turns),))


def opened(library: Library, *documents: Document) -> None:
    for one in documents:
        library.keep_place(one, Path(one.name), Position(0, 0))


def voices(library: Library, of: Document) -> dict[str, str]:
    made = cast(of, VOICES, library.cast(of.key), *library.voice_registry.voices(of.people))
    return {person.id: made.voice(person.id).id for person in of.people}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("George W. Ball", "Ball, George W.", True),
        ("George W. Ball", "Mr. George Ball", True),
        ("GEORGE W. BALL", "George Wildman Ball", True),
        ("John F. Kennedy", "J. F. Kennedy", True),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr.", True),
        ("The Hon. José Álvarez", "José Álvarez", True),
        ("George W. Bush", "George H. Bush", False),
        ("George Ball", "Gerald Ball", False),
        ("George Ball", "George Bell", False),
        ("Martin Luther King", "Martin Luther King, Jr.", False),
    ],
)
def test_names_of_one_person_fit_and_those_of_two_do_not(one: str, other: str, same: bool) -> None:
    first, second = identity(one), identity(other)
    assert first and second and first.fits(second) == second.fits(first) == same


@pytest.mark.parametrize("name", ["GWB", "Ball", "Mr. Ball", "G. Ball", "The Secretary", "", "17", "Ball, G."])
def test_less_than_a_full_name_is_nobody(name: str) -> None:
    assert identity(name) is None


def test_a_name_that_two_can_have_is_neither() -> None:
    known = [one for name in ("George W. Bush", "George H. Bush") if (one := identity(name))]
    short, whole = identity("George Bush"), identity("Bush, George W.")
    assert short and whole
    assert only_fit(short, known) is None
    assert only_fit(whole, known) == known[0]


def test_a_voice_that_was_chosen_is_the_persons_in_every_document_at_once(tmp_path: Path) -> None:
    one, other = document("one", BALL), document("other", BALL_AGAIN)
    with Library(tmp_path / "library.db") as library:
        opened(library, one)
        library.keep_voice("one", "GWB", "walter")
    with Library(tmp_path / "library.db") as library:
        assert voices(library, other) == {"Ball": "walter"}
        assert library.troubles == []


def test_the_same_letters_in_another_document_are_not_the_same_person(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        opened(library, document("one", BALL))
        library.keep_voice("one", "GWB", "walter")
        assert voices(library, document("other", SAME_LETTERS)) == {"GWB": "gwb"}


def test_when_two_documents_disagree_each_keeps_its_choice_and_the_last_one_goes_for_the_rest(tmp_path: Path) -> None:
    one, other, third = document("one", BALL), document("other", BALL_AGAIN), document("third", BALL)
    with Library(tmp_path / "library.db") as library:
        opened(library, one, other)
        library.keep_voice("one", "GWB", "walter")
        library.keep_voice("other", "Ball", "henry")
        assert voices(library, one) == {"GWB": "walter"}
        assert voices(library, other) == {"Ball": "henry"}
        assert voices(library, third) == {"GWB": "henry"}


def test_who_was_heard_in_a_voice_keeps_it_in_other_documents_until_another_is_chosen() -> None:
    with Library(None) as library:
        library.voice_registry.keep_heard({BALL: "henry", SAME_LETTERS: "clara"})
        library.voice_registry.keep_heard({BALL_AGAIN: "leo"})
        assert [(one.name, one.voice, one.chosen) for one in library.voice_registry.everybody()] == [
            ("George W. Ball", "henry", False)
        ]
        other = document("other", BALL_AGAIN)
        assert voices(library, other) == {"Ball": "henry"}
        opened(library, other)
        library.keep_voice("other", "Ball", "frank")
        assert voices(library, document("third", BALL)) == {"GWB": "frank"}


def test_a_voice_in_which_somebody_was_wrongly_heard_is_replaced_once_and_a_chosen_one_stays() -> None:
    with Library(None) as library:
        library.voice_registry.keep_heard({BALL: "henry"})
        library.voice_registry.keep_heard({BALL_AGAIN: "leo"}, misheard={"Ball"})
        assert [(one.name, one.voice) for one in library.voice_registry.everybody()] == [("George W. Ball", "leo")]
        opened(library, document("one", BALL))
        library.keep_voice("one", "GWB", "frank")
        library.voice_registry.keep_heard({BALL_AGAIN: "henry"}, misheard={"Ball"})
        assert [(one.voice, one.chosen) for one in library.voice_registry.everybody()] == [("frank", True)]


def test_what_was_chosen_stands_before_what_was_heard() -> None:
    stevenson = Person("AES", "Adlai E. Stevenson", None, ("AES",))
    with Library(None) as library:
        one = document("one", BALL, stevenson)
        library.voice_registry.keep_heard({stevenson: "edith"})
        opened(library, document("other", BALL))
        library.keep_voice("other", "GWB", "edith")
        made = voices(library, one)
        assert made["GWB"] == "edith" != made["AES"]


def test_somebody_or_everybody_is_forgotten_and_a_documents_own_choice_stays() -> None:
    with Library(None) as library:
        one = document("one", BALL)
        opened(library, one)
        library.keep_voice("one", "GWB", "walter")
        library.voice_registry.keep_heard({Person("X", "Ann Lee", None, ("X",)): "edith"})
        assert library.voice_registry.forget("Nobody Known") == 0
        assert library.voice_registry.forget("ball, george") == 1
        assert [person.name for person in library.voice_registry.everybody()] == ["Ann Lee"]
        assert library.voice_registry.forget(None) == 1
        assert library.voice_registry.everybody() == []
        assert voices(library, one) == {"GWB": "walter"}


def test_without_a_library_nothing_is_known_and_nothing_kept(tmp_path: Path) -> None:
    for _ in range(2):
        with open_library(NO_LIBRARY) as library:
            assert library.troubles == []
            assert library.path is None
            assert library.voice_registry.everybody() == []
            library.voice_registry.keep_heard({BALL: "edith"})


# In a reading


def reading_of(one: Document, library: Library) -> Reading:
    def player(casting: Cast, style: SpeechStyle) -> Player:
        return Player([PlainEngine], lambda rate: (HandDevice(), None), casting, style, lambda event: None)

    return Reading(one, Path(one.name), library, Settings(), lambda: VOICES, player)


ANN, ANN_AGAIN = Person("A", "Ann M. Lee", None, ("A",)), Person("LEE", "Lee, Ann", None, ("LEE",))
BOB, CARL = Person("B", None, None, ("B",)), Person("C", None, None, ("C",))
EVE, GUS = Person("E", "Mrs. E", None, ("E",)), Person("G", "Mr. G", None, ("G",))


def test_who_was_heard_in_one_memorandum_sounds_the_same_in_another() -> None:
    one, other = document("one", EVE, GUS, ANN), document("other", ANN_AGAIN, CARL)
    with Library(None) as library:
        assert reading_of(other, library).voices.cast.voice("LEE") != (
            first := reading_of(one, library).voices.cast.voice("A")
        )
        reading = reading_of(one, library)
        reading.playback.play_or_pause()
        reading.close()
        assert reading_of(other, library).voices.cast.voice("LEE") == first


def test_a_document_that_is_taken_up_after_another_is_heard_too() -> None:
    with Library(None) as library:
        reading = reading_of(document("other", BOB, CARL), library)
        reading.playback.play_or_pause()
        reading.open(document("one", BOB, ANN), Path("one"))
        assert library.voice_registry.everybody() == []
        reading.playback.play_or_pause()
        reading.close()
        assert [(known.name, known.chosen) for known in library.voice_registry.everybody()] == [("Ann M. Lee", False)]
        assert voices(library, document("third", ANN_AGAIN))["LEE"] == library.voice_registry.everybody()[0].voice


def test_who_was_only_looked_at_is_not_known_by_a_voice() -> None:
    with Library(None) as library:
        reading = reading_of(document("one", BOB, ANN), library)
        assert reading.voices.cast.voice("A")
        reading.player.start()
        reading.close()
        assert library.voice_registry.everybody() == []


def test_who_was_decided_to_be_one_person_has_one_voice() -> None:
    john, jack = Person("JFK", "John F. Kennedy", None, ("JFK",)), Person("JACK", "Jack Kennedy", None, ("JACK",))
    ken = Person("K", "Ken O. Donnell", None, ("K",))
    decision = PersonDecision("name:jack kennedy", "Jack Kennedy", "name:john f kennedy", "John F. Kennedy")
    with Library(None) as library:
        registry = library.voice_registry
        registry.keep_heard({jack: "bell", ken: "cole"})
        with library.kept():
            registry.choose("John F. Kennedy", "aes")
        assert registry.voices([john, jack, ken]) == ({"JFK": "aes"}, {"JACK": "bell", "K": "cole"})
        library.everywhere.decisions.add(decision)
        assert registry.voices([john, jack, ken]) == ({"JFK": "aes", "JACK": "aes"}, {"K": "cole"})
        library.everywhere.decisions.take_back(decision)
        assert registry.voices([jack]) == ({}, {"JACK": "bell"})


def test_a_decision_gives_a_voice_to_who_had_none() -> None:
    jack = Person("JACK", "Jack Kennedy", None, ("JACK",))
    with Library(None) as library:
        with library.kept():
            library.voice_registry.choose("John F. Kennedy", "aes")
        for one, other in (("jack kennedy", "j kennedy senior"), ("j kennedy senior", "john f kennedy")):
            library.everywhere.decisions.add(PersonDecision(f"name:{one}", one, f"name:{other}", other))
        assert library.voice_registry.voices([jack]).chosen == {"JACK": "aes"}
