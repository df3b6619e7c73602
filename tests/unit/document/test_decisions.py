"""What a person decides about labels: applied to the document, kept, and shared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.casting.sex_and_age import sexes_and_ages
from tui_reader.cli.commands.people import decide, decisions, share
from tui_reader.document.accounting import gaps
from tui_reader.document.collection import people_beside
from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.document.model import Document, Label, Part, Person, Span, Turn
from tui_reader.document.people.sex_and_age import KINDS
from tui_reader.errors import UsageError
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.narration.narration import Narration

TALK = """A Talk

ANN: Good morning.

BEN: Yes. It is.

BENN: Quite so.

ANN: We walk.

ECHO: I see none.

BEN: Nor I.

ECHO: Still none.

ANN: Home, then.
"""


@pytest.fixture
def document(talk: Path) -> Document:
    return read(talk)


def ids(document: Document) -> list[str]:
    return [turn.speaker for turn in document.turns]


def test_without_decisions_the_document_is_the_same(document: Document) -> None:
    assert apply(document, ()) is document


def test_a_merged_label_is_the_other_persons_and_its_own_person_is_gone(document: Document) -> None:
    merged = apply(document, [Decision(Verb.MERGE, "BENN", "BEN")])
    assert ids(merged)[1:3] == ["BEN", "BEN"]
    ben = merged.person("BEN")
    assert ben and ben.labels == ("BEN", "BENN")
    assert ben.evidence[-1] == "BENN was merged with BEN by you."
    assert merged.person("BENN") is None
    assert not any(set(hint.labels) == {"BEN", "BENN"} for hint in merged.suggestions)


def test_what_was_merged_can_be_split_again(document: Document) -> None:
    both = [Decision(Verb.MERGE, "BENN", "BEN"), Decision(Verb.SPLIT, "BENN")]
    again = apply(document, both)
    assert ids(again) == ids(document)
    ben = again.person("BEN")
    assert ben and ben.labels == ("BEN",)


def test_splitting_off_the_label_that_a_person_is_called_by_takes_the_others_away(document: Document) -> None:
    merged = apply(document, [Decision(Verb.MERGE, "BEN", "BENN"), Decision(Verb.SPLIT, "BENN")])
    assert ids(merged) == ids(document)
    assert not merged.warnings


def test_a_merged_person_is_not_called_by_the_label_that_was_merged() -> None:
    turns = tuple(Turn(number, label, Label(label, Span(0, 0)), ()) for number, label in enumerate(("BEN", "B."), 1))
    people = (Person("BEN", None, None, ("BEN",)), Person("B.", "B.", None, ("B.",)))
    document = Document("x", "", "", "", people=people, parts=(Part("p", None, None, (), turns),))
    (ben,) = apply(document, [Decision(Verb.MERGE, "B.", "BEN")]).people
    assert (ben.id, ben.name, ben.labels) == ("BEN", None, ("BEN", "B."))


def test_a_label_of_two_people_stays_theirs_when_one_is_named() -> None:
    turns = tuple(Turn(number, who, Label("GUARD", Span(0, 0)), ()) for number, who in enumerate(("a", "b"), 1))
    people = (Person("a", None, None, ("GUARD",)), Person("b", None, None, ("GUARD",)))
    document = Document("x", "", "", "", people=people, parts=(Part("p", None, None, (), turns),))
    named = apply(document, [Decision(Verb.NAME, "b", "Ben")])
    assert [turn.speaker for turn in named.turns] == ["a", "b"]


def test_a_person_gets_a_name_and_a_role(document: Document) -> None:
    named = apply(document, [Decision(Verb.NAME, "ANN", "Ann Bee"), Decision(Verb.ROLE, "ANN", "Chair")])
    ann = named.person("ANN")
    assert ann and (ann.name, ann.role) == ("Ann Bee", "Chair")


def test_what_the_person_says_that_somebody_is_goes_before_all_else_and_stays_in_a_merge(document: Document) -> None:
    said = apply(document, [Decision(Verb.KIND, "BENN", "old woman"), Decision(Verb.MERGE, "BENN", "BEN")])
    assert sexes_and_ages(said)["BEN"].is_what == KINDS["old woman"]
    assert str(Decision(Verb.KIND, "BENN", "old woman")) == "BENN was said to be an old woman by you."
    assert sexes_and_ages(apply(document, [Decision(Verb.KIND, "BEN", "nonsense")])).keys() == {
        person.id for person in document.people
    }


def test_an_unmarked_label_is_words_of_the_turn_before_and_nothing_is_lost(document: Document) -> None:
    found = apply(document, [Decision(Verb.UNMARK, "ECHO")])
    assert len(found.turns) == len(document.turns) - 2
    assert [turn.number for turn in found.turns] == list(range(1, len(found.turns) + 1))
    assert found.turns[3].text == "We walk.\nECHO: I see none."
    assert gaps(found) == gaps(document) == ()
    for turn in found.turns:
        for passage in turn.passages:
            assert sum(span.end - span.start for span in passage.spans) == len(passage.text)
    assert "ECHO: Still none." in [utterance.printed for utterance in Narration(found)]


def test_an_unmarked_label_that_was_merged_before_is_found(document: Document) -> None:
    found = apply(document, [Decision(Verb.MERGE, "BENN", "BEN"), Decision(Verb.UNMARK, "BENN")])
    assert "Quite so" in found.turns[1].text
    assert not found.warnings


def test_a_decision_about_a_label_that_is_gone_is_a_warning(document: Document) -> None:
    found = apply(document, [Decision(Verb.MERGE, "ZED", "BEN")])
    assert found.warnings[-1] == "talk.txt: a decision is about the label ZED, which is not in the document"


def test_decisions_are_kept_in_order_and_can_be_taken_back(document: Document, tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    decide(document, [Decision(Verb.MERGE, "BENN", "BEN"), Decision(Verb.NAME, "BEN", "Ben Cee")], library)
    decide(document, [Decision(Verb.UNMARK, "ECHO")], library)
    library.close()
    library = Library(tmp_path / "library.db")
    assert [decision.verb for decision in library.label_decisions.of(document.key)] == [
        Verb.MERGE,
        Verb.NAME,
        Verb.UNMARK,
    ]
    library.label_decisions.forget(document.key)
    assert library.label_decisions.of(document.key) == ()
    library.close()


def test_a_label_that_is_not_there_is_wrong_use(document: Document) -> None:
    with Library(None) as library, pytest.raises(UsageError, match="has no label 'ZED'; it has ANN, BEN"):
        decide(document, [Decision(Verb.SPLIT, "ZED")], library)


@pytest.mark.parametrize("words", ["GB", "GB=", "=GWB"])
def test_a_merge_that_names_only_one_is_wrong_use(words: str) -> None:
    with pytest.raises(UsageError, match="write it as --merge GB=GWB"):
        decisions({Verb.MERGE: [words]})


def test_shared_people_are_read_back_beside_the_document(document: Document, talk: Path) -> None:
    merged = apply(document, [Decision(Verb.MERGE, "BENN", "BEN"), Decision(Verb.NAME, "BEN", 'Ben "Cee"')])
    share(merged, people_beside(talk))
    assert [(person.name, person.labels) for person in read(talk).people if "BEN" in person.labels] == [
        ('Ben "Cee"', ("BEN", "BENN"))
    ]


def test_shared_people_say_what_is_no_label(document: Document, talk: Path) -> None:
    decided = apply(document, [Decision(Verb.UNMARK, "ECHO"), Decision(Verb.MERGE, "BENN", "BEN")])
    share(decided, people_beside(talk))
    again = read(talk)
    assert [turn.text for turn in again.turns] == [turn.text for turn in decided.turns]
    assert again.unmarked == ("ECHO",) and not again.warnings
    share(again, people_beside(talk))
    assert people_beside(talk).read_text().splitlines()[2] == 'not_labels = ["ECHO"]'


def test_what_is_no_label_elsewhere_is_passed_over(talk: Path) -> None:
    talk.with_name("talk.people.toml").write_text('not_labels = ["NOTE", "ECHO"]\n')
    assert read(talk).unmarked == ("ECHO",) and not read(talk).warnings


def test_the_last_decision_is_taken_back_first(document: Document) -> None:
    with Library(None) as library:
        decide(document, [Decision(Verb.MERGE, "BENN", "BEN"), Decision(Verb.NAME, "BEN", "Ben Cee")], library)
        assert library.label_decisions.take_back(document.key) == Decision(Verb.NAME, "BEN", "Ben Cee")
        assert library.label_decisions.of(document.key) == (Decision(Verb.MERGE, "BENN", "BEN"),)
        assert ids(library.label_decisions.apply_to(document))[1:3] == ["BEN", "BEN"]
        library.label_decisions.take_back(document.key)
        assert library.label_decisions.take_back(document.key) is None
        assert library.label_decisions.apply_to(document) is document


def test_the_command_remembers_for_every_face(talk: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tui_reader"]
    own = ["--library", str(tmp_path / "library.db")]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*program, *words, *own], capture_output=True, text=True, check=False, timeout=30)

    told = run("people", str(talk), "--merge", "BENN=BEN", "--name", "BEN=Ben Cee")
    assert told.returncode == 0 and "BEN, Ben Cee: 3 turns, labelled BEN (2) and BENN (1)\n" in told.stdout
    assert "Cee: Quite so." in run("--print", str(talk)).stdout
    assert run("people", str(talk), "--forget").stdout.count("Cee") == 0
    wrong = run("people", str(talk), "--merge", "ZED=BEN")
    assert wrong.returncode == 2 and wrong.stderr.count("\n") == 1
