"""Lines with times, as meeting tools and recognisers print them: who spoke from when on, and the words.

Knows four layouts: the name before the time, behind it, on the line above it, and times without names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from tui_reader.formats.labels.clock_times import seconds
from tui_reader.formats.labels.shapes import Shape, cue_shape
from tui_reader.named_tuple import NamedTuple

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:(?:\d{2}(?:[.,]\d{1,3}|[:;]\d{2})?|\d\.\d{1,3})"
"""Hours may be left out; frames may follow the seconds."""
_COUNT = r"\d{1,6}\.\d{1,3}"
_UNTIL = r"[ \t]{0,3}(?:-{1,2}>?|[–—→]|to|(?<= ):(?= ))[ \t]{0,3}"
_BARE = rf"(?P<start>{_CLOCK})(?:{_UNTIL}(?P<end>{_CLOCK}))?"
_BRACKETED = rf"(?P<open>[\[(])[ \t]?(?P<from>{_CLOCK}|{_COUNT})s?(?:{_UNTIL}(?P<to>{_CLOCK}|{_COUNT})s?)?[ \t]?[\])]"
_STAMP = rf"(?:{_BRACKETED}|{_BARE})"
_NAME = r"(?P<name>[^\W\d_][^\n:：\[\]()]{0,59}?(?:[ \t]\([^()\n]{1,30}\))?)"
_NAME_FIRST = re.compile(
    rf"[ \t]*(?P<mark>\*\*)?(?:\[{_NAME}\]|{_NAME.replace('?P<name>', '?P<plain>')})(?P<colon>:)?(?(mark)\*\*)"
    rf"(?:[ \t]{{0,9}}[|•·–—-])?[ \t]{{0,30}}(?<=[\s\])*:|•·–—-]){_STAMP}[ \t]{{0,9}}"
    r"(?P<after>:|$|(?<=[ \t]))[ \t]*(?:[-–—][ \t]+)?(?P<words>.*)"
)
_IN_WORDS = r"(?:\d{1,3} (?:hours?|minutes?|seconds?)[, ]{0,2}){1,3}"
_TIME_FIRST = re.compile(rf"[ \t]*(?:{_IN_WORDS})?{_STAMP}(?!\S)[ \t]*(?:[-–—|:][ \t]+)?(?P<words>.*)")
_LENGTH = re.compile(_IN_WORDS, re.IGNORECASE)
"""A time in words below the same in figures, as a page prints it for those who do not see."""
_SURNAME = re.compile(r"[^\W\d_][\w'’.-]{0,30}(?: [\w'’.-]{1,30}){0,2}, [^\W\d_][\w .'’()-]{0,40}")
_NO_NAME = re.compile(r"\d,|,.*\d|\d/|[:：]\s")
"""Figures of a date, or a colon with words behind it."""
_HALF = re.compile(r"[ \t]*[AaPp]\.?[Mm]\b")
_TIME_LAST = re.compile(rf"(?:\[(?P<square>{_CLOCK})\]|\((?P<round>{_CLOCK})\)|#(?P<hash>{_CLOCK})(?:-\d)?#)$")
_LONGEST_TIME = 16
"""Characters of a time at the end of a line, with its signs."""
_MOST_TIMED = 0.6
"""Share of the lines that have times, where those stand at their ends."""
_MOST_WORDS = 6
"""Words of a name."""


class Layout(Enum):
    """Where a name stands beside a time."""

    NAME_FIRST = "names before times"
    NAME_BEHIND = "names behind times"
    NAME_ABOVE = "names above times"
    NAME_BELOW = "names below times"
    TIME_LAST = "times behind words"
    NO_NAME = "times before words"


_BESIDE = (Layout.NAME_ABOVE, Layout.NAME_BELOW)
"""Layouts in which a name has a line of its own."""


class Stamp(NamedTuple):
    """A line with a time."""

    line: int
    name: str
    """Empty where the line has none before the time."""
    printed: str
    """All that is printed of the name; empty without one."""
    time: str
    """As printed, with its brackets."""
    start: float
    """Seconds."""
    end: float | None
    words: str
    """What follows in the line."""


class TimedLines(NamedTuple):
    """The lines of a text, those with times among them, and the layout."""

    lines: Sequence[str]
    stamps: Sequence[Stamp]
    layout: Layout


def timed_lines(text: str) -> TimedLines | None:
    """The lines with times by the layout that has most of them; None where no layout fits."""
    lines = text.split("\n")
    named = [stamp for number, line in enumerate(lines) if (stamp := _name_first(number, line))]
    timed = _timed(lines)
    if len(named) >= len(timed):
        names = _known(one.name for one in named)
        named = [one for one in named if one.name in names]
        return TimedLines(lines, named, Layout.NAME_FIRST) if named else _times_last(lines)
    return _times_first(lines, timed)


def _timed(lines: Sequence[str]) -> list[Stamp]:
    return [stamp for number, line in enumerate(lines) if (stamp := _time_first(number, line))]


def _times_last(lines: Sequence[str]) -> TimedLines | None:
    """The lines that end with a time in brackets or between #, where most do: what it tells is when they end."""
    stamps, before = [], 0.0
    for number, line in enumerate(map(str.rstrip, lines)):
        found = _TIME_LAST.search(line, max(1, len(line) - _LONGEST_TIME))
        if found:
            until = _seconds(found[found.lastgroup or 0])
            stamps.append(Stamp(number, "", "", found[0], before, until, line[: found.start()].strip()))
            before = until
    if not stamps or len(stamps) < _MOST_TIMED * sum(map(bool, map(str.strip, lines))):
        return None
    return TimedLines(lines, stamps, Layout.TIME_LAST)


def _times_below(lines: Sequence[str], bare: Sequence[Stamp]) -> TimedLines | None:
    """The lines with the times at their ends, where each time stands alone below a speech, also below the last."""
    last = next((number for number in reversed(range(len(lines))) if lines[number].strip()), -1)
    under = [one.line for one in bare if one.line and lines[one.line - 1].strip()]
    apart = all(not "".join(lines[number + 1 : number + 2]).strip() for number in under)
    if len(under) < len(bare) or under[-1:] != [last] or not apart:
        return None
    times = {one.line: one.time.strip("[]() ") for one in bare}
    joined = [f"{line} ({times[at + 1]})" if at + 1 in times else line for at, line in enumerate(lines)]
    return _times_last([line for at, line in enumerate(joined) if at not in times])


def _name_first(number: int, line: str) -> Stamp | None:
    if ":" not in line[:100] and "." not in line[:100]:
        return None
    found = _NAME_FIRST.match(line)
    if not found or not _divided(line, found):
        return None
    name = " ".join((found["name"] or found["plain"]).split())
    if not _may_be_name(name):
        return None
    at = found.start("open") if found["open"] else found.start("start")
    time = line[at : found.start("words")].strip()
    return _stamp(number, name, line[:at].strip(), time, found)


def _divided(line: str, found: re.Match[str]) -> bool:
    """Whether nothing but a time stands behind the name, or signs or a wide blank divide it from the words."""
    if not found["words"] or found["open"] or found["after"]:
        return True
    between = line[max(found.end("name"), found.end("plain")) : found.start("start")]
    return ("\t" in between or "  " in between) and not _HALF.match(found["words"])


def _time_first(number: int, line: str) -> Stamp | None:
    if not line[:12].lstrip()[:1] or line.lstrip()[0] not in "[(0123456789":
        return None
    found = _TIME_FIRST.match(line)
    if not found or _HALF.match(found["words"]):
        return None
    return _stamp(number, "", "", line[: found.start("words")].strip(), found)


def _stamp(number: int, name: str, printed: str, time: str, found: re.Match[str]) -> Stamp:
    start, end = found["from"] or found["start"], found["to"] or found["end"]
    return Stamp(number, name, printed, time, _seconds(start), _seconds(end) if end else None, found["words"].strip())


def _seconds(clock: str) -> float:
    """The seconds of a time, without the frames that may follow them."""
    return seconds(clock[:-3] if ";" in clock or clock.count(":") > 2 else clock)


def _may_be_name(name: str) -> bool:
    return _shape(name).possible and len(name.split()) <= _MOST_WORDS and not _NO_NAME.search(name)


def _shape(name: str) -> Shape:
    """How a name looks, a surname before a comma too: "Berg, Anna"."""
    return cue_shape(name.replace(",", "") if _SURNAME.fullmatch(name) else name)


def _known(names: Iterator[str] | Sequence[str], fewest: int = 2) -> frozenset[str]:
    """The names that are used twice, and those used once that look like names.

    None where most are used once, or where there are fewer than `fewest`: before chapter and verse stands one name.
    """
    uses = Counter(names)
    again = sum(count for count in uses.values() if count > 1)
    if 2 * again < sum(uses.values()) or len(uses) < fewest:
        return frozenset()
    return frozenset(name for name, count in uses.items() if count > 1 or _shape(name).named)


def _times_first(lines: Sequence[str], timed: Sequence[Stamp]) -> TimedLines | None:
    bare = [one for one in timed if not one.words]
    if 2 * len(bare) > len(timed):
        if ended := _times_below(lines, bare):
            return ended
        above = [_line_above(lines, one.line) for one in bare]
        names = _known([name for name in above if name], fewest=1)
        said = [one._replace(name=name, printed=name) for one, name in zip(bare, above, strict=True) if name in names]
        if 2 * len(said) > len(bare):
            return TimedLines(lines, said, Layout.NAME_ABOVE)
        if below := _names_below(lines, bare):
            return TimedLines(lines, below, Layout.NAME_BELOW)
        close = [line for line in lines if line.strip()]  # a page that was copied has an empty line below each
        if len(close) < len(lines) and (found := _times_first(close, _timed(close))) and found.layout in _BESIDE:
            return found
        return TimedLines(lines, timed, Layout.NO_NAME)
    heads = [one for one in timed if _may_be_name(one.words) and _has_words_below(lines, one.line)]
    names = _known([one.words for one in heads])
    said = [one._replace(name=one.words, printed=one.words, words="") for one in heads if one.words in names]
    if 2 * len(said) > len(timed):
        return TimedLines(lines, said, Layout.NAME_BEHIND)
    return TimedLines(lines, timed, Layout.NO_NAME) if timed else None


def _names_below(lines: Sequence[str], bare: Sequence[Stamp]) -> Sequence[Stamp]:
    """The times with the names that stand alone in the lines below them; none where there are no such names."""
    heads = [one for one in bare if _has_words_below(lines, one.line) and _has_words_below(lines, one.line + 1)]
    under = [" ".join(lines[one.line + 1].split()) for one in heads]
    names = _known([name for name in under if name[:1].isalpha() and _may_be_name(name)])
    said = [
        one._replace(line=one.line + 1, name=name, printed=name)
        for one, name in zip(heads, under, strict=True)
        if name in names
    ]
    return said if 2 * len(said) > len(bare) else ()


def _line_above(lines: Sequence[str], number: int) -> str:
    """The name on the line above a time; empty where none can stand there."""
    above = " ".join(lines[number - 1].split()) if number else ""
    return above if above and above[0].isalpha() and _may_be_name(above) else ""


def _has_words_below(lines: Sequence[str], number: int) -> bool:
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return bool(below) and not _TIME_FIRST.match(below)


def is_length(line: str, name: str = "") -> bool:
    """Whether a line is a length of time in words, perhaps after the speaker's name: "1 minute, 5 seconds"."""
    return _LENGTH.fullmatch(line.removeprefix(name).strip()) is not None
