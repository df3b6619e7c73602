"""Org, as Emacs writes it, with its signs made those of Markdown: `* Heading`, `*bold*`, `#+TITLE:`, drawers, notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui_reader.document.model import Document
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import markdown

_KEYWORD = re.compile(r"[ \t]*#\+(\w[\w-]{0,40}):[ \t]*([^\n]*)")
_BLOCK = re.compile(r"[ \t]*#\+(begin|end)_(\w{1,40})[^\n]*", re.IGNORECASE)
_CODE = frozenset(("src", "example", "export"))
_HEADING = re.compile(r"(\*{1,20})[ \t]+([^\n]*)")
_TAGS = re.compile(r"(?<=[ \t]):[\w@#%:]{1,100}:\Z")
"""At the end of a heading."""
_DRAWER = re.compile(r"[ \t]*:[A-Za-z][\w-]{0,40}:[ \t]*")
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[^\n]*")
_COMMENT = re.compile(r"[ \t]*#(?:[ \t][^\n]*)?")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w/:*])/(?=[^\s/])([^/\n]{1,300})(?<=\S)/(?![\w/])")
_VERBATIM = re.compile(r"(?<!\w)[=~](?=[^\s=~])([^=~\n]{1,300})(?<=\S)[=~](?!\w)")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,500})\](?:\[([^\[\]\n]{1,500})\])?\]")
_NOTE = re.compile(r"\[fn:([\w-]{1,40})\]")
_DEFINED = re.compile(r"\A[ \t]*+[-+][ \t]++([^\n]{1,100}?)(?<=[ \t])::(?:[ \t]+|\Z)")
_RULE = re.compile(r"(?<=-)\+(?=-)")


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before."""
    return markdown.parse(as_markdown(text), name, key, entries, warnings, "org")


def as_markdown(text: str) -> str:
    """The text in Markdown, with every word that it has."""
    front: list[str] = []
    made: list[str] = []
    code = drawer = False
    lines = text.split("\n")
    ending = _above_ends(lines)
    for index, line in enumerate(lines):
        block, keyword = _BLOCK.fullmatch(line), _KEYWORD.fullmatch(line)
        if block:
            is_code = block[2].casefold() in _CODE
            code = is_code and block[1].casefold() == "begin"
            made += [f"``` {line.strip()}" if code else f"```\n{_comment(line)}"] if is_code else ["", _comment(line)]
        elif code:
            made.append(line)
        elif drawer or _is_end(line) or (index in ending and _DRAWER.fullmatch(line)):
            drawer = not _is_end(line)
            made.append(_comment(line))
        elif keyword and not any(line.strip() for line in made):
            front.append(f"{keyword[1].casefold()}: {keyword[2]}")
        elif keyword or _PLANNED.fullmatch(line) or _COMMENT.fullmatch(line):
            made.append(_comment(line))
        else:
            made.append(_line(line))
    return "\n".join([*(["---", *front, "---"] if front else []), *made])


def _is_end(line: str) -> bool:
    return line.strip().casefold() == ":end:"


def _above_ends(lines: Sequence[str]) -> Collection[int]:
    """The lines below which a drawer ends before the next heading: a drawer without an end is words."""
    found: set[int] = set()
    ends = False
    for index in range(len(lines) - 1, -1, -1):
        if ends:
            found.add(index)
        ends = _is_end(lines[index]) or (ends and not _HEADING.fullmatch(lines[index]))
    return found


def _comment(line: str) -> str:
    """A line that is not said, as a comment of Markdown."""
    return f"<!--{line.strip().replace('--', '- ')}-->"


def _line(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    if heading:
        words = heading[2].rstrip()
        tags = _TAGS.search(words)
        if tags:
            words = f"{_inside(words[: tags.start()].rstrip())} {{:{tags[0].strip(':')}}}"
        return f"{'#' * min(6, len(heading[1]))} {words if tags else _inside(words)}"
    if line.lstrip().startswith("|"):
        line = _RULE.sub("|", line)
    note = _NOTE.match(line)
    if note:
        return f"[^{note[1]}]: {_inside(line[note.end() :].strip())}"
    return _inside(_DEFINED.sub(_defined, line))


def _defined(term: re.Match[str]) -> str:
    return f"**{term[1].rstrip().strip('*')}:** "


def _inside(words: str) -> str:
    """The inside of a line."""
    words = _VERBATIM.sub(r"`\1`", words)
    words = _BOLD.sub(r"**\1**", words)
    words = _ITALIC.sub(r"*\1*", words)
    words = _NOTE.sub(r"[^\1]", words)
    return _LINK.sub(lambda one: f"[{one[2]}]({one[1]})" if one[2] else f"<{one[1]}>", words)
