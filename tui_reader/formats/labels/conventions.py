"""The ways in which a printed line says who speaks: one entry each.

A convention looks at the start of a paragraph and gives what might be a label there. It does not know whether that is
one: `choice` and `filter` decide, over the whole document, which convention holds and which of its labels are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.document.model import Span
from tui_reader.formats.labels import questions, unpunctuated_labels, wide_blanks
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.clock_times import STAMP
from tui_reader.formats.labels.colon_labels import behind_bullets, bulleted, colon
from tui_reader.formats.labels.directions import (
    BRACKET,
    behind_brackets,
    ends_in_abbreviation,
    found_at,
    on_one_line,
)
from tui_reader.formats.labels.frequency import HowOften
from tui_reader.formats.labels.stop_labels import stop
from tui_reader.formats.paragraphs import Paragraph, beginning
from tui_reader.formats.passages import trim
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_LONGEST = 64
"""Characters that a label may take."""


_Among = Callable[[str, str, Sequence[Paragraph]], Sequence[int]]
"""Takes a text, the first characters of its paragraphs, and the paragraphs; gives the indices of some."""


class Convention(NamedTuple):
    """One way of printing labels."""

    name: str
    printed: str
    """Where its labels stand, in words: "before a colon"."""
    match: Callable[[str, int, int], LabelCandidate | None]
    """What might be a label at the start of `text[start:end]`."""
    weight: float = 1.0
    """How far what it finds can be trusted, against the others."""
    plain_names: bool = True
    """Whether a name in small letters with a capital counts as a label by its shape alone: not where any short sentence
    has that shape."""
    often: HowOften = HowOften(other=3)
    """How often a label must be used."""
    sure: bool = False
    """Whether something else in the print marks its labels, so that few of them are enough."""
    enclosed: bool = False
    """Whether there are signs on both sides of a label, so that it may be any word."""
    lines: bool = False
    """Whether a label has no sign but a line or a column of its own."""
    signs: str = ""
    """Characters; each of its labels has at least one of them."""
    among: _Among | None = None
    """Selects the few paragraphs that need a closer look; None where all do."""


_TABBED = lazy_re(r"([^\W\d_][^\t\n]{0,63})\t++(?=\S)")
_DASH = lazy_re(r"--|—|[^\S\n][–-](?=[^\S\n])")
_STAMPED = lazy_re(
    rf"([^\W\d_][^\n:：\[\]]{{0,63}}?)(?:[:：][^\S\n]*|[^\S\n]+)(?:[|·•–—-][^\S\n]+)?\(?{STAMP}\)?:?[^\S\n]*(?=\n|$)"
)
_NO_TIME_ENDS = frozenset("?!,;-\"'”’…—abcdefghijklnopqrstuvwxyz")
_EMPHASIZED = lazy_re(
    r"(?:--|[—–])?(?P<sign>\*{1,3}|_{1,2})(?P<name>[^\W\d_][^*_\n()\[\]]{0,62}?)[^\S\n]?"
    rf"(?P<within>{BRACKET})?(?P<inside>[.:：]?)(?P=sign)(?P<behind>\s{BRACKET})?(?P<outside>[.:：]?)"
    r"(?:[^\S\n]?(?:--|[—–])|(?=\s|$))"
)
_SMALL_BRACKET = lazy_re(r"\s[(\[]_?[^\W\d_A-ZÀ-Þ]")
_ALONE_IN_EMPHASIS = lazy_re(r"[*_]++[^*_()\[\]]{1,80}[*_]++[.:]?")
_BETWEEN_DASHES = lazy_re(r"(?:--|[–—-])[^\S\n]?([^\W\d_][^\n]{0,62}?)[^\S\n]?(?:--|[–—-])[^\S\n]*(?=\n|$)")
_BRACKETED = lazy_re(r"\[([^\]\n]{1,40})\]:?(?=[^\S\n]+\S)|<([^>\n]{1,80})>:?(?=[^\S\n]+\S)")

_new = tuple.__new__
"""The quick way to 100,000 named tuples."""


def _tabbed(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Name` before a tab."""
    found = _TABBED.match(text, start, end)
    return found_at(text, start, found.end(1), found.end()) if found else None


def _dash(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Ball--text`, `Bundy—text`, `NAME - text`."""
    sign = _DASH.search(text, start + 1, min(end, start + _LONGEST))
    label = text[start : sign.start()] if sign else "("
    if "(" in label or "[" in label or "（" in label:
        behind = behind_brackets(text, start, end)
        sign = _DASH.match(text, behind, end) if behind is not None else None
    if not sign or sign.end() >= end:
        return None
    last = start + len(text[start : sign.start()].rstrip())
    if text[last - 1] == "." and not ends_in_abbreviation(text[start : last - 1]):
        last -= 1  # `JUAN.—Sí.`
    return found_at(text, start, last, sign.end())


def _bracketed(text: str, start: int, end: int) -> LabelCandidate | None:
    """`[Name] text`, `<name> text`."""
    found = _BRACKETED.match(text, start, end)
    return (
        LabelCandidate(on_one_line(found[1] or found[2]).strip(), Span(start, found.end()), None, found.end())
        if found
        else None
    )


def _stamped(text: str, start: int, end: int) -> LabelCandidate | None:
    """`Name  0:35`, `Name: 00:01:35`, `Name (00:01:35):` on a line of its own, as machines print it."""
    line = text.find("\n", start, end)
    last = (line if line >= 0 else end) - 1
    if not (text[last].isdecimal() or text[last] in ")]:mM \t" or text[last - 1 : last + 1] in ("m.", "M.")):
        return None  # no time ends so
    found = _STAMPED.match(text, start, end)
    name = on_one_line(found[1]).rstrip(" (") if found else ""
    return LabelCandidate(name, Span(start, found.end()), None, found.end()) if found and name else None


def _timed(text: str, firsts: str, paragraphs: Sequence[Paragraph]) -> Sequence[int]:
    """Those of many lines, and those that do not end as sentences do."""
    return [
        index
        for index, one in enumerate(paragraphs)
        if one.breaks
        or (text[one.end - 1] not in _NO_TIME_ENDS and (text[one.end - 2] in "mM" or text[one.end - 1] != "."))
    ]


def _between_dashes(text: str, start: int, end: int) -> LabelCandidate | None:
    """`- Name -` on a line of its own above what is said."""
    found = _BETWEEN_DASHES.match(text, start, end)
    if not found:
        return None
    label = found_at(text, found.start(1), found.end(1), found.end())
    if label is None:
        return None
    return label._replace(span=Span(start, label.direction.start if label.direction else found.end()))


def _beginning(signs: str) -> _Among:
    """Those that begin with one of the signs."""
    return lambda text, firsts, paragraphs: beginning(signs, firsts)


def _emphasized(text: str, start: int, end: int) -> LabelCandidate | None:
    """`_Name._ text`, `_Name (laughing)._ text`, `**Name:** text`; `_Name_` on a line of its own."""
    found = _EMPHASIZED.match(text, start, end)
    alone = found and (found.end() == end or text[found.end()] == "\n")
    directed = found and found["behind"] and _SMALL_BRACKET.match(found["behind"])  # `_Anna_ (sits) text`
    if not found or not (found["inside"] or found["outside"] or alone or directed):
        return None
    if found["behind"]:
        between = Span(*trim(text, *found.span("behind")))
        return LabelCandidate(on_one_line(found["name"]), Span(start, between.start), between, found.end())
    last = found.end("within") if found["within"] else found.end("name")
    label = found_at(text, found.start("name"), last, found.end())
    return label._replace(span=Span(start, label.span.end)) if label else None


def _in_emphasis(text: str, firsts: str, paragraphs: Sequence[Paragraph]) -> Sequence[int]:
    """Those that begin in emphasis; those that are no more than that only where most are: else they are directions."""
    found = beginning("[*_—–-]", firsts)
    alone = {i for i in found if _ALONE_IN_EMPHASIS.fullmatch(text, paragraphs[i].start, paragraphs[i].end)}
    return found if 2 * len(alone) > len(found) else [index for index in found if index not in alone]


def _unsigned_name(text: str, start: int, end: int) -> LabelCandidate | None:
    """`ROPER.` on a line of its own above what is said; `BARNARDO  Who's there?`: capitals, and two blanks or more."""
    found = unpunctuated_labels.match(text, start, end)
    if not found:
        return None
    name, speech = on_one_line(found["name"]).rstrip(" .:,"), found.end()
    figure = speech < end and text[speech].isdigit()
    if not found["direction"]:
        return _new(LabelCandidate, (name, _new(Span, (start, speech)), None, speech, figure, False))
    between = Span(*trim(text, *found.span("direction")))
    if text[between.start] == ",":
        between = Span(*trim(text, between.start + 1, between.end))
    return LabelCandidate(name, Span(start, between.start), between, speech, figure)


_SHY = HowOften(named=3)
"""Where any short sentence looks like a label: names in small letters come more often, other words never count."""

CONVENTIONS = (
    Convention("stamped", "before a time", _stamped, 1.5, sure=True, signs=":", among=_timed),
    Convention("colon", "before a colon", colon, signs=":：︰"),
    Convention(
        "bulleted", "before a colon, behind a bullet", bulleted, 0.9, among=behind_bullets,
    ),
    Convention("tabbed", "before a tab", _tabbed, 0.7, signs="\t"),
    Convention("wide", "before a wide blank or a quotation", wide_blanks.match, 0.9, signs=wide_blanks.SIGNS),
    Convention(
        "dashes", "between dashes", _between_dashes, enclosed=True, signs="-–—", among=_beginning("[–—-]"),
    ),
    Convention("dash", "before a dash", _dash, 0.9, signs="-–—"),
    Convention("stop", "before a full stop", stop, 0.8, plain_names=False, often=_SHY, signs="."),
    Convention("bracketed", "in brackets", _bracketed, 0.6, enclosed=True, among=_beginning(r"[\[<]")),
    Convention("emphasized", "in emphasis", _emphasized, among=_in_emphasis),
    Convention(
        "unsigned", "on a line or in a column of its own", _unsigned_name, 0.7,
        plain_names=False, often=_SHY, lines=True, among=_beginning(r"[^\W_]"),
    ),
    Convention("question", "as question and answer", questions.match, 0.9, among=_beginning(questions.FIRST)),
)  # fmt: skip

COMPANION = CONVENTIONS[-1]
"""The one that may stand beside another in one document: Q and A beside names."""
