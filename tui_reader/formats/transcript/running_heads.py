"""The running heads, feet and page numbers of a text that was printed on pages.

Told by numbers that count the pages, by what comes again beside them, and by their standing within a sentence. Knows
lines of text; nothing of labels or speakers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from tui_reader.document.model import Residue, Span
from tui_reader.formats.headings import could_be_heading, is_capitals, is_structure, rest_of_page
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

PAGE_NUMBER = "a page number"
HEAD_OR_FOOT = "a running head or foot of a page"
_LOOKED_AT = 60_000
"""Characters from the start in which the first pages must end."""
_LONGEST = 110
"""Characters that a head or foot may take."""
_SHORTEST_PAGE = 4
"""Lines from one page's number to the next one, at least."""
_SHORTEST_PLAIN_PAGE = 12
"""The same for what comes again and has no number beside it."""
_SHORTEST_SPACED_PAGE = 6
"""The same where the numbers stand apart from the text, which may have blank lines between all others."""
_FEW_PAGES = 2
"""Pages whose numbers may be those of chapters."""
_SKIPPED = 3
"""A page's number may be missing, or two."""
_BESIDE = 3
"""Lines beside a page's number in which other lines of its head or foot stand."""
_MOST_PAGES = 0.5
"""The share of the pages on which a further line of their heads stands."""
_ALIKE = 0.35
"""How far the lengths of most pages may differ from the middle one."""
_INDENT = 10
"""Columns from the margin at which a line stands in the middle or at the right."""
_ENDS = frozenset(".?!…:;\"'”’)]。！？」』）")
_DIGITS = lazy_re(r"\d+")
_LINE = lazy_re(r"\S[^\n]*")
_ALONE = lazy_re(
    r"[-–—\[(|~*•·. ]{0,4}(?:(?:page|pg|p|seite|s|pagina|página|strana|strona|стр|страница)\b\.?:? ?)?(\d{1,4})"
    r"(?: ?(?:of|/|von|de|di|van|sur|z|из) ?\d{1,4})?[-–—\])|~*•· ]{0,4}",
    re.IGNORECASE,
)
_LEFT = lazy_re(r"(\d{1,4})([ \t]*[|–—]?[ \t]*)(?=[^\W\d_]|[\[(\"“])(.+)")
_RIGHT = lazy_re(r"(.*[^\s\d|:,–—-])([ \t]*[|:,–—-]?[ \t]*)(?:(?<![^\W_])(?:page|p\.) ?)?(\d{1,4})", re.IGNORECASE)
_WIDE = 2
"""Characters between a head and its number where they stand apart."""


class Line(NamedTuple):
    """A line that is not blank, without the white space at its ends."""

    start: int
    end: int
    indent: int


class _Numbered(NamedTuple):
    """A line that may hold the number of a page."""

    line: int
    """Its index."""
    number: int
    rest: str
    """What else it prints, folded; empty for a number alone."""
    apart: bool = True
    """Whether the number stands apart from the rest."""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        start = found.start()
        indent = start - text.rfind("\n", 0, start) - 1
        lines.append(Line(start, start + len(found[0].rstrip()), indent))
    return lines


def form(text: str, line: Line) -> str:
    """The line without its numbers, capitals and blanks, so that a head is the same on each page."""
    return _folded(text[line.start : line.end])


def _folded(words: str) -> str:
    return "".join(_DIGITS.sub("#", words).split()).casefold()


def running_heads(text: str) -> list[Residue]:
    """The lines that pages print above and below their text, in order; empty where there are no pages."""
    if len(text) > _LOOKED_AT and not _on_pages(text[:_LOOKED_AT]):
        return []
    lines, found = _found(text)
    return [
        Residue(
            text[lines[index].start : lines[index].end],
            Span(lines[index].start, lines[index].end),
            PAGE_NUMBER if _ALONE.fullmatch(text, lines[index].start, lines[index].end) else HEAD_OR_FOOT,
            inline=True,
        )
        for index in sorted(found)
    ]


def _on_pages(text: str) -> bool:
    return bool(_found(text)[1])


def _found(text: str) -> tuple[list[Line], Collection[int]]:
    """The lines, and the indices of those that are heads and feet."""
    lines = lines_of(text)
    forms = {i: text[line.start : line.end] for i, line in enumerate(lines) if line.end - line.start <= _LONGEST}
    counts = Counter(forms.values())
    taken = _numbered_pages(text, lines, forms, counts)
    return lines, taken | _without_numbers(text, lines, forms, counts, taken)


def _numbered_pages(text: str, lines: Sequence[Line], forms: dict[int, str], counts: Counter[str]) -> set[int]:
    """The lines with the numbers of pages, and what comes again beside them."""
    found = _candidates(text, lines, forms)
    pages = _longest_count(found, len(lines) - 1)
    if len(pages) == 1:
        pages = found[-1:]
    rests = Counter(page.rest for page in pages)
    steps = [after.line - before.line for before, after in pairwise(pages)]
    if pages and _stand_apart(text, lines, pages, steps):
        return {page.line for page in pages}
    if sum(rests[page.rest] > 1 for page in pages) < max(2, len(pages) // 2):
        return set()
    numbers = {page.line for page in pages}
    said = sum(rest_of_page(text[lines[one].start : lines[one].end]) == PAGE_NUMBER for one in numbers)
    taken = numbers | _beside(text, pages, lines, forms, counts, numbers)
    if said >= 0.8 * len(pages):
        return taken
    within = sum(_within_sentence(text, lines, index, taken) for index in sorted(numbers))
    alone = all(not page.rest for page in pages)
    if within >= max(1, 0.1 * len(pages)) and (alone or len(pages) > 2 or within > 1 or len(taken) > len(numbers)):
        return taken
    return taken if len(pages) >= 4 and (len(taken) > len(numbers) or not alone) and _alike(steps) else set()


def _stand_apart(text: str, lines: Sequence[Line], pages: Sequence[_Numbered], steps: Sequence[int]) -> bool:
    """Whether few numbers are those of pages by their place: far from the margin, where no line beside them begins.

    With words beside them these are the same on each page. Numbers of chapters begin with 1.
    """
    ended = steps[:-1] if pages[-1].line == len(lines) - 1 else steps
    full = min(ended, default=_SHORTEST_SPACED_PAGE) >= _SHORTEST_SPACED_PAGE
    if any(page.rest for page in pages):
        apart = all(page.apart and page.rest == pages[0].rest for page in pages)
        return apart and full and len(pages) > 1 and all(_blank_around(text, lines[page.line]) for page in pages)
    deep = all(_is_deep(lines, page.line) and _blank_around(text, lines[page.line]) for page in pages)
    return deep and full and (pages[0].number > 1 or len(pages) > _FEW_PAGES)


def _is_deep(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins far to the right of one beside it."""
    beside = [lines[one].indent for one in (index - 1, index + 1) if 0 <= one < len(lines)]
    return lines[index].indent >= _INDENT + min(beside, default=0)


def _candidates(text: str, lines: Sequence[Line], forms: dict[int, str]) -> list[_Numbered]:
    """The lines that begin or end with a number that stands apart, or whose other words come on several of them."""
    found: list[_Numbered] = []
    for index in forms:
        start, end, _ = lines[index]
        if not (text[start].isdigit() or text[end - 1].isdigit() or text[end - 1] in "-–—])|~*•·"):
            continue
        printed = text[start:end]
        if alone := _ALONE.fullmatch(printed):
            found.append(_Numbered(index, int(alone[1]), ""))
        elif left := _LEFT.fullmatch(printed):
            found.append(_Numbered(index, int(left[1]), _folded(left[3]), len(left[2]) >= _WIDE))
        elif (right := _RIGHT.fullmatch(printed)) and not is_structure(printed):
            found.append(_Numbered(index, int(right[3]), _folded(right[1]), len(right[2]) >= _WIDE))
    rests = Counter(one.rest for one in found)
    return [one for one in found if one.apart or rests[one.rest] > 1]


def _longest_count(found: Sequence[_Numbered], last: int) -> list[_Numbered]:
    """The longest row of lines whose numbers count up, each a page below the one before; the `last` may be short."""
    length: list[int] = []
    before: list[int] = []
    ends: dict[int, list[int]] = defaultdict(list)  # by number, the places in `found`
    for place, one in enumerate(found):
        best, link = 1, -1
        for step in range(1, _SKIPPED + 1):
            for other in ends[one.number - step][-2:]:
                far = one.line - found[other].line >= (1 if one.line == last else _SHORTEST_PAGE)
                if far and length[other] + 1 > best:
                    best, link = length[other] + 1, other
        length.append(best)
        before.append(link)
        ends[one.number].append(place)
    row: list[_Numbered] = []
    place = max(range(len(found)), key=length.__getitem__, default=-1)
    while place >= 0:
        row.append(found[place])
        place = before[place]
    return row[::-1]


def _beside(
    text: str,
    pages: Sequence[_Numbered],
    lines: Sequence[Line],
    forms: dict[int, str],
    counts: Counter[str],
    numbers: Collection[int],
) -> set[int]:
    """The lines that come again beside the numbers of the pages, and elsewhere next to never."""
    near = [
        index
        for page in pages
        for index in range(page.line - _BESIDE, page.line + _BESIDE + 1)
        if index in forms and index not in numbers
    ]
    often = Counter(forms[index] for index in set(near))
    least = max(2, _MOST_PAGES * len(pages)) if any(page.rest for page in pages) else 2
    heads = {one for one, times in often.items() if times >= least and times >= 0.6 * counts[one]}
    heads -= {forms[index] for index in near if not _may_be_head(text, lines[index])}
    heads -= _labelled(heads, forms)
    taken: set[int] = set()
    for start in (*(page.line for page in pages), len(lines)):  # the foot of the last page ends the text
        for step in (-1, 1):
            index = start + step
            while forms.get(index) in heads:
                taken.add(index)
                index += step
    return taken


def _labelled(heads: Collection[str], forms: dict[int, str]) -> set[str]:
    """Those that begin with a name and a colon as other lines do: somebody said the same again."""
    names = {head: head.partition(":")[0] + ":" for head in heads if ":" in head}
    others = {one.partition(":")[0] + ":" for one in set(forms.values()) - set(heads) if ":" in one} if names else set()
    return {head for head, name in names.items() if name in others}


def _may_be_head(text: str, line: Line) -> bool:
    """Whether it is printed as a title or an address, and not as a piece of a sentence."""
    printed = text[line.start : line.end]
    if printed[0].islower():
        return False
    return could_be_heading(printed.rstrip(".")) or is_capitals(printed) or rest_of_page(printed) is not None


def _set_apart(text: str, line: Line) -> bool:
    """Whether a blank line stands above or below it, or it begins far from the margin."""
    return (
        line.indent >= _INDENT or text[line.start - line.indent - 2 : line.start].isspace() or _blank_below(text, line)
    )


def _blank_around(text: str, line: Line) -> bool:
    begin = line.start - line.indent
    above = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : begin]
    return not above.strip() and _blank_below(text, line)


def _blank_below(text: str, line: Line) -> bool:
    end = text.find("\n", line.end)
    return end < 0 or text[end + 1 : end + 2] in ("", "\n")


def _within_sentence(text: str, lines: Sequence[Line], index: int, taken: Collection[int]) -> bool:
    """Whether a line that is `taken` divides a sentence: the one above has no end, small letters go on below."""
    above = below = index
    while above in taken:
        above -= 1
    while below in taken:
        below += 1
    if above < 0 or below >= len(lines):
        return False
    return text[lines[above].end - 1] not in _ENDS and _goes_on(text[lines[below].start])


def _goes_on(first: str) -> bool:
    """Whether a character may go on with a sentence: a small letter, or one of a script that has no others."""
    return first.islower() or (first.isalpha() and first.lower() == first.upper())


def _alike(steps: Sequence[int]) -> bool:
    """Whether pages have about the same number of lines, and as many as a page has."""
    middle = sorted(steps)[len(steps) // 2]
    near = sum(abs(step - middle) <= _ALIKE * middle for step in steps)
    return middle >= _SHORTEST_PLAIN_PAGE and near >= 0.8 * len(steps)


def _without_numbers(
    text: str, lines: Sequence[Line], forms: dict[int, str], counts: Counter[str], taken: Collection[int]
) -> set[int]:
    """The lines that come again a page apart and divide sentences, without a number beside them."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in forms.items():
        if counts[one] >= 3 and index not in taken:
            places[one].append(index)
    found: set[int] = set()
    for own in places.values():
        steps = [after - before for before, after in pairwise(own)]
        apart = all(_may_be_head(text, lines[index]) and _set_apart(text, lines[index]) for index in own)
        if not steps or min(steps) < _SHORTEST_PLAIN_PAGE or not apart or not _alike(steps):
            continue
        furniture = {*taken, *own}
        within = sum(_within_sentence(text, lines, index, furniture) for index in own)
        if within >= max(2, 0.2 * len(own)):
            found.update(own)
    return found
