"""Books of the Bible, in full and in short, before chapter and verse: 1 Cor. 13:4-7, Gen. 1:1."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import ordinal
from tui_reader.narration.normalization.rule import DIGITS, Rule, one_of, words

_SHORT = {
    "Gen": "Genesis", "Ex": "Exodus", "Exod": "Exodus", "Lev": "Leviticus", "Num": "Numbers", "Deut": "Deuteronomy",
    "Josh": "Joshua", "Judg": "Judges", "Sam": "Samuel", "Kgs": "Kings", "Chr": "Chronicles", "Chron": "Chronicles",
    "Neh": "Nehemiah", "Ps": "Psalm", "Pss": "Psalms", "Prov": "Proverbs", "Eccl": "Ecclesiastes", "Eccles":
    "Ecclesiastes", "Isa": "Isaiah", "Jer": "Jeremiah", "Lam": "Lamentations", "Ezek": "Ezekiel", "Dan": "Daniel",
    "Hos": "Hosea", "Mic": "Micah", "Hab": "Habakkuk", "Zech": "Zechariah", "Mal": "Malachi", "Matt": "Matthew",
    "Mt": "Matthew", "Mk": "Mark", "Lk": "Luke", "Jn": "John", "Rom": "Romans", "Cor": "Corinthians",
    "Gal": "Galatians", "Eph": "Ephesians", "Phil": "Philippians", "Col": "Colossians", "Thess": "Thessalonians",
    "Tim": "Timothy", "Heb": "Hebrews", "Jas": "James", "Pet": "Peter", "Rev": "Revelation",
}  # fmt: skip
_BOOKS = words("""
    Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job
    Psalm Psalms Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah
    Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians
    Philippians Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude Revelation
""")
_NUMBERED = words(
    "Samuel Sam Kings Kgs Chronicles Chr Chron Corinthians Cor Thessalonians Thess Timothy Tim Peter Pet John Jn"
)


def _verse(match: re.Match[str]) -> str:
    return f"{match['chapter']} {match['verse']}" + (f" to {match['last']}" if match["last"] else "")


RULES = (
    Rule(
        "scripture",
        (("1 Cor. 13", "first Corinthians 13"), ("II Kings 2", "second Kings 2"), ("1 John saw", "1 John saw")),
        rf"(?<![\w.:,-])(?P<number>[123]|I{{1,3}})\s(?P<book>{one_of(_NUMBERED)})\b\.?(?=\s\d)",
        lambda match: (
            ordinal(int(match["number"]) if match["number"].isdigit() else len(match["number"]))
            + f" {_SHORT.get(match['book'], match['book'])}"
        ),
        DIGITS,
    ),
    Rule(
        "scripture",
        (("Gen. 1:1", "Genesis 1 1"), ("Matt. 5:3-12", "Matthew 5 3 to 12"), ("Gen. 4 men", "Gen. 4 men")),
        rf"\b(?P<book>{one_of(_SHORT)})\.?(?=\s\d{{1,3}}:\d)",
        lambda match: _SHORT[match["book"]],
        DIGITS,
    ),
    Rule(
        "scripture",
        (("John 3:16", "John 3 16"), ("Ps. 23:1", "Psalm 23 1")),
        rf"\b(?:{one_of((*_BOOKS, *_SHORT))})\.?\s"
        r"(?P<said>(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})(?:[-–](?P<last>\d{1,3}))?)(?![\d:-]|\s?[ap]\.?m)",
        _verse,
        DIGITS,
    ),
)
