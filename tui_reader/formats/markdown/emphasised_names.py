"""Names that Markdown's emphasis, headings or times of a recording set apart at the start of a paragraph.

Each might be a label; which of them are is decided by `labels.emphasis_labels`.
"""

from __future__ import annotations

import re

from tui_reader.formats.labels.clock_times import BETWEEN, MARKDOWN_STAMP
from tui_reader.formats.labels.emphasis_labels import IN_LINE
from tui_reader.named_tuple import NamedTuple

_TIME_BEFORE = re.compile(rf"{MARKDOWN_STAMP}[^\S\n]*{BETWEEN}")
_LINKED = r"(?:\]\([^\s()]{1,300}\))?"
_EMPHASIS = re.compile(
    rf"\[?(?:\*\*\*(?P<e>[^*\n:：]{{1,64}}[:：])\*\*\*|\*\*(?P<a>[^*\n]{{1,300}}?)\*\*|__(?P<b>[^_\n]{{1,64}}?)__|\*(?P<c>[^*\s][^*\n]{{0,63}}?)\*"
    rf"|_(?P<d>[^_\s][^_\n]{{0,63}}?)_){_LINKED}"
)
_LINK = re.compile(r"\[([^\]\n]{1,64})\]\([^\s()]{1,300}\)")
_COLON = re.compile(r"[^\S\n]?(?:\*\*[:：]\*\*|:)(?=\s|$)|[^\S\n]?：")
_ROLE = re.compile(r"[^\S\n]?[(（][^()（）\n]{1,200}[)）](?=[:：])")
_BEHIND = re.compile(rf"[^\S\n]*{BETWEEN}{MARKDOWN_STAMP}[^\S\n]*[:：]?")
_INSIDE = re.compile(rf"^{MARKDOWN_STAMP}[^\S\n]*{BETWEEN}|[^\S\n]*{BETWEEN}{MARKDOWN_STAMP}(?=[:：]?$)")
_DASH = re.compile(r"[^\S\n]*[—–-]{1,2}[^\S\n]+(?=\S)|[^\S\n]+(?=\S)")


_LONGEST, _LONGEST_HEADING = 64, 90
"""Characters of a name, and of a heading that may be one."""


class MarkdownLabel(NamedTuple):
    """What might be a label."""

    name: str
    end: int
    """Where the words after it begin."""
    level: int | None = None
    """None where a colon or a time says that it is a label; else how it is set apart.

    Alone on its line it is 0 in bold, 1 to 6 in a heading; before words `IN_LINE`.
    """
    stamped: bool = False
    """Whether a time of the recording stands beside it."""
    listed: bool = False
    """Whether it begins an item of a list."""
    single: bool = False
    """Whether it is in single emphasis, `*name*`, and not in bold."""

    @property
    def begins_paragraph(self) -> bool:
        """Whether its line begins a paragraph: not where it is alone in single emphasis or in a list."""
        return self.level is None or not (self.single or self.listed or self.level == IN_LINE)


def find(words: str, level: int = 0, listed: bool = False) -> MarkdownLabel | None:
    """The possible label at the start of a block, given without the sign of its kind.

    `level` is that of a heading, else 0; `listed` says whether the block is an item of a list.
    """
    line_end = words.find("\n")
    line_end = len(words) if line_end < 0 else line_end
    time = _TIME_BEFORE.match(words, 0, line_end)
    at = time.end() if time else 0
    bold = _EMPHASIS.match(words, at, line_end)
    if bold:
        name, at = next(one for one in bold.groups() if one), bold.end()
    elif level and line_end <= _LONGEST_HEADING:
        name, at = words[at:line_end], line_end
    else:
        return None
    single = bold is not None and bool(bold["c"] or bold["d"])
    return _set_apart(
        words, _Found(_LINK.sub(r"\1", name).strip(), at, line_end, time is not None), level, listed, single
    )


class _Found(NamedTuple):
    """A name as it is printed, and the place behind it."""

    name: str
    end: int
    line_end: int
    timed: bool


def _set_apart(words: str, found: _Found, level: int, listed: bool, single: bool) -> MarkdownLabel | None:
    """The label, with the colon, the time and the role in brackets that stand behind the name or in its emphasis."""
    name, at, line_end, stamped = found
    bare = _INSIDE.sub("", name)
    stamped |= bare != name
    colon = bare.endswith((":", "：")) and (bare.endswith("：") or not words[at : at + 1].strip() or bool(level))
    bare = " ".join(bare.rstrip(" \t:：").split())
    for sign in (_COLON, _ROLE, _BEHIND, _COLON):
        behind = sign.match(words, at, line_end)
        if behind:
            signed = sign is _COLON or behind[0].endswith((":", "："))
            follows = words[behind.end() : line_end].strip() and not signed
            if sign is _BEHIND and (follows or (colon and line_end == len(words))):
                break  # a time at the start of what is said
            colon |= signed
            stamped |= sign is _BEHIND
            at = behind.end()
    alone = not words[at:line_end].strip()
    dash = None if colon or alone or single or level else _DASH.match(words, at, line_end)
    if not bare or len(bare) > _LONGEST or not (colon or alone or dash):
        return None
    if dash:
        return MarkdownLabel(bare.rstrip("."), dash.end(), None if stamped else IN_LINE, stamped, listed)
    if (colon and not level) or (stamped and alone):
        return MarkdownLabel(bare, at, None, stamped, listed, single)
    return MarkdownLabel(bare, at, level, False, listed, single)
