"""What the words of one label or one description tell of a person: "SECOND OLD WOMAN", "her son, a boy of ten".

Knows words, and no documents and no people's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile

from tui_reader.casting.person_words import (
    EACH_OF_SEVERAL,
    NEUTRAL,
    NOT_OLD,
    OLD,
    ORDINARY,
    PLURALS,
    VOICE,
    YOUNG,
    Words,
)
from tui_reader.document.people.sex_and_age import age_in_years

Sex = tuple[str, str]
""" "male", "female" or empty, and the word that says so, as it is looked up."""

NO_SEX: Sex = ("", "")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?\.?")
_OTHERS = """of in on with at from to by who whom whose for as than de d du des del della dell dello dei di von vom zu
    aus the behind under over near off through disguised dressed called named avec mit con che qui que"""
_CUT = frozenset(_OTHERS.split())
"""Words after which others than the person may be named: "servant to Lady Capulet"."""
_OF = frozenset(("of", "de", "d", "du", "von", "vom", "di", "del", "della", "dell"))
_NOT_BEFORE_A_NAME = frozenset(("page", "son", "ma"))
_ELIDED = re.compile(r"\b([dl]|qu|dell?)['’](?=\w)", re.IGNORECASE)
_COURTESIES = frozenset(("mr", "mrs", "miss", "ms", "mr.", "mrs.", "ms."))
"""Before the name of a player, in a list that says who plays whom."""
_LETTERS = {"F": "female", "M": "male"}
"""In brackets behind a label: "P3 (F, 34)"."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_JOINED = re.compile(r"\s(?:and|und|et|och|og|&|\+)\s|\S&\S")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNIT_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split(), 1)}
_NUMBER = "|".join((*_TENS, *_UNITS))
_YEARS = r"(?P<years>\d{1,3}|" + _NUMBER + r")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_AGE = re.compile(
    rf"\b(?:aged?|(?:man|woman|lady|gentleman|boy|girl|child|youth|kid|person) of(?: about)?) {_YEARS}\b(?! \w*s\b)"
    rf"|\b{_YEARS.replace('years', 'old')}[- ]years?\b"
    r"|\bin (?:his|her|their|the) (?:early |late |mid[- ])?(?P<decade>\d0s|seventies|eighties|nineties)\b"
)
_HER_NAME = re.compile(r"(?:ovna|evna|ichna|skaya|овна|евна|ична|ская|цкая|ová)$")
_HIS_PATRONYMIC = re.compile(r"(?:ovitch|evitch|ovich|evich|ович|евич|ьич)$")
_ROMAN = re.compile(r"[^\W\d_]{2}(?:i|[^\Waeiouy\d_])us$")
_NOT_ROMAN = frozenset(("venus", "chorus", "citrus", "census", "campus", "virus", "status", "versus", "circus"))


def pieces(label: str) -> Iterator[str]:
    """A label without its brackets and descriptions, and what stands in these, each part for itself."""
    name, comma, about = _BRACKET.sub(" ", label).strip().partition(", ")
    is_about = about[:1].islower() or about.split(" ", 1)[0].casefold() in ORDINARY
    yield name if comma and is_about else f"{name}{comma}{about}"
    if comma and is_about:
        yield about
    for found in _BRACKET.finditer(label):
        parts = re.split(r"[,;/]\s*", found[1])
        yield from (
            f"aged {part}" if len(parts) > 1 and part.isdecimal() else _LETTERS.get(part, part) for part in parts
        )


def segments(role: str) -> list[str]:
    """The parts of a description: "a widow", "mother of Tom"."""
    return [part.strip() for part in re.split(r"[,;:()\[\]–—]", role) if part.strip()]


def title(piece: str, words: Words) -> Sex:
    """What a title tells that stands alone or before a name, perhaps behind "the", "old" and the like."""
    tokens = dropwhile(lambda token: _plain(token) in ORDINARY or _plain(token) in NEUTRAL, _tokens(piece, words))
    return _look(next(tokens, ""), words.titles)


def noun(piece: str, words: Words) -> Sex:
    """What a noun of a label tells: "SECOND OLD WOMAN", "TOM'S MOTHER", "WAITRESS JANE", "MALE VOICE"."""
    tokens = _tokens(piece, words)
    for token in tokens:
        if token in ("male", "female"):
            return token, token
    head = _without_last_number(_head(tokens))
    if not head:
        return NO_SEX
    if head[-1] in words.crowd and head[-1] not in PLURALS:  # "a group of girls"
        return next((sex for token in tokens if (sex := _look(token, PLURALS))[0]), NO_SEX)
    *before, last = head
    last = _owner(last)
    is_plain = all(token in ORDINARY or token in NEUTRAL for token in before) or _is_owner(before[-1])
    sex = _look(last, words.nouns) if not is_plain else _look(last, words.nouns, words.alone, PLURALS)
    if sex != NO_SEX:
        return sex
    rest = _without_ordinary(head)
    if len(rest) > 1 and rest[0] not in _NOT_BEFORE_A_NAME and (sex := _look(rest[0], words.nouns, words.alone))[0]:
        return sex
    told = words.articles.get(head[0], "") if len(head) > 1 else ""
    return (told, head[0]) if told in ("male", "female") else NO_SEX


def described(segment: str, words: Words) -> Sex:
    """What a part of a description tells of its person: "her son", "wife to Brutus", "the Queen's page"."""
    tokens = _tokens(segment, words)
    head = _head(tokens)
    if head == ["one"] and len(tokens) > len(head) + 1:
        return next((sex for token in tokens if (sex := _look(token, PLURALS)) != NO_SEX), NO_SEX)
    if not head:
        return NO_SEX
    for token in head:
        if token in ("male", "female"):
            return token, token
    sex = _look(head[-1], words.nouns, words.alone, words.titles, PLURALS)
    if sex != NO_SEX or any(map(_is_owner, head)):
        return sex
    rest = _without_ordinary(head)
    return _look(rest[0], words.nouns, words.titles) if rest and rest[0] not in _COURTESIES else NO_SEX


def name_form(piece: str, words: Words) -> Sex:
    """What Slavic and Roman names tell by their form: "Andreyevna", "Ivan Petrovich Voynitsky", "Cassius"."""
    tokens = _tokens(piece, words)
    for token in tokens:
        if _HER_NAME.search(token):
            return "female", token
    his = (token for token in tokens[:-1] if _HIS_PATRONYMIC.search(token))
    roman = (token for token in tokens if len(tokens) < 4 and _ROMAN.search(token) and token not in _NOT_ROMAN)
    return next((("male", token) for token in (*his, *roman)), NO_SEX)


def age(piece: str, words: Words, in_role: bool = False) -> str:
    """The `SexAndAge.age` that a label or a part of a description tells; empty where it tells none."""
    plain = piece.casefold().strip()
    if in_role and plain.isdecimal() and len(plain) <= 3:
        return age_in_years(int(plain))
    if found := _AGE.search(plain):
        return age_in_years(_years(found["years"] or found["old"] or found["decade"]))
    head = _without_last_number(_head(_tokens(piece, words)))
    if not head:
        return ""
    rest = _without_ordinary(head)
    first, last = (rest[0], _owner(rest[-1])) if rest else (head[-1], head[-1])
    before = head[: len(head) - len(rest)] if rest else head
    if last in words.old or first in words.old:
        return "old"
    if any(token in OLD for token in before) and (in_role or rest) and first not in NOT_OLD:
        return "old"
    nouns_only = len(rest) <= 1 or all(map(_is_owner, rest[:-1]))
    is_little = any(token in YOUNG for token in before) and _look(last, words.nouns, words.alone) != NO_SEX
    return "child" if nouns_only and (last in words.child or is_little) else ""


def is_crowd(label: str, words: Words) -> bool:
    """Whether a label is that of several people at once: "ALL", "CROWD", "TOM and ANNA"."""
    piece = next(pieces(label))
    if _JOINED.search(piece.casefold()):
        return True
    head = _without_last_number(_head(_tokens(piece, words)))
    if not head:
        return False
    starts = head[0] in EACH_OF_SEVERAL or (len(head) > 1 and words.articles.get(head[0]) == "crowd")
    return starts or head[-1] in words.crowd or (head[-1].endswith("men") and f"{head[-1][:-2]}an" in words.nouns)


def _tokens(text: str, words: Words) -> list[str]:
    """The words in small letters; a full stop stays where it makes a title, a hyphen where the whole is a noun."""
    found: list[str] = []
    text = _ELIDED.sub(r"\1 ", text)
    for token in _WORD.findall(text.casefold().replace("’", "'")):
        word = token if token in words.titles else token.rstrip(".")
        is_whole = word in words.old or word in words.nouns or word in words.alone
        found += [word] if is_whole else word.split("-")
    return found


def _head(tokens: Sequence[str]) -> list[str]:
    """The words that name the person, before "of" and the like; behind it for "voice of a woman"."""
    cut, start = len(tokens), 0
    for place, token in enumerate(tokens):
        if token in _CUT and place > start:
            if token not in _OF or tokens[place - 1] not in VOICE:
                cut = place
                break
            start = place + 1
    return list(tokens[start:cut])


def _look(token: str, *tables: Mapping[str, str]) -> Sex:
    """What a word tells by the first of `tables` that has it; "-woman" tells it at the end of any word."""
    sex = next((table[token] for table in tables if token in table), "female" if token.endswith("woman") else "")
    return (sex, token) if sex else NO_SEX


def _plain(token: str) -> str:
    return token.rstrip(".")


def _is_owner(token: str) -> bool:
    return token.endswith(("'s", "s'"))


def _owner(token: str) -> str:
    return token.removesuffix("'s").rstrip("'")


def _without_ordinary(head: Sequence[str]) -> list[str]:
    start = next((place for place, token in enumerate(head) if token not in ORDINARY), len(head))
    return list(head[start:])


def _without_last_number(head: list[str]) -> list[str]:
    """Without what tells several apart, and without "voice": "WOMAN ONE", "MAN A", "GIRL'S VOICE"."""
    end = len(head)
    while end > 1 and (head[end - 1] in _UNITS or len(head[end - 1]) == 1 or head[end - 1] in VOICE):
        end -= 1
    return head[:end]


def _years(words: str) -> int:
    decades = {"seventies": 70, "eighties": 80, "nineties": 90}
    digits = words.rstrip("s")
    return int(digits) if digits.isdecimal() else decades.get(words) or _TENS.get(words) or _UNITS[words]
