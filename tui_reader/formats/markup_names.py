"""Names of speakers in a line of markup, such as `"speaker": "Ann"` or `<speaker>ANN</speaker>`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Person

_BEFORE, _BEHIND = r"(?:^|[>\"'=#@]|<v[.\w]*[ ])\s*", r"\s*[.:]?\s*(?:$|[<>\"'^(])"
_NUMBERED = re.compile(r"Speaker (\w{1,4})")


def names_in_markup(line: str, people: Sequence[Person]) -> list[str]:
    """The labels of people whom the line names: by a label between signs of markup, or by their id."""
    found: dict[str, None] = {}
    for person in people:
        for name in (*person.labels, person.id):
            if _names(line, name):
                found[name if name in person.labels else person.labels[0]] = None
                break
    return list(found)


def _names(line: str, name: str) -> bool:
    """Whether a name stands in the line as a value of markup."""
    numbered = _NUMBERED.fullmatch(name)
    if numbered and re.search(rf"(?i:speaker)\w*\W{{1,6}}{numbered[1]}\b", line):
        return True
    if name not in line:
        return False
    escaped = re.escape(name)
    return bool(re.search(rf"{_BEFORE}{escaped}{_BEHIND}|,{escaped},", line))
