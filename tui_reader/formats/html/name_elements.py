"""Elements that may hold the name of who speaks: by their class, their types, their emphasis and their place.

Knows one element and what stands around it in its line; whether the name is a label is decided over the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

from tui_reader.formats.html.html_elements import is_block, tag_of, words_of
from tui_reader.formats.labels.clock_times import IN_ELEMENT


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LONGEST_NAME = 100
"""Characters of a name, with the office of who bears it."""
_WHO = re.compile(
    r"(?:^|[\s_-])(?:speaker|author|sender|from|nick|nickname|username|talker|interviewe[er]|who|persona|character"
    r"|participant)(?:[\s_-]?name)?(?:$|[\s_-])"
)
"""Classes of elements that hold a name."""
_HOW = re.compile(
    r"(?:^|[\s_-])(?:stage-?dir(?:ection|ections|s)?|directions?|didascalies?|didas|regie|scene-?desc|parenthetical)(?:$|[\s_-])"
)
"""Classes of directions."""
_WHEN = re.compile(r"(?:^|[\s_-])(?:timestamp|timecode|date|time)(?:$|[\s_-])")
_CLOCK = re.compile(IN_ELEMENT)
_CLASSED = _set("""div span p td li b strong a em i h2 h3 h4 h5 h6 cite""")
"""Elements whose class may say that they hold a name or a time."""
_EMPHASIS = _set("""b strong i em u span font cite small""")
_IRC = re.compile(r"<[^<>\s]{1,40}>")
_BEFORE = re.compile(
    r"[\s*>«»\"'–—-]{0,4}(?:(?:[Qq]\.?)?\d{1,4}[.)]|[TQ]?\d{1,3}\.?)?[ \u00a0]*(?:[\[(]\d{1,6}[\])])?[ \u00a0]*[<\[(]?"
)
"""What may stand in the line before a name: the number of a question, the sign of a list."""
_COLON = re.compile(r"(?:[(\[（][^()\[\]（）]{1,200}[)\]）]\s*)?[:：]")
"""A colon, perhaps behind a direction."""
_SIGN = re.compile(r"[.:：—–]|--|[-–] ")
_DIRECTION = re.compile(r"[,;]?\s*[(\[][^()\[\]]{1,200}[)\]]\s*(?:[.:：—–,;]|--|$|(?=\S))")
_GAP = re.compile(r"[\u3000\u2003\t]|[ \u00a0]*\u00a0[ \u00a0]+")
"""A wide blank, which divides a name from the words."""
_WITH_HOW = re.compile(r",[^.!?:,]{1,60}[.:]?")
"""How somebody says what the next paragraph holds: "ANN, laughing." on a line of its own."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FOLLOWING = 80
"""Characters behind an element that are looked at."""
_FIRST_WIDE = "\u2e80"
"""From here on are scripts in which a name may have one sign."""
_MOST_CELLS = 4
_PARAGRAPHS = _set("p div li dt dd blockquote h2 h3 h4 h5 h6")
_LINES = _set("p div header")
_HEADINGS = _set("h2 h3 h4 h5 h6")
_SPEAKER = re.compile(
    r"data-(?:[a-z]+-)?speak(?:er|ing)(?:-name|-attribution|-label)?|data-author|data-message-author-role"
)
"""Attributes whose value is the name of who speaks."""
_LONGEST_WITH_OFFICE = 160
"""Characters of a name with its office and party in an attribute."""
_ROLES = {"q": "Q", "question": "Q", "a": "A", "answer": "A"}
_MOST_FOLLOWING = 20
"""Elements behind one that are looked at."""
_CLOSE = 3
"""Elements around one in which what follows it is looked for."""


def named_class(element: Any) -> str:
    """The classes of an element in small letters, each word of them apart."""
    return _CAMEL.sub("-", str(element.get("class") or "")).casefold()


def is_when(element: Any, tag: str) -> bool:
    """Whether an element is made for times, by its class, and holds one."""
    if tag not in _CLASSED or not element.get("class") or not _WHEN.search(named_class(element)):
        return False
    return is_clock(words_of(element, LONGEST_NAME))


def is_who(element: Any, tag: str) -> bool:
    """Whether an element is made for names, by its class, and holds one."""
    if tag not in _CLASSED or not element.get("class") or not _WHO.search(named_class(element)):
        return False
    words = words_of(element, LONGEST_NAME)
    if not words or len(words) > LONGEST_NAME or (len(words) == 1 and words < _FIRST_WIDE):
        return False
    return not any(_WHO.search(named_class(one)) for one in element.iterdescendants() if one.get("class"))  # further in


def is_direction(element: Any) -> bool:
    """Whether an element is made for stage directions, by its class."""
    return bool(element.get("class") and _HOW.search(named_class(element)))


def may_precede(before: str) -> bool:
    """Whether what stands before an element in its line leaves it at the line's beginning."""
    if not before:
        return True
    if len(before) >= LONGEST_NAME:
        return False
    return bool(_BEFORE.fullmatch(before) or _CLOCK.fullmatch(before.strip(" <[(-–—|")))


def kind_of_name(element: Any, tag: str, said: Set[str], before: str) -> str | None:
    """Of an element at the beginning of a line, the kind of label that its print may make it; None for words.

    "label" (by its type), "soft" (before a colon), "styled" (before another sign), "alone" (in its line); `before` is
    what stands before it in the line.
    """
    if tag == "cite" and before in ("", "<"):
        end = (element.tail or "").lstrip()[: len(before)]
        if _IRC.fullmatch(f"{before}{words_of(element, LONGEST_NAME)}{end}"):
            return "label"
    if tag not in _EMPHASIS or "stage-direction" in said or is_direction(element):
        return None
    words = words_of(element, LONGEST_NAME)
    if words in ("Q", "A") and tag in ("b", "strong"):
        return "soft"
    if not words or (len(words) == 1 and words.isascii()) or len(words) > LONGEST_NAME or ":" in words[:-1]:
        return None
    behind = _following(element)
    after = behind.strip()
    if "persona" in said:
        return "label" if not after[:1].islower() and after[:1] != "," else None
    if words[-1] in ":：" or _COLON.match(after):
        return "label" if tag == "cite" else "soft"
    alone = not after and (words[-1].isalnum() or words[-1] in ".)]")
    signed = (words[-1] in ".—–)]" and not after[:1].islower()) or _SIGN.match(after) or _DIRECTION.match(after)
    signed = signed or _GAP.match(behind) or _WITH_HOW.fullmatch(after)
    return "alone" if alone else "styled" if signed or _is_above_direction(element) else None


def _is_above_direction(element: Any) -> bool:
    """Whether nothing but words in italics stands behind an element in its block: `<b>Ann</b> <i>laughing</i>.`"""
    how = element.getnext()
    if how is None or tag_of(how) not in ("i", "em") or (element.tail or "").strip() or how.getnext() is not None:
        return False
    return not (how.tail or "").strip(" \n.:") and tag_of(element) not in ("i", "em")


def style_of(element: Any, tag: str) -> str:
    """How an element is printed, for comparing: its tag and its classes."""
    inner, depth = element, 0
    while depth < _CLOSE and len(inner) == 1 and not (inner.text or "").strip() and not (inner[0].tail or "").strip():
        inner = inner[0]  # what is in bold in small capitals is one print
        tag += f" {tag_of(inner)}"
        depth += 1
    return f"{tag[:40]}.{named_class(element) or named_class(inner)}"


def style_of_block(element: Any, tag: str) -> str:
    """As `style_of` for a block, which must be a heading, or have a class or a place of its own; else empty."""
    if not element.keys():
        return f"{tag}." if tag in _HEADINGS else ""
    named = named_class(element) or str(element.get("align") or "").casefold()
    named = named or "center" * ("text-align:center" in str(element.get("style") or "").replace(" ", "").casefold())
    return f"{tag}.{named}" if tag in _HEADINGS or (named and tag in _LINES) else ""


def _following(element: Any) -> str:
    """What stands in the line behind an element, up to the end of its block."""
    words, left = "", _MOST_FOLLOWING
    for _ in range(_CLOSE):
        words += element.tail or ""
        after = element.getnext()
        while (
            left
            and len(words) < _FOLLOWING
            and after is not None
            and isinstance(after.tag, str)
            and not _ends_line(after)
        ):
            words += words_of(after, _FOLLOWING) + (after.tail or "")
            after, left = after.getnext(), left - 1
        if len(words) >= _FOLLOWING or after is not None:
            break
        element = element.getparent()
        if element is None or is_block(element):
            break
    return words[:_FOLLOWING]


def _ends_line(element: Any) -> bool:
    return tag_of(element) == "br" or is_block(element)


def is_clock(words: str) -> bool:
    """Whether words are a time and nothing else."""
    return bool(_CLOCK.fullmatch(words))


def is_cell_of_name(cell: Any) -> bool:
    """Whether a cell is the one for a name in a row of two: who speaks, and the words; a time may stand before both."""
    row = cell.getparent()
    if row is None or row.find("{*}td") is None or not 2 <= len(row) <= _MOST_CELLS:
        return False
    words = [(one, words_of(one, LONGEST_NAME)) for one in row if tag_of(one) in ("td", "th")]
    full = [(one, said) for one, said in words if said and not said.isdecimal() and not is_clock(said)]
    return len(full) == 2 and full[0][0] is cell and len(full[0][1]) <= LONGEST_NAME


def role_of(element: Any, tag: str) -> str:
    """The name of who says a whole paragraph, where its attributes alone tell it: `class="q"`, `data-speaker="Ann"`."""
    if tag not in _PARAGRAPHS:
        return ""
    named = next((said for one, said in element.items() if _SPEAKER.fullmatch(str(one))), "")
    if 1 < len(named) <= _LONGEST_WITH_OFFICE and not named.isdecimal():
        return " ".join(str(named).split())
    return next((_ROLES[one] for one in str(element.get("class") or "").casefold().split() if one in _ROLES), "")
