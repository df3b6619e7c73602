"""Chapter and verse behind a book of the Bible: John 3:16-18."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.abbreviation_table import BOOKS
from tui_reader.narration.normalization.numbers import roman
from tui_reader.narration.normalization.rule import CLOCK, INNER_STOP, Rule, compiled, one_of, words

_FULL = words("""
    Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job
    Psalm Psalms Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah
    Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians
    Philippians Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude Revelation
    Qur'an Qur’an Quran Koran Sura Surah
""")


def _verses(match: re.Match[str]) -> str:
    return (
        f"{match['chapter']} {match['verse']}"
        + (f" to {match['last'].replace(':', ' ')}" if match["last"] else "")
        + (" and following" if match["more"] else "")
    )


def _old(match: re.Match[str]) -> str | None:
    """Chapter and verse as they were printed before 1900: "1 Pet. v. 8"."""
    chapter = roman(match["chapter"])
    is_versus = match["chapter"] == "v" and not compiled(r"[,.;:)\]]|\s*$").match(match.string, match.end())
    if chapter is None or is_versus:
        return None
    book = BOOKS.get(match["book"], match["book"])
    order = {"1": "First ", "2": "Second ", "3": "Third "}.get(match["order"] or "", "")
    return f"{order}{book} {chapter} {match['verse']}" + (f" to {match['last']}" if match["last"] else "")


RULES = (
    Rule(
        "chapters and verses",
        (
            ("1 Pet. v. 8", "First Peter 5 8"),
            ("See Matt. xxiii. 9-12.", "See Matthew 23 9 to 12."),
            ("Mark v. 2 others", "Mark v. 2 others"),
        ),
        rf"\b(?:(?P<order>[123])\s)?(?P<book>{one_of((*_FULL, *BOOKS))})\.?\s"
        r"(?P<chapter>(?![cl]\.)[ivxlc]{1,8})\.\s?(?P<verse>\d{1,3})(?:[-–](?P<last>\d{1,3}))?(?![\w-])",
        _old,
        INNER_STOP,
    ),
    Rule(
        "chapters and verses",
        (
            ("John 3:16", "John 3 16"),
            ("Genesis 1:1-3", "Genesis 1 1 to 3"),
            ("Gen. 1:1-2:3", "Genesis 1 1 to 2 3"),
            ("Luke 2:1ff. tells", "Luke 2 1 and following tells"),
            ("See Mark 10:30 p.m.", "See Mark 10:30 p.m."),
        ),
        rf"\b(?:{one_of((*_FULL, *BOOKS))})\.?\s"
        r"(?P<said>(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})(?:[-–](?P<last>(?:\d{1,3}:)?\d{1,3}))?(?P<more>ff?\b\.?(?!$))?)(?![\d:-]|\s?[ap]\.?m)",
        _verses,
        CLOCK,
    ),
)
