"""The encoding of old text, found by trying: in the right one its words and signs are common ones of a language.

Only for bytes that are no UTF. Knows no file.
"""

from __future__ import annotations

import math
import re
from collections import Counter

from tui_reader.formats.language.guess import word_scores

WESTERN = "cp1252"
_SINGLE_BYTE = {
    WESTERN: "fr de es it pt nl sv da no fi is ca en la",
    "cp1250": "pl cs sk hu ro hr sl",
    "iso8859-2": "pl cs sk hu ro hr sl",
    "cp1251": "ru uk bg be sr mk",
    "koi8-u": "ru uk",
    "cp866": "ru",
    "iso8859-5": "ru bg sr mk",
    "mac-cyrillic": "ru uk",
    "cp1253": "el",
    "iso8859-7": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa",
    "cp1257": "lt lv et",
    "mac-roman": "fr de es it pt nl sv da no",
    "cp850": "fr de es it pt nl sv da no",
}
"""By encoding, the languages that were written in it; the first of two that are equally good is taken."""
# fmt: off
_KANA = "".join(map(chr, range(0x3041, 0x30FD)))
_CHINESE = """的一是在不人有了我国这为中个大会们他来和年上以要到时对么能你就发可地生家出也说于学后成与过行用日
    多自现都没作下得开经还法动好方而公子事分之民主里政看吗本月所天新同全定部最其进如前机美那当工关实
    小被但因长样理等什道去些面很心间力然起只着从并高加想文问國這為個會們來時對麼發說於學後與過現沒開
    經還動裡嗎進機當關實長樣間從並問她您誰谁吧呢啊嗯请請谢謝先坐回喝茶快走吃飯饭"""
_KOREAN = """이다는에하고가을지의로서은아한어도기사니있를나해리시그요인들자일게대라으스수만보제면정주전부여거
    과장했상안마구었데오야내원우신적것성국되세위와무할동생소트드모미진문중말화공까러비습간없분조저입
    개터유계치월같경회선때연실바음관용더명학네영교당좋방"""
# fmt: on
_THAI = "านรอกเงมยลวดทสตะปบคหไแจพชใ่้ีิัุ์ูำ"
_MULTI_BYTE = {
    "cp932": (_KANA, 0.3), "euc_jp": (_KANA, 0.3), "gb18030": (_CHINESE, 0.25), "big5": (_CHINESE, 0.25),
    "cp949": (_KOREAN, 0.4), "cp874": (_THAI, 0.85),
}  # fmt: skip
"""By encoding, the common signs of its language, and the share of a text that they are at least."""
_AHEAD = 1.5
"""How many times as many common signs the best of them has as the next."""
_FEW = 6
"""Signs beyond ASCII that are too few for such a share."""
_NOT_LATIN = 0.2
"""Such signs for each ASCII letter of their lines, at least."""
_MARGIN = 3.0
"""By how much another encoding must score above Windows-1252: some four words."""
_SAMPLE = 12_000
"""Bytes that are looked at, of lines with bytes beyond ASCII."""
_FAR = 1_000_000
"""Bytes in which such lines are looked for."""
_SIGN = re.compile("[^\x00-\x7f]")
_QUIET = "\u2010-\u2015\u2018\u2019\u2026\u00ad\u00b7\u200b-\u200f"
_BETWEEN = f"[^\\W\\d_][^\\w\x00-\x7f{_QUIET}][^\\W\\d_]"
"""A sign that is no letter within a word, apart from hyphens, apostrophes and the like."""
_QUOTES = "\u00a0-\u00a9\u00ab\u00ae\u00b0\u00bb-\u00bf\u201a-\u201f\u2032\u20ac\u3000-\u303f\uff00-\uff0f"
_BESIDE = f"[^\\w\x00-\x7f{_QUIET}{_QUOTES}]"
"""A sign that is neither a letter nor one that stands beside letters, such as quotes."""
_GLUED = re.compile(f"{_BETWEEN}|[^\\W\\d_]{_BESIDE}|{_BESIDE}[^\\W\\d_]")
_UNLIKELY = re.compile("[\x80-\x9f\u00a4\u00a6\u00a8\u00ac\u00af\u00b6\u00b8\ufffd\uf8f8-\uf8ff]")
_NEXT_TO_ASCII = re.compile("[A-Za-z][^\x00-\u036f\u2000-\u303f]|[^\x00-\u036f\u2000-\u303f][A-Za-z]")
_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u06ff"
_SMALL, _CAPITAL = "ß-öø-ÿα-ωа-я", "À-ÖØ-ÞΑ-ΩА-Я"
_MIXED = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]|[{_SMALL}][{_CAPITAL}]")
"""Letters of two scripts in a word, or a capital after a small letter."""


def guess_encoding(data: bytes) -> str:
    """The encoding of bytes that are text in no UTF, as Python names it; WESTERN where nothing speaks for another."""
    sample = _sample(data)
    shares = {encoding: _share(sample, encoding, *wanted) for encoding, wanted in _MULTI_BYTE.items()}
    (best, share), (_, next_share) = sorted(shares.items(), key=lambda one: -one[1])[:2]
    if share > _AHEAD * next_share:
        return best
    scores = {encoding: _score(sample, encoding, languages) for encoding, languages in _SINGLE_BYTE.items()}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0 and scores[best] - scores[WESTERN] >= _MARGIN else WESTERN


def _sample(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, from places all over the text."""
    lines = [line for line in data[:_FAR].split(b"\n") if not line.isascii()]
    step = max(1, sum(map(len, lines)) // _SAMPLE)
    return b"\n".join(lines[::step])[:_SAMPLE]


def _share(sample: bytes, encoding: str, common: str, least: float) -> float:
    """The share of common signs among those beyond ASCII; 0 where it is less than `least` or the text is broken."""
    text = sample.decode(encoding, "replace")
    beyond = _SIGN.findall(text)
    letters = [sign for sign in beyond if sign.isalpha() or sign in common or sign == "\ufffd"]
    ascii_letters = sum(map(str.isalpha, text)) - sum(map(str.isalpha, beyond))
    if len(letters) < max(_FEW, _NOT_LATIN * ascii_letters) or len(_NEXT_TO_ASCII.findall(text)) > 0.3 * len(letters):
        return 0.0
    if len(_UNLIKELY.findall(text)) > 0.02 * len(beyond):
        return 0.0
    share = sum(map(set(common).__contains__, letters)) / len(letters)
    return share if share >= least else 0.0


def _score(sample: bytes, encoding: str, languages: str) -> float:
    """How much speaks for a text in an encoding: common words of its languages, less what is in no text."""
    text = sample.decode(encoding, "replace")
    scores = word_scores(text)
    odd = Counter(found for pattern in (_GLUED, _MIXED, _UNLIKELY) for found in pattern.findall(text))
    return max(scores[language] for language in languages.split()) - sum(math.log2(1 + times) for times in odd.values())
