"""The scripts that characters are of, and the language that a script tells by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

_RANGES = sorted(
    (start, end, script)
    for script, ranges in {
        "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF), (0xFF21, 0xFF5A)),
        "greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
        "cyrillic": ((0x400, 0x52F),),
        "armenian": ((0x531, 0x58F),),
        "hebrew": ((0x5D0, 0x5F4), (0xFB1D, 0xFB4F)),
        "arabic": ((0x620, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        "devanagari": ((0x900, 0x97F),),
        "bengali": ((0x980, 0x9FF),),
        "gurmukhi": ((0xA00, 0xA7F),),
        "gujarati": ((0xA80, 0xAFF),),
        "tamil": ((0xB80, 0xBFF),),
        "telugu": ((0xC00, 0xC7F),),
        "kannada": ((0xC80, 0xCFF),),
        "malayalam": ((0xD00, 0xD7F),),
        "sinhala": ((0xD80, 0xDFF),),
        "thai": ((0xE00, 0xE7F),),
        "lao": ((0xE80, 0xEFF),),
        "tibetan": ((0xF00, 0xFFF),),
        "burmese": ((0x1000, 0x109F),),
        "georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
        "hangul": ((0x1100, 0x11FF), (0x3131, 0x318E), (0xAC00, 0xD7A3)),
        "ethiopic": ((0x1200, 0x137F),),
        "khmer": ((0x1780, 0x17FF),),
        "kana": ((0x3041, 0x30FF), (0xFF66, 0xFF9D)),
        "han": ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2FA1F)),
    }.items()
    for start, end in ranges
)
_STARTS = [start for start, _, _ in _RANGES]
LANGUAGES = {
    "greek": "el", "armenian": "hy", "bengali": "bn", "gurmukhi": "pa", "gujarati": "gu", "tamil": "ta",
    "telugu": "te", "kannada": "kn", "malayalam": "ml", "sinhala": "si", "thai": "th", "lao": "lo", "tibetan": "bo",
    "burmese": "my", "georgian": "ka", "hangul": "ko", "ethiopic": "am", "khmer": "km", "kana": "ja", "han": "zh",
}  # fmt: skip
"""By script its language; scripts of several languages are not in it."""
LIKELIEST = {"cyrillic": "ru", "arabic": "ar", "hebrew": "he", "devanagari": "hi"}
"""By script of several languages, the one that most texts in it are in; not of Latin, for no one is."""
_FURTHER = {
    "cyrillic": "ru uk bg mk be sr kk ky mn tg tt ba cv os", "arabic": "ar fa ur ps sd ug ku ckb", "hebrew": "he yi",
    "devanagari": "hi mr ne sa kok", "han": "zh cmn yue hak ja ko", "greek": "grc", "ethiopic": "ti", "bengali": "as",
}  # fmt: skip
"""By script the languages that are written in it, beside the one that it tells by itself."""
DENSE = frozenset({"han", "kana", "hangul"})
"""Scripts of which a letter says as much as three of others."""


def is_written_in(language: str, script: str) -> bool:
    """Whether a language, given by the first part of its tag, is written in a script."""
    return LANGUAGES.get(script) == language or language in _FURTHER.get(script, "").split()


def script_of(sign: str) -> str:
    """The script of a letter; empty for signs of no script that is known here, as figures and stops."""
    place = bisect_right(_STARTS, ord(sign)) - 1
    return _RANGES[place][2] if place >= 0 and ord(sign) <= _RANGES[place][1] else ""


def scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    found: Counter[str] = Counter()
    for sign, times in Counter(text).items():
        if script := script_of(sign):
            found[script] += times
    return found
