"""Names that Markdown's emphasis, headings or times of a recording mark as labels, and which of them are kept.

Looks at the start of a paragraph, and then at the whole file; not at what is done with the labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.formats.labels.conventions import STAMP
from tui_reader.formats.labels.shapes import shape

_DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?[ T]{1,2}"
_TIME = rf"\\?[\[(]?(?:{_DATE})?{STAMP}[\\\])]{{0,2}}"
_BEFORE = re.compile(rf"(?:>[ \t]?)?(?:[-*+•][ \t]+)?(?:#{{1,6}}[ \t]+)?(?:{_TIME}[ \t]*(?:[|·•–—-][ \t]*)?)?")
_LINKED = r"(?:\]\([^\s()]{1,300}\))?"
_EMPHASIS = re.compile(
    rf"\[?(?:\*\*(?P<a>[^*\n]{{1,300}}?)\*\*|__(?P<b>[^_\n]{{1,64}}?)__|\*(?P<c>[^*\s][^*\n]{{0,63}}?)\*"
    rf"|_(?P<d>[^_\s][^_\n]{{0,63}}?)_){_LINKED}"
)
_LINK = re.compile(r"\[([^\]\n]{1,64})\]\([^\s()]{1,300}\)")
_COLON = re.compile(r"[ \t]?(?:\*\*[:：]\*\*|[:：])(?=\s|$)")
_BEHIND = re.compile(rf"[ \t]*(?:[|·•–—-][ \t]*)?{_TIME}[ \t]*[:：]?")
_INSIDE = re.compile(rf"^{_TIME}[ \t]*(?:[|·•–—-][ \t]*)?|[ \t]*(?:[|·•–—-][ \t]*)?{_TIME}(?=[:：]?$)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.{1,80}?)[ \t#]*$")
_STOP = re.compile(r"[.?!…:;,][\"”’')\]*_]*(?:\s|$)")


class MarkdownLabel(NamedTuple):
    """What might be a label."""

    name: str
    end: int
    """Where the words behind it begin."""
    level: int | None = None
    """None where a colon or a time says that it is a label; else how it stands alone: 0 in bold, 1 to 6 a heading."""
    stamped: bool = False
    """Whether a time of the recording stands beside it."""
    listed: bool = False
    """Whether it begins an item of a list."""


def find(words: str) -> MarkdownLabel | None:
    """The possible label at the start of a paragraph."""
    before = _BEFORE.match(words)
    at = before.end() if before else 0
    stamped = before is not None and re.search(r"\d:\d\d", before[0]) is not None
    line_end = words.find("\n")
    line_end = len(words) if line_end < 0 else line_end
    level = len(words) - len(words.lstrip("#"))
    listed = words[0] in "-*+•" and words[1:2].isspace()
    bold = _EMPHASIS.match(words, at, line_end)
    if bold:
        name, at = next(one for one in bold.groups() if one), bold.end()
    elif level:
        heading = _HEADING.match(words[:line_end])
        if not heading:
            return None
        name, at = heading[2], line_end
    else:
        return None
    name = _LINK.sub(r"\1", name)
    bare = _INSIDE.sub("", name.strip())
    stamped |= bare != name.strip()
    colon = bare.endswith((":", "：")) and bool(not words[at : at + 1].strip() or level)
    bare = bare.rstrip(" \t:：")
    for sign in (_COLON, _BEHIND, _COLON):
        behind = sign.match(words, at, line_end)
        if behind:
            if sign is _BEHIND and (words[behind.end() : line_end].strip() or (colon and line_end == len(words))):
                break  # a time at the start of what is said
            colon |= sign is _COLON
            stamped |= sign is _BEHIND
            at = behind.end()
    alone = not words[at:line_end].strip()
    if not bare or len(bare) > 64 or not (colon or alone):
        return None
    single = bold is not None and not (bold["a"] or bold["b"])
    if (colon and not level) or (stamped and alone):
        return MarkdownLabel(bare, at, None, stamped, listed)
    return None if single or listed else MarkdownLabel(bare, at, level)


def keep(paragraphs: Sequence[str], found: Sequence[MarkdownLabel | None]) -> tuple[set[str], int | None]:
    """The names that are labels, and the level of what stands alone if those are the labels; none where none are."""
    listed = sum(one is not None and one.listed for one in found)
    all_listed = listed >= 0.8 * sum(not words.startswith("#") for words in paragraphs)
    signed = [one.name if one and one.level is None and (all_listed or not one.listed) else None for one in found]
    uses = Counter(name for name in signed if name)
    kept = {name for name in uses if _is_label(name, uses)}
    said = [index for index, name in enumerate(signed) if name in kept]
    stamped = any(one and one.stamped and one.name in kept for one in found)
    if (len(said) >= 2 or stamped) and _dialogue(paragraphs, found, said):
        return kept, None
    for level in range(7):
        names = _alone(paragraphs, found, level)
        if names:
            return names, level
    return set(), None


def _is_label(name: str, uses: Counter[str]) -> bool:
    looks = shape(name)
    if not looks.possible or not looks.named:
        return False
    if looks.field:
        return uses[name] >= 4
    if looks.strong and "_" in name:
        return True
    return uses[name] >= 2 or len(name.split()) >= 2 or sum(uses.values()) - uses[name] >= 2


def _dialogue(paragraphs: Sequence[str], found: Sequence[MarkdownLabel | None], said: Sequence[int]) -> bool:
    """Whether what stands behind most of the labels is said, and not the value of a field."""
    spoken = 0
    for index in said:
        one = found[index]
        words = paragraphs[index][one.end if one else 0 :]
        if not words.strip() and index + 1 < len(paragraphs):
            words = paragraphs[index + 1]
        spoken += len(words.split(None, 3)) > 3 or bool(_STOP.search(words))  # and not the value of a field
    return 3 * spoken >= len(said) or 2 * sum(
        " " in (found[index] or MarkdownLabel("", 0)).name for index in said
    ) >= len(said)


def _alone(paragraphs: Sequence[str], found: Sequence[MarkdownLabel | None], level: int) -> set[str]:
    """Names in bold, or in headings of one level, with nothing else on their line: two at least, again and again."""
    names = [one.name if one and one.level == level else None for one in found]
    uses = Counter(name for name in names if name)
    often = {name for name, count in uses.items() if count >= 2 and shape(name).named and not shape(name).field}
    at = [index for index, name in enumerate(names) if name in often]
    if len(often) < 2 or len(at) < 0.8 * sum(uses.values()) or len(at) < 4:
        return set()
    above = [one for one in found[at[0] : at[-1]] if one and one.level and one.level < level]
    changes = sum(names[a] != names[b] for a, b in pairwise(at))
    if above or changes < 0.5 * (len(at) - 1) or not _dialogue(paragraphs, found, at):
        return set()
    return {name for name in uses if name in often or shape(name).named}
