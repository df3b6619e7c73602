"""Labels before a full stop: the convention `stop`.

Knows the start of one paragraph, and not whether what stands there is a label.
"""

from __future__ import annotations

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.directions import behind_brackets, behind_comma, ends_in_abbreviation, found_at
from tui_reader.formats.passages import trim
from tui_reader.lazy_re import lazy_re

_LONGEST = 64
"""Characters that a label may take."""
_LONGEST_WITH_OFFICE = 140
"""The same, where a title begins it and an office may follow: `M. Jean Roux, ministre de l'eau`."""
_SURNAME_FIRST = lazy_re(r"(?P<name>[^\W\d_]{2,30} [А-ЯЁ]\. ?[А-ЯЁ]\.)(?P<how>,[^.\n]{1,120}\.)?(?=\s)")
"""A surname, two initials, and an office behind a comma."""
_STOP_SIGN = lazy_re(r"\.(?:[^\S\n]?(?:--|[—–-])(?=\S)|[^\S\n]?[—–-](?=\s)|(?=\s))")
"""A full stop, and a dash that may follow it: `JUAN.- Sí.`, `ANNA.--But`."""
_BEFORE_NAMES = frozenset(("M", "v", "d", "V", "D", *map(str, range(1, 13))))
"""What stands before a full stop and a name: `M. Roux. text`, `v. Bernau. text`, `1. HERR. text`."""
_LONGEST_BEFORE_NAME = max(map(len, _BEFORE_NAMES))
_STOP_ABOVE = lazy_re(r"\.(?=\n[^\S\n]*+\S)")
"""The full stop behind a direction, with the words on the line below."""
_ABBREVIATION = lazy_re(r"\s[^\W\d_](?:\.[^\W\d_])+$")
"""Single letters with full stops: `The U.S.` begins a sentence."""
_COUNT = lazy_re(r"[IVXLC]+|[^\W\d_]|INT|EXT")
"""Numbers and letters of a list's items, and where a scene is: `INT. HOUSE. DAY.`"""
_FIGURE = lazy_re(r"\s*(?:\d|[IVXLC]+\.)")


def stop(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Mr. GREGG. text`, `The PRESIDING OFFICER (Mr. Kyl). text`, `Algernon.  text`, `Anna (sits). text`."""
    if "А" <= text[start] <= "Я" and (surname := _surname_first(text, start, end)):  # Cyrillic letters
        return surname
    titled = text[start] == "M" and text.startswith(("M. ", "Mme "), start)
    limit = min(end, start + (_LONGEST_WITH_OFFICE if titled else _LONGEST))
    at = start
    while (at := text.find(".", at, limit)) != -1:
        label = text[start:at]
        if "(" in label or "[" in label:
            break
        if ends_in_abbreviation(label) and not _ends_in_letter(label, text[at + 1 : at + 20]):
            at += 1
            continue
        if _goes_on_behind(text, start, at, limit):
            at += 1
            continue
        if _COUNT.fullmatch(label) or _ABBREVIATION.search(label):
            return None
        return _before_stop(text, start, at, end)
    behind = behind_brackets(text, start, end) or behind_comma(text, start, end, ".")
    return _before_stop(text, start, behind, end) if behind is not None else None


def _goes_on_behind(text: str, start: int, at: int, limit: int) -> bool:
    """Whether the full stop at `at` stands within a label: behind a title, a number or an initial."""
    if at - start > _LONGEST_BEFORE_NAME:
        return False
    label, behind = text[start:at], text[at + 1 : at + 2]
    if label in _BEFORE_NAMES and (behind == " " or (behind.isupper() and label.isdecimal())):  # `1.Murth. text`
        return True
    return _is_initial(label, text[at + 1 : limit])


def _is_initial(label: str, behind: str) -> bool:
    """Whether a letter before a full stop is the initial of a surname in capitals: `J. HOLM. text`; no `V. THE END.`"""
    name, stop, rest = behind.partition("(" if "(" in behind.partition(".")[0] else ".")
    if len(label) > 1 or label in "IVX" or not (label.isupper() and stop and name.startswith(" ") and name.isupper()):
        return False
    return len(name) > 2 or _is_initial(name[1:], rest)


def _surname_first(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Иванов И. И. text`, and with what he is: `Иванов И. И., министр. text`."""
    found = _SURNAME_FIRST.match(text, start, end)
    if not found:
        return None
    office = Span(*trim(text, found.end("name") + 1, found.end())) if found["how"] else None
    return LabelCandidate(found["name"], Span(start, found.end("name")), office, found.end())


def _ends_in_letter(label: str, behind: str) -> bool:
    """Whether a label in capitals ends in a letter that is all of a name: `SEÑOR X. Pero no.`, not `ANN B. LEE.`"""
    words, below = label.split(), behind.split(None, 1)
    return len(words) == 2 and label.isupper() and words[0] != "M." and bool(below) and not below[0].isupper()


def _before_stop(text: str, start: int, at: int, end: int) -> LabelCandidate | None:
    """The label `text[start:at]` before the full stop at `at`, if a blank or a dash follows that."""
    sign = _STOP_SIGN.match(text, at, end)
    if not sign and at + 1 == end and text[at - 1] == ")":
        sign = _STOP_ABOVE.match(text, at)
    if not sign:
        return None
    found = found_at(text, start, at, sign.end())
    figure = bool(_FIGURE.match(text, at + 1, min(end, at + 12)))
    return found._replace(figure=True) if found and figure else found
