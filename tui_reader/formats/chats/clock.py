"""Dates and times as messengers print them before a message, in the forms of all languages.

The figures of a text are made plain first, sign for sign, so that all places in it stay the same.
"""

from __future__ import annotations

import re

_PLAIN = {ord(sign): " " for sign in "\u00a0\u202f\u2007\u2009\u3000"}
_PLAIN |= {ord(sign): "," for sign in "،、，"}
_PLAIN |= {ord(sign): ":" for sign in "："}
_PLAIN |= {zero + figure: str(figure) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for figure in range(10)}

HALF = (
    r"(?:[AaPp]\.? ?[Mm]\.?(?!\w)|오전|오후|午前|午後|上午|下午|凌晨|早上|中午|晚上|清晨|傍晚|半夜|[صم](?!\w)|ق\.ظ|ب\.ظ"
    r"|π\.?μ\.?|μ\.?μ\.?|de\.?|du\.?|di|des)"
)
"""Which half of the day it is."""
_MONTH = r"[^\W\d_]{3,12}\.?"
DATE = (
    r"(?:\d{1,4}(?:[./-] ?\d{1,2}){2}(?:\d\d)?\.?|\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일"
    rf"|\d{{1,2}}\.?[ -](?:de )?{_MONTH}[ -](?:de )?\d{{2,4}}|{_MONTH} \d{{1,2}}, \d{{4}})"
)
_FIGURES = r"\d{1,2}(?:[:.]| h )\d\d(?:(?:[:.]| min )\d\d(?: s\b)?)?(?:[.,]\d{1,3})?"
TIME = rf"(?:{HALF} ?)?{_FIGURES}(?: ?{HALF})?"
DATE_TIME = rf"{DATE}(?:,| at| um| à| a las| alle| às| kl\.| klo| в| o| \([^\W\d_]{{1,3}}\))*[ T] ?{TIME}"
_WORD = r"[^\s\d\[\]:,–-][^\s\d\[\]:,]{0,14}"
_WORDS = rf"(?: ?{_WORD}(?: {_WORD})?)?"
"""Words beside a time in any language, such as "a. m.", "Uhr", "अपराह्न"."""
_SOME_DATE = rf"(?:(?:[^\W\d_]{{2,9}}\.?, )?{DATE}|\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}})"
WHEN = rf"(?:{_SOME_DATE}{_WORDS},?{_WORDS}[ T]?{_FIGURES}{_WORDS}|{_FIGURES}{_WORDS},? {_SOME_DATE})"
"""Date and time in any language and order, for lines in which a sign shows where they end."""
_DAY = re.compile(
    rf"{DATE_TIME}"
    rf"|[-=— ]*(?:[^\W\d_]{{2,12}},? )?{DATE}(?:,? ?(?:\([^\W\d_]{{1,9}}\.?\)|[^\W\d_]{{2,12}}))?[-=— ]*"
)


def plain(text: str) -> str:
    """The text with plain figures, blanks and commas, each sign in its place."""
    return text if text.isascii() else text.translate(_PLAIN)


def is_day(line: str) -> bool:
    """Whether a plain line holds a date, perhaps with a time, and nothing else."""
    return len(line) < 60 and _DAY.fullmatch(line.strip()) is not None
