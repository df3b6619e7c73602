"""Labels before a colon, also behind a bullet: the conventions `colon` and `bulleted`.

Knows the start of one paragraph, and not whether what stands there is a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern

from tui_reader.document.model import Span
from tui_reader.document.people.label_parts import TITLES_IN_BRACKETS
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.directions import behind_brackets, behind_comma, found_at, on_one_line
from tui_reader.formats.paragraphs import Paragraph, beginning
from tui_reader.lazy_re import lazy_re

_COLON = lazy_re(r"([^\n:：︰]{1,95}+)(?::(?=\s|$|[\"'“‘«(\[A-ZÀ-Þ…—–]|--)|[：︰])")
_SPEECH_NUMBER = lazy_re(r"Anf\. \d{1,4} (?=\S)")
"""`Anf. 12 NAME:`, as Sweden's parliament numbers what is said."""
_QUESTION_TO = lazy_re(
    r"\d{1,3}\.[^\S\n](?P<name>[^\W\d_a-z][^:\n()]{1,40}?(?:[^\S\n]\([^()\n]{1,80}\))?)"
    r"[^\S\n](?P<whom>to[^\S\n]the[^\S\n][^\W\d_a-z][^:\n]{2,120}):(?=\s)"
)
"""`1. Dr REID to the Minister of Health:`, as New Zealand's parliament numbers what is asked."""
_COLON_SIGN = lazy_re(r"[^\S\n]?[:：︰]")
_BULLET = lazy_re(r"(?:>{1,3}|[*•–-])[^\S\n]++(?=\w)")
_LONGEST = 64
"""Characters from the start of an item within which its label ends."""
_NEARLY_ALL = 0.9
"""Share of the items of a list that must begin with labels."""

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""


def colon(text: str, start: int, end: int) -> LabelCandidate | None:
    """`AES: text`, `MS. PSAKI:  text`, `Name (Team): text`, the full-width colon."""
    if text[start] == "A" and (number := _SPEECH_NUMBER.match(text, start, end)):
        behind_number = colon(text, number.end(), end)
        return behind_number and behind_number._replace(span=Span(start, behind_number.span.end))
    if text[start : start + 1].isdecimal() and (asked := _QUESTION_TO.match(text, start, end)):
        name = Span(start, asked.end("name"))
        return LabelCandidate(on_one_line(asked["name"]), name, Span(*asked.span("whom")), asked.end())
    found = _COLON.match(text, start, end)
    label = intern(found[1]) if found else ""  # one of each, for 100,000 turns
    if not found or "(" in label or "[" in label or "（" in label:
        if titles := TITLES_IN_BRACKETS.match(text, start, end):
            member = colon(text, titles.end(), end)
            return member and member._replace(text=titles[0] + member.text, span=Span(start, member.span.end))
        behind = behind_brackets(text, start, end) or behind_comma(text, start, end, ":：")
        if behind is not None and (sign := _COLON_SIGN.match(text, behind, end)):
            return found_at(text, start, behind, sign.end())
        if not found or (behind is not None and text[behind : behind + 1] != ","):
            return None
    last = label[-1]
    if last == "]" and label[0] == "[":  # `[NAME]: text`
        return LabelCandidate(on_one_line(label[1:-1]), Span(start, found.end()), None, found.end())
    if last in ")]_* " or "," in label or not label.isprintable():
        return found_at(text, start, found.end(1), found.end())
    return _new(LabelCandidate, (label, _new(Span, (start, found.end())), None, found.end(), False, False))


def bulleted(text: str, start: int, end: int) -> LabelCandidate | None:
    """`>> AES: text`, `- AES: text`: a bullet, or the sign of captions for another speaker, before a label."""
    bullet = _BULLET.match(text, start, end)
    found = colon(text, bullet.end(), end) if bullet else None
    return found._replace(span=Span(start, found.span.end)) if found else None


def behind_bullets(text: str, firsts: str, paragraphs: Sequence[Paragraph]) -> Sequence[int]:
    """Those behind a sign of captions; those behind bullets only where nearly all of them have a colon near by."""
    found = beginning("[>*•–-]", firsts)
    items = [index for index in found if firsts[index] != ">"]
    starts = [(one.start, min(one.end, one.start + _LONGEST)) for one in map(paragraphs.__getitem__, items)]
    colons = sum(text.find(":", *start) > 0 for start in starts)
    return found if colons >= _NEARLY_ALL * len(items) else [index for index in found if firsts[index] == ">"]
