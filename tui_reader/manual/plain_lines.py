"""A page of the manual as plain lines: no markup, wrapped, each row of a table as a sentence with its column's name.

Reads the Markdown that the manual uses and no more: headings, paragraphs, lists, tables, code, comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.manual import SUBJECTS, summary
from tui_reader.terminal.wrapping import wrap

_CODE = re.compile(r"`([^`]*)`")
_CELL = re.compile(r"(?<!\\)\|")
_HANGING = 4
"""Cells by which the second and later lines of a table's row are indented."""


def plain_lines(markdown: str, width: int) -> list[str]:
    """The lines of a page, none wider than `width` cells but lines of code; an empty line between two blocks."""
    lines: list[str] = []
    for block in _blocks(markdown):
        if lines:
            lines.append("")
        lines += _block_lines(block, width)
    return lines


def subject_lines(width: int) -> list[str]:
    """The list of the manual's pages, a sentence each, and how to read one."""
    lines = ["The manual. tui-reader help SUBJECT prints a page:", ""]
    for subject in SUBJECTS:
        lines += _wrapped(f"{subject}: {summary(subject)}", width, _HANGING)
    lines.append("")
    lines += _wrapped("The keys: tui-reader help keys, or press h while reading.", width)
    lines += _wrapped("The options of a command: tui-reader COMMAND --help.", width)
    return lines


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Headings, paragraphs, lists, tables and pieces of code, each as its lines; comments are left out."""
    block: list[str] = []
    code = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            code = not code
        blank = not line.strip() or line.startswith("<!--")
        if blank and not code:
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def _block_lines(block: list[str], width: int) -> Iterator[str]:
    first = block[0]
    if first.startswith("```"):
        yield from (f"    {line}".rstrip() for line in block[1:-1])
    elif first.startswith("#"):
        yield from _wrapped(_words(first.lstrip("# ")), width)
    elif first.startswith("|"):
        yield from _table(block, width)
    elif first.startswith("- "):
        for item in block:
            yield from _wrapped(_words(item), width, 2)
    else:
        yield from _wrapped(_words(" ".join(block)), width)


def _table(block: list[str], width: int) -> Iterator[str]:
    heads, _, *rows = (_cells(row) for row in block)
    for head, about, *others in rows:
        more = (f"{name}: {cell}" for name, cell in zip(heads[2:], others, strict=True) if cell)
        told = [f"{head}: {about}", *(one[:1].upper() + one[1:] for one in more)]
        yield from _wrapped(" ".join(one if one.endswith((".", "?")) else f"{one}." for one in told), width, _HANGING)


def _cells(row: str) -> list[str]:
    return [_words(cell.strip().replace("\\|", "|")) for cell in _CELL.split(row.strip())[1:-1]]


def _words(text: str) -> str:
    """The text without the marks of code."""
    return _CODE.sub(r"\1", text)


def _wrapped(text: str, width: int, indent: int = 0) -> Iterator[str]:
    for number, row in enumerate(wrap(text, width, 0, indent)):
        yield " " * (indent if number else 0) + text[row.start : row.end]
