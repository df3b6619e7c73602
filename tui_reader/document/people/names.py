"""Finds the people named in a title, a heading or a list of participants. Knows English titles, and no labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_AFTER = lazy_re(r"\b(?:Between|From|To|With|By|between|from|with|by)\b[:]?\s")
_OFFICE = lazy_re(r"([^()]{3,160}) \(([^()]{2,40})\)")
_JOINT = lazy_re(r",? and (?=the |[A-Z])|,? to (?=the |[A-Z])|, (?=the )|; |/")
_COURTESY = lazy_re(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Gen|General|Adm|Admiral|Col|Colonel|Capt|Captain|Sen|Senator|Rep"
    r"|Representative|Gov|Governor|Amb|Ambassador|Judge|Justice|President|Secretary|Minister|Premier|Chancellor"
    r"|Chairman|Under Secretary|Prime Minister|Foreign Minister|Hon|Rev|Lord|Lady)\.? )+",
)
_FROM = lazy_re(r"\b(?:From|from|By|by) ")
_OFFICE_AND_NAME = lazy_re(
    r"(?:the )?((?:(?:Deputy|Assistant|Under|Acting|Prime|Foreign|Vice) ){0,3}"
    r"(?:Secretary|President|Minister|Chancellor|Ambassador|Director|Chairman) of (?:the )?[A-Z]\w+) ([A-Z][\w'’-]+)"
)
_NAME_END = lazy_re(
    r",| [-–—] |—|–(?=[a-z]|(?:An?|The|His|Her|Their) )|: | ?\.{3,} ?| \((?=[a-z])"
    r"|(?<=[A-Z][A-Z]) (?=(?:an?|the|his|her|their) [a-z])"
)
"""Between a name in a list and what is said of the person; "Mendès–France" is a name."""
_JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LEADING = lazy_re(r"^(?:(?:and|to|from|with|between)\s|[,;/\s])+", re.IGNORECASE)


class PersonMention(NamedTuple):
    """A person as something printed mentions them."""

    name: str
    """As printed, without a courtesy title: "Ball", "Marquis Childs"."""
    role: str | None
    """The office printed beside the name, or the title before it."""
    quote: str
    """The printed words, for evidence."""
    where: str
    """Where they are mentioned: "title", "heading", "participants" or "signature"."""
    courtesy: str = ""
    """"mr", "mrs" or the like, if it is printed before the name; else empty."""

    @property
    def surname(self) -> str:
        """The last word of the name, without "Jr." and the like."""
        return _last_word(self.name)


@lru_cache(maxsize=16)  # several rules look at the same title
def in_heading(text: str, where: str = "title") -> tuple[PersonMention, ...]:
    """The people named in a title: `the Under Secretary of State (Ball)`, `Marquis Childs`, `President X`.

    `where`: the kind of text it is, for `PersonMention.where`.
    """
    start = _AFTER.search(text)
    if not start:
        return ()
    rest, people = text[start.end() :], []
    at = 0
    for office in _OFFICE.finditer(rest):
        pieces = _split_off(_LEADING.sub("", office[1]))
        for piece in pieces[:-1]:
            people.extend(_plain(piece, where))
        role = pieces[-1].removeprefix("the ").strip(" ,")
        name = _COURTESY.sub("", office[2])
        if role and name[:1].isupper():
            people.append(PersonMention(name, role, f"{pieces[-1].strip(' ,')} ({office[2]})", where))
        at = office.end()
    for piece in _JOINT.split(rest[at:]):
        people.extend(_plain(piece, where))
    return tuple(people)


def _split_off(before: str) -> list[str]:
    """The words before a bracket, split into the names of other people and, last, the office.

    An office may itself contain "to the" and "and the", so only names are split off.
    """
    pieces = []
    while joint := next((found for found in _JOINT.finditer(before) if _plain(before[: found.start()], "")), None):
        pieces.append(before[: joint.start()])
        before = before[joint.end() :]
    return [*pieces, before]


def _plain(piece: str, where: str) -> list[PersonMention]:
    """The person of a name without an office: two to four capitalised words, or a title and a name; else nobody."""
    office = _OFFICE_AND_NAME.fullmatch(piece.strip(" ,.;"))
    if office:
        return [PersonMention(office[2], office[1], piece.strip(" ,.;"), where)]
    piece = re.sub(r"^(?:and|to|from|with)\s+|^[\s,]+", "", piece.strip(" ,.;")).split(",")[0].strip()
    if not re.fullmatch(r"(?:[^\W\d_][\w.'’-]*)(?: (?:[^\W\d_][\w.'’-]*)){0,5}", piece) or not piece[0].isupper():
        return []
    words = piece.split()
    if any(word[0].islower() and word not in {"de", "van", "von", "der", "la", "bin", "al"} for word in words):
        return []
    courtesy = _COURTESY.match(piece + " ")
    name = piece[courtesy.end() :] if courtesy else piece
    if not name or (not courtesy and len(words) < 2) or len(name.split()) > 4:
        return []
    printed = courtesy[0].strip() if courtesy else ""
    return [PersonMention(name, printed if len(printed) > 4 else None, piece, where, _polite(printed))]


def in_list(lines: Iterable[str], where: str = "participants") -> tuple[PersonMention, ...]:
    """The people in a list of participants or a cast, one on each line: "Lane, Manservant", "Mr. Ball"."""
    people = []
    for line in (line.strip(" .;-•*\t") for line in lines):
        end = _NAME_END.search(line)
        name, role = (line[: end.start()], line[end.end() :]) if end else (line, "")
        role = role.strip(" .)") or ""
        if role in {"J.P", "D.D", "M.D", "Ph.D", "Jr", "Esq"}:
            role = ""
        courtesy = _COURTESY.match(name.strip())
        bare = _COURTESY.sub("", name.strip())
        if bare and bare[0].isupper() and len(bare.split()) <= 5 and not any(char.isdigit() for char in bare):
            polite = _polite(courtesy[0]) if courtesy else ""
            people.append(PersonMention(bare, role or None, line.strip(), where, polite))
    return tuple(people)


def spoken_order(printed: str) -> str:
    """ "Ball, George W." as it is said: "George W. Ball"."""
    pieces = [piece.strip() for piece in printed.split(",") if piece.strip()]
    if len(pieces) < 2:
        return printed
    junior = [piece for piece in pieces[1:] if piece.rstrip(".").casefold() in _JUNIOR]
    given = [piece for piece in pieces[1:] if piece not in junior]
    name = " ".join([*given[:1], pieces[0], *junior])
    found = in_list([name])
    return found[0].name if found else name


def writer(heading: str) -> PersonMention | None:
    """Who wrote a letter, by its heading: the person after "From" or "by"; None if that is not clear."""
    start = _FROM.search(heading)
    people = in_heading(heading[start.start() :], "heading") if start else ()
    if not start or not people:
        return None
    behind = heading[start.end() :].removeprefix("the ")
    return people[0] if behind.startswith(people[0].quote.removeprefix("the ")) else None


def _polite(courtesy: str) -> str:
    return courtesy.split(maxsplit=1)[0].rstrip(".").casefold() if courtesy else ""


def surname(name: str) -> str:
    """The last word of a name in small letters, without "Jr." and the like."""
    return _last_word(name).casefold()


def _last_word(name: str) -> str:
    return (name_words(name) or [name])[-1]


def name_words(name: str) -> list[str]:
    """The words of a name without "Jr." and the like."""
    return [word for word in name.replace(",", " ").split() if word.rstrip(".").casefold() not in _JUNIOR]


@lru_cache(maxsize=1 << 12)
def initials(name: str) -> str:
    """The first letters of a name's words, in capitals: "AES" for "Adlai E. Stevenson"; "Jr." gives none."""
    pieces = (piece for word in name_words(name) for piece in re.split(r"[.-]+", word))
    return "".join(piece[0] for piece in pieces if piece and piece[0].isalpha()).upper()
