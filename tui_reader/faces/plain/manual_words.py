"""The manual in plain text mode: the line that offers its pages by number, and a page as lines. Pure."""

from __future__ import annotations

from tui_reader.manual import OTHER_WORDS, SUBJECTS, page
from tui_reader.manual.plain_lines import plain_lines


def offer(key: str) -> str:
    """How to read a page; `key` is the key of the help."""
    pages = ", ".join(f"{number} {subject}" for number, subject in enumerate(SUBJECTS, 1))
    return f"Manual: type a number and then {key} for a page. {pages}."


def subject_of(typed: str) -> str | None:
    """The subject of a number or a word; None for another."""
    if typed.isascii() and typed.isdecimal():
        return SUBJECTS[int(typed[:4]) - 1] if 0 < int(typed[:4]) <= len(SUBJECTS) else None
    word = typed.strip().casefold().replace(" ", "-")
    return word if word in SUBJECTS else OTHER_WORDS.get(word)


def page_lines(subject: str, width: int) -> list[str]:
    """A page, wrapped at a width in cells; without empty lines, for screen readers say of each that it is blank."""
    return [line for line in plain_lines(page(subject), width) if line]
