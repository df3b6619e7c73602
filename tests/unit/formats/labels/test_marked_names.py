"""Whether one name that markup sets apart is a label, by its kind of mark."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.marked_names import MARKS, Crowd, judge
from tui_reader.formats.labels.shapes import shape


@pytest.mark.parametrize(
    ("mark", "name", "uses", "total", "crowded", "kept", "reason"),
    [
        ("element", "Guest", 1, 2, False, True, "in an element for names"),
        ("element", "Anne", 1, 1, False, False, "stands once, and no other label looks so"),
        ("emphasis", "Anne", 2, 4, False, True, "used twice and printed as a name"),
        ("emphasis", "Guest", 2, 4, False, False, "a field's name, used twice"),
        ("emphasis", "Guest", 3, 4, False, True, "used 3 times and a field's name"),
        ("emphasis", "Note", 9, 9, True, False, "a field's name"),
        ("emphasis", "Anne", 1, 4, True, True, "printed as a name where nearly all is labelled"),
        ("emphasis", "She said", 9, 9, True, False, "ends in a verb of saying"),
        ("sign", "SPEAKER_01", 1, 1, False, True, "named as machines name speakers"),
        ("sign", "Anne Lee", 1, 1, False, True, "a name of several words in emphasis with a colon or a time"),
        ("sign", "Anne", 1, 3, False, True, "printed in emphasis with a colon or a time as other names are"),
        ("cue", "so it goes", 1, 9, False, False, "used once, not printed as a name"),
    ],
)
def test_the_verdict_on_a_name(
    mark: str, name: str, uses: int, total: int, crowded: bool, kept: bool, reason: str
) -> None:
    verdict = judge(name, shape(name), uses, MARKS[mark], Crowd({name: uses}, total, crowded))
    assert (verdict.kept, verdict.reason) == (kept, reason)
