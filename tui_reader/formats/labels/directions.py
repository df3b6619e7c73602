"""A name and the direction behind it, as plays and records print them: `Anna (sits down)`, `ANNA, à part`.

What stands behind a closed bracket is never part of a label. Knows the start of one paragraph, and not which sign
makes a label of it.
"""

from __future__ import annotations

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.clock_times import STAMP
from tui_reader.formats.labels.words import ABBREVIATED_TITLES, PARTICLES, folded
from tui_reader.lazy_re import lazy_re

BRACKET = r"(?:\([^()]{1,600}\)|\[[^\[\]]{1,600}\]|（[^（）]{1,600}）)"
"""Words in brackets, of one line or more."""
_BRACKETED = lazy_re(rf"(?P<name>[^\n:：()\[\]（）]{{1,63}}+)(?P<direction>{BRACKET})")
_LAST_BRACKET = lazy_re(rf"(?P<name>[^\n:：]{{1,95}}?[)\]）])[^\S\n]?(?P<direction>{BRACKET})")
"""A direction behind a party or an office in brackets: `Anna Lane (CDU) (laughs)`."""
_EMPHASISED = lazy_re(r"(?P<name>[^_*\n]{1,63}[^_*\s]),?\s(?P<how>(?P<sign>[_*])[^_*]{1,63}(?P=sign))")
"""A name and words in emphasis behind it."""
_MORE_BRACKETS = lazy_re(rf"[^\S\n]?{BRACKET}")
_WORDS_BEHIND = lazy_re(r"[.:]?\s*+(?=[^\s,;.:)\]])")
_LEADING = lazy_re(r"\s*+(\((?:[^\W\d_A-ZÀ-Þ]|[Bb][Yy]\s)[^()]{1,600}\)|（[^（）]{1,600}）)[.:,]?\s*+(?=\S)")
"""A direction in small letters, or in a script without capitals, with words behind it; who asks: `Q. (By Mr. Roe)`."""
_COMMA = lazy_re(r"(?P<name>[^\n,.:：()\[\]]{2,40}+),\s(?P<how>[^\W\d_])")
_TIME = lazy_re(STAMP)
_LONGEST_NAME = 64
"""Characters of a name and the bracket's opening."""
_MOST_CHARACTERS = 200
"""Characters that a name and a direction behind a comma may take."""
_FEWEST_LETTERS = 6
"""Letters of a capitalized word with a full stop in brackets that is no abbreviation: "(Laughing.)", not "(Mass.)"."""
_MOST_WORDS_OF_HOLDER = 5
_PARTY_AND_STATE = lazy_re(r"[A-ZÀ-Þ]{2,12}(?:\s?[-–/]\s?[A-ZÀ-Þ]{2}\b|$)")
"""`PT - BA`, `PSDB/SP`: what a member belongs to, whatever follows it."""
_UNCASED_HOLDER = lazy_re(r"[\u3400-\u9fff]{1,6}(?:君|議員|议员|先生|女士|小姐|黨|党)")
"""The holder of an office, or a party, in a script without capitals."""


def found_at(text: str, start: int, label_end: int, end: int) -> LabelCandidate | None:
    """The label `text[start:label_end]`, the sign after it up to `end`; a direction at its end is set apart."""
    label = text[start:label_end].rstrip()
    if not label:
        return None
    bracket = (_BRACKETED.fullmatch(label) or _LAST_BRACKET.fullmatch(label)) if label[-1] in ")]）" else None
    if bracket:
        inside, name = bracket["direction"][1:-1].strip(), bracket["name"].rstrip(" ,\u3000")
        numbered = inside.isdecimal() or bool(_TIME.fullmatch(inside))
        if name and (numbered or _is_direction(inside)):
            between = Span(start + bracket.start("direction"), start + len(label))
            return LabelCandidate(on_one_line(name), Span(start, start + len(name)), between, end, numbered=numbered)
    emphasis = _EMPHASISED.fullmatch(label) if label[-1] in "_*" else None
    if emphasis:
        between = Span(start + emphasis.start("how"), start + len(label))
        name = emphasis["name"]
        return LabelCandidate(on_one_line(name), Span(start, start + len(name)), between, end)
    comma = _behind_comma(label, 0, len(label))
    if comma:
        between = Span(start + comma, start + len(label))
        return LabelCandidate(label[:comma].rstrip(" ,\n"), Span(start, between.start), between, end)
    return LabelCandidate(on_one_line(label), Span(start, end), None, end)


def on_one_line(label: str) -> str:
    """The label on one line, divided by plain spaces: it may be broken like any words."""
    return label if label.isprintable() else " ".join(label.split())


def _is_direction(inside: str) -> bool:
    """Whether words in brackets behind a name say how it speaks, and not who it is: its party, place or office."""
    bare = inside.strip(" _*")
    words = bare.split()
    if not words or bare[0].islower() or len(words) > _MOST_WORDS_OF_HOLDER:
        return bool(words)
    if bare.lower() == bare.upper():
        return any(map(str.isalpha, bare)) and not _UNCASED_HOLDER.fullmatch(bare)
    if _PARTY_AND_STATE.match(bare):
        return False
    if bare[-1] in ".!?" and len(words[-1]) > _FEWEST_LETTERS:
        return not bare[:-1].isupper()
    return any(word[0].islower() and folded(word) not in PARTICLES for word in words)


def behind_brackets(text: str, start: int, end: int) -> int | None:
    """Where the brackets behind a name end, if any stand among the first characters of `text[start:end]`."""
    first = text[start : start + _LONGEST_NAME]
    if not ("(" in first or "[" in first or "（" in first):
        return None
    bracket = _BRACKETED.match(text, start, end)
    if not bracket or not bracket["name"].strip():
        return None
    behind = bracket.end()
    while more := _MORE_BRACKETS.match(text, behind, end):
        behind = more.end()
    return behind


def _behind_comma(text: str, start: int, end: int) -> int | None:
    """Where a direction begins that stands behind a comma, in small letters behind a name in capitals."""
    comma = _COMMA.match(text, start, end)
    if not comma or not comma["name"].isupper() or not comma["how"].islower():
        return None
    at = comma.start("how")
    word = text[at : min(end, at + 20)].split(None, 1)[0]
    return None if folded(word) in PARTICLES - {"a", "on", "with", "to", "at", "in"} else at


def behind_comma(text: str, start: int, end: int, signs: str) -> int | None:
    """Where the direction behind a name in capitals and a comma ends: at one of the `signs`, of one character each."""
    begin = _behind_comma(text, start, end)
    if begin is None:
        return None
    for at in range(begin, min(end, start + _MOST_CHARACTERS)):
        if text[at] in signs and not (text[at] == "." and ends_in_abbreviation(text[begin:at])):
            return at
        if text[at] in ".:?!;()":
            return None
    return None


def ends_in_abbreviation(label: str) -> bool:
    """Whether a full stop after these words belongs to the last of them: a title, or an initial behind a blank."""
    last = label.rsplit(None, 1)[-1] if label.strip() else ""
    return folded(last) in ABBREVIATED_TITLES or (len(last) == 1 and last.isalpha() and " " in label)


def with_leading(text: str, found: LabelCandidate, end: int) -> LabelCandidate:
    """The label with the direction that its speech begins with: `Anna: (sits down) Good day.`"""
    leading = None if found.direction else _LEADING.match(text, found.speech, end)
    if not leading or text[leading.end()].islower():
        return found
    return found._replace(direction=Span(*leading.span(1)), speech=leading.end())


def unsigned(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Nora [busy with parcels] text`, `Nora (sits down.) Text`: a name and a remark in brackets, no sign after it."""
    bracket = _BRACKETED.match(text, start, end)
    if not bracket:
        return None
    name, between = on_one_line(bracket["name"].rstrip(" ,.:")), Span(*bracket.span("direction"))
    words = _WORDS_BEHIND.match(text, between.end, end)
    if not name or not words or (text[between.start] == "(" and text[words.end()].islower()):
        return None
    return LabelCandidate(name, Span(start, between.start), between, words.end())
