"""The name in a printed label, by the print of each kind of file."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.bare_name import ELEMENT, PAGE, SCREENPLAY, SPEECH, LabelPrint, bare_name


@pytest.mark.parametrize(
    ("kind", "printed", "name"),
    [
        (PAGE, " Anne :", "Anne"), (PAGE, "<anne>", "anne"), (PAGE, "LANE.", "LANE"), (PAGE, "Lane, Jr.", "Lane, Jr."),
        (PAGE, "Wait..", "Wait."), (PAGE, "\u00a0Anne：", "Anne"), (PAGE, ":", ""),
        (SPEECH, "ELMIRE,", "ELMIRE"), (SPEECH, "Ben.;", "Ben"), (SPEECH, "...", "..."), (SPEECH, " Ben", " Ben"),
        (ELEMENT, "Anne: ", "Anne"), (ELEMENT, "Anne,", "Anne,"), (ELEMENT, "", ""),
        (SCREENPLAY, "JIM (O.S.) (CONT'D)", "JIM"), (SCREENPLAY, "@McAvoy ^", "McAvoy"), (SCREENPLAY, "**JIM**", "JIM"),
        (SCREENPLAY, "(V.O.)", "(V.O.)"), (SCREENPLAY, "OLD   JIM", "OLD JIM"),
    ],
)  # fmt: skip
def test_the_name_without_what_is_printed_around_it(kind: LabelPrint, printed: str, name: str) -> None:
    assert bare_name(printed, kind) == name
