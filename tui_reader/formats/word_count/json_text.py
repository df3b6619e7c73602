"""The text of JSON: all strings under names of fields that hold what was said, and sentences under any name.

Where most strings of another name end as sentences do, all of them count.

Left out by rule: other fields (ids, times, links, settings), and of several readings of one segment all but the first.
Fields that an object has twice count twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import Any

from tui_reader.cleaning import clean
from tui_reader.formats.producers.json_values import load

_SAID = frozenset(
    (
        "body", "text", "utf8", "transcript", "display", "content", "parts", "utterance", "punctuatedword", "word",
        "words", "message", "line", "lines", "sentence", "caption", "speech", "dialogue", "punct",
    )
)  # fmt: skip
"""Names of fields, in small letters and without signs, whose strings count however short they are."""
_SENTENCE = re.compile(r"(?<!\w)(?:[^\W\d_]{1,40}[,;:]? ){10}[^\W\d_]")
"""Words in a row, as no setting, id or address has them."""
_ENDS = tuple(".!?…。！？")
_CLOSING = "\"'”’»)]* "
"""How sentences end, and what may stand behind that."""
_READINGS = frozenset(("alternatives", "nBest"))
_FORMS = frozenset(("spoken_form", "written_form"))
"""Names of fields that say the words of an entity again, as Speechmatics has them."""
_EVENT = re.compile(r"[A-Z][a-z]{1,30}(?:[A-Z][a-z]{1,30}){1,5}")
"""What kind of message it is: AddTranscript."""


def json_text(text: str, read: Callable[[str], str] = str) -> str:
    """What is said in a text of JSON or of JSON Lines, which a parser has read before; `read` as in `json_words`."""
    return json_words(load(text, "the file", tuple), read)


def json_words(value: Any, read: Callable[[str], str] = str) -> str:
    """What is said in a value of JSON, whose objects may be tuples of pairs; a line for each string.

    `read` makes a string what it means, where a program writes entities or such.
    """
    found: list[str] = []
    others: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in _strings(value):
        if (_holds_words(name) or " " in one) and _is_said(name, one):
            found.append(read(one))
        else:
            others[name].append(one)
    for strings in others.values():
        sentences = [one for one in strings if " " in one and one.rstrip(_CLOSING).endswith(_ENDS)]
        if len(sentences) > 1 and 2 * len(sentences) >= len(strings):
            found += map(read, strings)
    return clean("\n".join(found))


def _strings(value: Any) -> Iterator[tuple[str, str]]:
    """The strings in a value in order, each with the name of the field that it stands in."""
    above: list[Iterator[tuple[str, Any]]] = [iter((("", value),))]
    while above:
        for name, one in above[-1]:
            if isinstance(one, str):
                yield name, one
            elif isinstance(one, (tuple, list, dict)) and one and name not in _FORMS:
                above.append(_members(name, one))
                break
        else:
            above.pop()


def _members(name: str, one: tuple[Any, ...] | list[Any] | dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of an object, or the members of a list as fields of its name; of readings the first."""
    if isinstance(one, list):
        return zip(repeat(name), one[:1] if name in _READINGS else one, strict=False)
    return iter(one.items() if isinstance(one, dict) else one)


def _is_said(name: str, found: str) -> bool:
    """Whether what stands in the field of that name was said."""
    if _holds_words(name):
        return name != "message" or not _EVENT.fullmatch(found)
    return _SENTENCE.search(found) is not None


@lru_cache(1024)
def _holds_words(name: str) -> bool:
    """Whether the field of that name holds what was said."""
    return re.sub(r"[\W_]", "", name.casefold()) in _SAID
