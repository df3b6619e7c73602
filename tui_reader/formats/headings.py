"""Paragraphs that are headings, lists of people, print lines or rests of a page, told by their own shape.

Every test takes one paragraph's text with its line breaks folded, and knows nothing of the paragraphs around it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui_reader.document.divisions import cast_heading, division
from tui_reader.formats.book_parts import is_end, is_matter, is_song
from tui_reader.formats.labels.clock_times import is_time_stamp
from tui_reader.formats.labels.words import DOCUMENT_KINDS, LINK_RESTS, NUMBERS, SOUND_CUES, TITLE_KINDS
from tui_reader.lazy_re import lazy_re

_ROMAN = lazy_re(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\.?")
_LONGEST = 260
"""Characters that a heading may take."""
_NUMBER = lazy_re(r"\d{1,4}\. (?=\S)")
_SIGN = lazy_re(r"#{1,6} +(?=\S)")
_PEOPLE = lazy_re(
    r"(?:the )?(?:persons|characters|cast|dramatis|participants|present|attendees|speakers|people)\b"
    r"[^:.]{0,40}(?::|\.?$)",
    re.IGNORECASE,
)
_BRACKETED = lazy_re(r"\([^()]*\)[.:]?|\[[^\[\]]*\][.:]?|\[_?[A-Z][^\[\]()]{1,120}")
"""A bracket of old print may stay open: `[Exeunt severally.`"""
_EMPHASIZED = lazy_re(r"_[^_]+_[.:]?|\*[^*]+\*[.:]?")
_DIRECTION = lazy_re(
    r"(?:Re-)?(?:Enter|Exit|Exeunt|Flourish|Alarums?|Sennet)(?=[ .:]|$)[^?!]{0,300}"
    rf"|Manet [A-Z][^?!]{{0,300}}|(?:{'|'.join(SOUND_CUES)}):.*"
)
"""What plays print between speeches without brackets, from the first folios on; the cues of radio plays."""
_EXAMINATION = lazy_re(
    r"(?i:(?:[\w-]+ ){0,3}by (?:mr|mrs|ms|miss|dr)\.? .{2,40}:"
    r"|(?:(?:direct|cross|re-?(?:direct|cross)?|further)[ -])?examin(?:ed|ation)(?:[ -]in[ -]chief)?"
    r"(?: continued| resumed)?,? by \S.{1,50}"
    r"|by (?:the|judge|justice|senator|sir|lord|colonel|captain|major|general|commissioner) (?-i:[^\W\d_a-z]).{1,40}:)"
)
_SWORN = lazy_re(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-]){3,50},[^!?;]{0,120}\b(?:sworn|affirmed|recalled)\b[^!?;]{0,120}[.:]"
    r"|(?:The )?[Ww]itness (?:withdrew|was excused|stood down|excused)\b.{0,40}"
)
"""A witness who comes or goes: `RUTH LANE, having been duly sworn, testified as follows:`, `The witness withdrew.`"""
_RULE = lazy_re(r"[*_=~#•·—–-](?:[ \t]*[*_=~#•·—–-]){2,}")
_PRINT_LINE = lazy_re(r"\*{3,}[^*]*[^\W\d_][^*]*\**")
_FIRST_OF_GUTENBERG = frozenset("* sſSeEfF")
_GUTENBERG = lazy_re(
    r"\** ?(?:start|ende?|einde|fine?|fim) (?:[a-z]{1,8} ){0,2}proje[ck]t[ -]gutenberg\b.*"
    r"|\*END\*THE SMALL PRINT.*",
    re.IGNORECASE,
)
"""`*** START OF THE PROJECT GUTENBERG EBOOK HAMLET ***`, `End of Project Gutenberg's Hamlet, by Shakespeare`."""
_PAGE_NUMBER = lazy_re(
    r"-\s*\d{1,4}\s*-|\[?page [a-z]?\d{1,5}(?: of \d{1,5}|, lines? \d{1,3}(?:-\d{1,3})?)?\]?", re.IGNORECASE
)
_RESIDUE = (
    (re.compile(r"(?:https?://|www\.)\S+"), "a web address"),
    (re.compile(r"(?:©|\(c\) |copyright\b).{0,200}", re.IGNORECASE), "a copyright line"),
    (
        re.compile(r"(?i:\d{1,6} |p\.?\s?o\.? box ).{3,100},? [A-Z]{2},? \d{5}(?:-\d{4})?(?:,? U\.?S\.?A?)?\.?"),
        "a postal address",
    ),
    (re.compile(r"[\w.+-]{1,64}@[\w.-]{1,100}"), "an electronic address"),
    (
        re.compile(r"(?:transcribed|captioned|generated|recorded) by (?:https?://)?[\w-]+(?:\.[\w-]+)+/?\.?", re.I),
        "a line of the program that wrote it",
    ),
)  # fmt: skip
_FIELD_LINE = lazy_re(r"_[a-z]{2,20} ?: ?.{1,250}")


def is_structure(line: str) -> bool:
    """An act, a scene, a chapter, in any of the languages of `divisions`, or no more than its number: `IV.`"""
    return division(line) is not None or (line[:1] in "IVX" and _ROMAN.fullmatch(line) is not None)


def is_division(line: str) -> bool:
    """An act, a part, a chapter: not a scene, which stands below one."""
    return division(line) == "act"


def is_capitals(line: str) -> bool:
    """A line in capitals, as headings of plays and briefings are."""
    return len(line) <= 80 and in_capitals(line)


def in_capitals(line: str) -> bool:
    """A line or a few, all in capitals, that end as no speech does."""
    if len(line) > _LONGEST or (line.isascii() and not line.isupper()):
        return False
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= 3 and all(char.isupper() for char in letters) and line[-1] not in "!?,;"


def _title_case(line: str) -> bool:
    words = [word for word in re.split(r"[^\w'’]+", line) if len(word) >= 4 and word[0].isalpha()]
    return not words or sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def could_be_heading(line: str) -> bool:
    """Short, in title case, and without the full stop of a sentence."""
    return (
        0 < len(line) <= _LONGEST
        and line[0] not in "[(\"“'‘*"
        and line[-1] not in ".,;:!?。，、；：！？"
        and any(char.isalpha() for char in line)
        and _title_case(line)
    )


def _first_word(line: str) -> str:
    line = line[sign_before(line) :]
    number = _NUMBER.match(line)
    words = line[number.end() if number else 0 :].split(None, 1)
    return words[0].strip(".,:").casefold() if words else ""


def document_kind(line: str) -> str | None:
    """What a heading announces: "memo" for `Memorandum From the ...`; None where it announces no letter or paper."""
    return DOCUMENT_KINDS.get(_first_word(line)) if could_be_heading(line) else None


def is_title(line: str) -> bool:
    """The title of a dialogue on record, by its first word."""
    return could_be_heading(line) and _first_word(line) in TITLE_KINDS


def sign_before(line: str) -> int:
    """Characters of the signs that Markdown puts before a heading: `## Questions`; 0 without."""
    sign = _SIGN.match(line)
    return sign.end() if sign and len(line) <= _LONGEST else 0


def number_before(line: str) -> int:
    """Characters of the number that a series puts before a title, `285. Memorandum`, or of Markdown's signs; or 0."""
    if sign := sign_before(line):
        return sign
    number = _NUMBER.match(line)
    return number.end() if number and is_title(line) else 0


def people_list(line: str) -> int | None:
    """Where the names begin after "Participants:" and the like, as an offset; None where it is no such list."""
    found = _PEOPLE.match(line)
    return found.end() if found else cast_heading(line)


def is_bracketed(line: str) -> bool:
    """Wholly in brackets: a remark that is nobody's speech."""
    return line[:1] in ("(", "[") and bool(_BRACKETED.fullmatch(line))


def is_direction(line: str) -> bool:
    """Who comes and goes on a stage: `Enter the Ghost.`, `Exeunt all but Hamlet`; or a paragraph all in emphasis."""
    if line.startswith(("_", "*")):
        return len(line) < 2000 and bool(_EMPHASIZED.fullmatch(line))
    return len(line) < 320 and bool(_DIRECTION.fullmatch(line))


def is_examination(line: str) -> bool:
    """Who asks a witness from here on, `BY MR. LORD:`, `Cross-examined by the Accused.`; or that a witness comes."""
    bare = line.replace("_", "")
    return bool((len(line) < 80 and _EXAMINATION.fullmatch(bare)) or (len(line) < 300 and _SWORN.fullmatch(bare)))


@lru_cache(maxsize=256)
def is_plain(line: str) -> bool:
    """Whether a line is plain words: the answer to each other question of this module is no."""
    announces = rest_of_page(line) or document_kind(line) or sign_before(line)
    heads = is_time_stamp(line) or is_structure(line) or is_capitals(line) or cast_heading(line) is not None
    heads = heads or is_matter(line) or is_end(line) or is_song(line)
    return not (announces or heads or is_bracketed(line) or is_direction(line) or is_examination(line))


def is_rule(line: str) -> bool:
    """A row of stars or strokes between sections."""
    return bool(_RULE.fullmatch(line))


def is_print_line(line: str) -> bool:
    """A line that begins or ends what the printer of a file adds: between asterisks, or Project Gutenberg's."""
    return is_gutenberg_line(line) or (len(line) < 200 and bool(_PRINT_LINE.fullmatch(line)))


def is_gutenberg_line(line: str) -> bool:
    """A line of Project Gutenberg that says that the text begins or ends there."""
    return line[:1] in _FIRST_OF_GUTENBERG and len(line) < _LONGEST and bool(_GUTENBERG.fullmatch(line))


@lru_cache(maxsize=256)
def rest_of_page(line: str, anywhere: bool = False) -> str | None:
    """Why a paragraph belongs to no dialogue; `anywhere` asks only for what is never speech, not even between turns."""
    if len(line) > 300:
        return None
    if _RULE.fullmatch(line):
        return "a rule between sections"
    if _FIELD_LINE.fullmatch(line):
        return "a field for machines"
    if _PAGE_NUMBER.fullmatch(line):
        return "a page number"
    if anywhere:
        return None
    if line.casefold().strip("[]. ") in LINK_RESTS:
        return "rest of a web link"
    return next((why for pattern, why in _RESIDUE if pattern.fullmatch(line)), None)


def slug(line: str) -> str:
    """A short id from a heading: "first act" gives "act-1", others their first words."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", line).casefold())
    if len(words) == 2 and words[0] in NUMBERS:
        words = [words[1], str(NUMBERS[words[0]])]
    return "-".join(words[:4])[:32] or "part"
