"""Which face is chosen: by the first rule that holds; and when it is stored."""

from __future__ import annotations

import pytest

from tui_reader.settings import Settings
from tui_reader.startup.face_choice import Face, FaceChoice, choose_face


def nobody() -> str | None:
    return None


def orca() -> str | None:
    return "Orca is running"


def never_asked() -> str | None:
    raise AssertionError("asked for evidence where something else decides")


@pytest.mark.parametrize("flag", Face)
def test_a_flag_decides_before_all_else(flag: Face) -> None:
    choice = choose_face(flag, False, {"ACCESSIBLE": "1", "TERM": "dumb"}, Settings(face="full"), never_asked)
    assert choice == FaceChoice(flag, f"--{flag} was given")


def test_into_a_pipe_the_document_is_printed() -> None:
    choice = choose_face(None, False, {"ACCESSIBLE": "1"}, Settings(face="full"), never_asked)
    assert choice == FaceChoice(Face.PRINT, "standard output is not a terminal")


@pytest.mark.parametrize("value", ["1", "true", "yes", "anything"])
def test_the_variable_decides_before_the_setting(value: str) -> None:
    choice = choose_face(None, True, {"ACCESSIBLE": value}, Settings(face="full"), never_asked)
    assert choice == FaceChoice(Face.PLAIN, "ACCESSIBLE is set")


@pytest.mark.parametrize("value", ["0", "false", "False", "", " "])
def test_a_variable_that_says_no_decides_nothing(value: str) -> None:
    assert choose_face(None, True, {"ACCESSIBLE": value}, Settings(), nobody).face is Face.FULL


@pytest.mark.parametrize("face", ["full", "plain"])
def test_the_setting_decides_before_the_terminal_and_the_evidence(face: str) -> None:
    choice = choose_face(None, True, {"TERM": "dumb"}, Settings(face=face), never_asked)
    assert choice == FaceChoice(Face(face), f"the setting face is {face}")


def test_a_dumb_terminal_gets_lines() -> None:
    assert choose_face(None, True, {"TERM": "dumb"}, Settings(), never_asked) == FaceChoice(Face.PLAIN, "TERM is dumb")


def test_a_screen_reader_gets_lines_and_is_named_in_the_first() -> None:
    choice = choose_face(None, True, {"TERM": "xterm-256color"}, Settings(), orca)
    assert choice == FaceChoice(Face.PLAIN, "Orca is running", found=True)
    assert choice.line == (
        "Plain text mode this time, because Orca is running. tui-reader set face plain keeps it; --full opens the full "
        "screen."
    )


def test_only_a_choice_by_evidence_has_a_first_line() -> None:
    assert choose_face(Face.PLAIN, True, {}, Settings(), orca).line == ""
    assert choose_face(None, True, {}, Settings(), nobody).line == ""


def test_otherwise_the_full_screen_is_shown() -> None:
    choice = choose_face(None, True, {"TERM": "xterm"}, Settings(), nobody)
    assert choice == FaceChoice(Face.FULL, "no screen reader was found")
