"""What is typed to search the library, made into expressions of FTS5. Knows no database but the volumes it is given.

`SAM sites`, words; `"favorable position"`, words in a row; `quarant*`, words that begin so; `@Ball`, said by Ball;
`after:1962-10`, in October 1962 or later; `before:1963`, before 1963; `in:frus1961-63v11` or `in:"Cuban Missiles"`, in
a volume; `kind:telephone`, telephone conversations. A search may have several of them, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tui_reader.document.search.query import LONGEST, SearchError
from tui_reader.document.search.search_normalization import folded
from tui_reader.errors import UsageError
from tui_reader.library.document_facts import KINDS
from tui_reader.library.indexed_words import phrase
from tui_reader.named_tuple import NamedTuple

EXAMPLES = 'words, "words in a row", a beginn*, @Ball, after:1962-10, before:1963, in:VOLUME, kind:telephone'
_PART = re.compile(
    r"(?P<at>@)?(?:(?P<key>(?i:after|before|in|kind)|[A-Za-z]{2,20}(?=:[^\s/])):)?"
    r'(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))\s*'
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
Day = tuple[int, int, int]
"""Year, month, day."""
FIRST, END = (0, 1, 1), (10_000, 1, 1)
Found = Callable[[str], Sequence[int]]
"""Gives the numbers of the volumes with a name."""


class QueryError(SearchError, UsageError):
    """A search of the library that is typed wrong."""


class Term(NamedTuple):
    """A word, or words in a row."""

    words: str
    """As typed."""
    quoted: bool

    def expressions(self, begins: bool) -> list[str]:
        """What FTS5 is asked for; `begins`: a single word may be the beginning of one."""
        star = not self.quoted and (begins or self.words.endswith("*"))
        return phrase(self.words.rstrip("*") if star else self.words, star)


class IndexQuery(NamedTuple):
    """A search of the library."""

    terms: tuple[Term, ...]
    """The words that a place has, all of them."""
    speakers: tuple[str, ...]
    """Who speaks there, one of them; everybody where it is empty."""
    narrowed: tuple[str, ...]
    """Expressions of FTS5 for what the documents are: all of them hold."""

    def matches(self, begins: bool = False) -> list[str]:
        """The expressions of FTS5 for words, which rank what is found."""
        return [f"{{words heading}} : {one}" for term in self.terms for one in term.expressions(begins)]

    def conditions(self) -> list[str]:
        """Those that only narrow it."""
        names = [" AND ".join(phrase(name, begins=True)) for name in self.speakers]
        said = [f"names : ({' OR '.join(f'({name})' for name in names)})"] if names else []
        return said + [f"facts : ({one})" for one in self.narrowed]

    def words(self, begins: bool = False) -> list[str]:
        """The expressions for the single words, of those in a row too."""
        pieces = [
            Term(piece, quoted=term.quoted) for term in self.terms for piece in term.words.split() if _has_word(piece)
        ]
        return [f"{{words heading}} : {one}" for piece in pieces for one in piece.expressions(begins)]

    @property
    def divided(self) -> bool:
        """Whether the index knows only parts of a term, and not that they follow each other: 第3次."""
        return any(len(term.expressions(False)) > 1 for term in self.terms)

    @property
    def in_document(self) -> str:
        """The words to look for in a document that was found."""
        return " ".join(term.words.rstrip("*") for term in self.terms)


def index_query(typed: str, volumes: Found) -> IndexQuery:
    """The search that was typed.

    Raises QueryError, which says what to type, for an unknown operator or one with a wrong value.
    """
    if len(typed) > LONGEST:
        raise QueryError(f"Too long to search for: at most {LONGEST:,} characters.")
    terms, speakers, narrowed = list[Term](), list[str](), list[str]()
    dates: dict[str, list[Day]] = {"after": [FIRST], "before": [END]}
    for part in _PART.finditer(typed.strip()):
        key, quoted = (part["key"] or "").lower(), part["quoted"] is not None
        value = part["quoted"] if quoted else part["plain"]
        if part["at"]:
            speakers.append(_name(f"{part['key']}:{value}" if key else value))
        elif key in dates:
            dates[key].append(_day(key, value))
        elif key:
            narrowed.append(_narrowing(key, value, volumes))
        elif _has_word(value):
            terms.append(Term(value, quoted))
    first, end = max(dates["after"]), min(dates["before"])
    if (first, end) != (FIRST, END):
        narrowed.append(_dates(first, end))
    if not (terms or speakers or narrowed):
        raise QueryError(f"Type what to find: {EXAMPLES}.")
    return IndexQuery(tuple(terms), tuple(speakers), tuple(narrowed))


def _name(value: str) -> str:
    if not _has_word(value):
        raise QueryError("Type a name after @, such as @Ball.")
    return value


def _narrowing(key: str, value: str, volumes: Found) -> str:
    """The expression of an operator for what the documents are."""
    if key == "in":
        return _volumes(value, volumes)
    if key == "kind":
        return f'"k{_kind(value)}"'
    raise QueryError(f'{key}: is no operator; type {EXAMPLES}. To find it as it is: "{key}:{value}".')


def _has_word(term: str) -> bool:
    return any(map(str.isalnum, term))


def _day(key: str, value: str) -> Day:
    """The first day of a date that was typed: a year, a month or a day."""
    found = _DAY.fullmatch(value)
    try:
        if found:
            day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return day.year, day.month, day.day
    except ValueError:
        pass
    raise QueryError(f"{key}:{value} is no date; type a year, month or day, such as {key}:1962-10.")


def _kind(value: str) -> str:
    typed = folded(value).strip()
    found = next((kind for kind, words in KINDS.items() if typed == kind or typed in words), None)
    if found is None:
        raise QueryError(f"kind:{value} is no kind; there are {', '.join(KINDS)}.")
    return found


def _volumes(value: str, volumes: Found) -> str:
    found = volumes(value) if _has_word(value) else ()
    if not found:
        raise QueryError(f"in:{value} is no volume of the library; type the name of its file, or words of its title.")
    return " OR ".join(f'"v{number}"' for number in found)


def _dates(first: Day, end: Day) -> str:
    """The expression for documents dated from the day `first` up to, but not on, the day `end`."""
    return " OR ".join(f'"{mark}"' for mark in _spans(first, end)) or '"none"'


def _spans(day: Day, end: Day) -> Iterator[str]:
    """The centuries, decades, years, months and days that together make a stretch of time, as the index has them."""
    while day < end:
        year, month, number = day
        following = (year + month // 12, month % 12 + 1, 1)
        spans = [(f"d{year:04}{month:02}{number:02}", (year, month, number + 1) if number < 31 else following)]
        if number == 1:
            spans.append((f"m{year:04}{month:02}", following))
        if number == month == 1:
            spans.append((f"y{year:04}", (year + 1, 1, 1)))
        if number == month == 1 and year % 10 == 0:
            spans.append((f"t{year // 10:03}", (year + 10, 1, 1)))
        if number == month == 1 and year % 100 == 0:
            spans.append((f"c{year // 100:02}", (year + 100, 1, 1)))
        mark, day = next(span for span in reversed(spans) if span[1] <= end or span is spans[0])
        yield mark
