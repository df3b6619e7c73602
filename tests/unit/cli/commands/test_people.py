"""The list that `tui-reader people` prints: who speaks, in how many turns, under which labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.main import main


def test_a_person_with_one_label_is_named_once(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["people", str(talk)]) == 0
    assert {"ANNE: 2 turns", "BEN: 2 turns"} <= {*capsys.readouterr().out.splitlines()}


def test_a_person_with_several_labels_has_their_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", str(MEMORANDUM)]) == 0
    told = capsys.readouterr().out
    assert "GWB, George W. Ball, Under Secretary of State: 11 turns, labelled GWB (2) and GB (9)\n" in told


def test_turns_are_split_joined_and_given_and_all_commands_know(
    capsys: pytest.CaptureFixture[str], talk: Path, tmp_path: Path
) -> None:
    talk.write_text("ANN: Hello. Who is it?\n\nBEN: I am\n\nBEN: here.\n\nANN: Come in.\n\nBEN: Thanks.\n")
    library = ("--library", str(tmp_path / "library.db"))
    command = ["people", str(talk), *library]
    assert main([*command, "--split-turn", "1@6=BEN", "--join-turn", "3", "--turn", "4=Cal"]) == 0
    assert {"ANN: 1 turn", "BEN: 3 turns", "Cal: 1 turn"} <= {*capsys.readouterr().out.splitlines()}
    assert main(["--print", str(talk), *library]) == 0
    spoken = ["ANN: Hello.", "BEN: Who is it?", "BEN: I am here.", "Cal: Come in.", "BEN: Thanks."]
    assert [line for line in capsys.readouterr().out.splitlines() if line][-5:] == spoken
    assert main([*command, "--share"]) == 0 and main([*command, "--forget"]) == 0
    capsys.readouterr()
    assert main(["--print", str(talk), *library]) == 0
    shown = capsys.readouterr()
    assert [line for line in shown.out.splitlines() if line][-5:] == spoken and not shown.err


@pytest.mark.parametrize("target", ["talk.people.toml", "-", "new.people.toml"])
def test_shared_people_still_name_the_recording(
    capsys: pytest.CaptureFixture[str], talk: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(talk.parent)
    Path("talk.people.toml").write_text('audio = "sound/talk.flac"\n')
    assert main(["people", "talk.txt", "--name", "BEN=Benedict", "--share", target]) == 0
    shared = capsys.readouterr().out if target == "-" else Path(target).read_text()
    assert 'audio = "sound/talk.flac"' in shared and 'name = "Benedict"' in shared


def test_of_options_one_of_which_is_wrong_none_is_kept(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["people", str(talk), "--name", "BEN=Benedict"]) == 0
    assert main(["people", str(talk), "--turn", "1=BEN", "--merge", "ANNE=BEN", "--merge", "NOPE=Y"]) == 2
    capsys.readouterr()
    assert main(["people", str(talk)]) == 0
    assert {"ANNE: 2 turns", "BEN, Benedict: 2 turns"} <= {*capsys.readouterr().out.splitlines()}


@pytest.mark.parametrize(
    ("option", "words", "told"),
    [
        ("--split-turn", "1@0", "Turn 1 cannot be split at character 0"),
        ("--split-turn", "1@99999999", "Turn 1 cannot be split"),
        ("--split-turn", "1", "write it as --split-turn 12@140, or 12@140=GWB."),
        ("--join-turn", "1", "there is no turn before it in its part."),
        ("--join-turn", "x", "write it as --join-turn 13."),
        ("--turn", "9=BEN", "talk.txt has no turn 9"),
        ("--turn", "1", "write it as --turn 12=GWB."),
        ("--turn", "1= ", "write it as --turn 12=GWB."),
        ("--split-turn", "1@3= ", "write it as --split-turn"),
        ("--keep", "Nobody", "has no label 'Nobody', and nothing with these words is in doubt."),
    ],
)
def test_a_turn_that_is_not_there_is_wrong_use(
    capsys: pytest.CaptureFixture[str], talk: Path, option: str, words: str, told: str
) -> None:
    assert main(["people", str(talk), option, words]) == 2
    error = capsys.readouterr().err
    assert told in error and error.count("\n") == 1


def test_a_decision_is_taken_back_by_its_number_and_the_last_one_without(
    capsys: pytest.CaptureFixture[str], talk: Path
) -> None:
    assert main(["people", str(talk), "--name", "BEN=Benedict", "--turn", "2=ANNE", "--role", "ANNE=Cook"]) == 0
    listed = capsys.readouterr().out
    assert (
        "(--undo N takes one back, --undo the last):\n    1 Turn 2 was given to ANNE by you.\n    2 BEN was" in listed
    )
    assert main(["people", str(talk), "--undo", "2"]) == 0
    out, told = capsys.readouterr()
    assert told == "Taken back: BEN was named Benedict by you.\n" and "Benedict" not in out and "ANNE, Cook" in out
    assert main(["people", str(talk), "--undo"]) == main(["people", str(talk), "--undo"]) == 0
    out, told = capsys.readouterr()
    assert told == "Taken back: ANNE was given the role Cook by you.\nTaken back: Turn 2 was given to ANNE by you.\n"
    assert {"ANNE: 2 turns", "BEN: 2 turns"} <= {*out.splitlines()} and "You decided" not in out[
        out.rindex("ANNE: 2") :
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--undo"], "There is no decision to take back."),
        (["--role", "BEN=Cook", "--undo"], "There is no decision to take back."),
        (["--undo", "0"], "0"),
        (["--undo", "BEN"], "BEN"),
    ],
)
def test_a_decision_that_is_not_there_is_not_taken_back(
    capsys: pytest.CaptureFixture[str], talk: Path, words: list[str], told: str
) -> None:
    assert main(["people", str(talk), *words]) == 2
    error = capsys.readouterr().err
    assert told in error and error.count("\n") == 1
    assert main(["people", str(talk)]) == 0 and "Cook" not in capsys.readouterr().out


def test_of_few_decisions_a_later_number_is_told(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    assert main(["people", str(talk), "--role", "BEN=Cook"]) == 0
    assert main(["people", str(talk), "--undo", "2"]) == 2
    assert "There is no decision 2; tui-reader people talk.txt lists 1." in capsys.readouterr().err
