"""Texts taken out of markup whose labels are plain print, such as the records of an assembly: given to the transcript.

The printer's lines (page numbers) are taken out first and kept as residue at the end. What a clerk does is told apart
from what a speaker says, for a record prints both alike. Used for HTML, EPUB and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_reader.document.model import Document, Kind, Part, Passage, Residue, Span, Turn
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import transcript

_PAGE = re.compile(
    r"(?:(?<!\n)\n++)?^[ \t]*+\[{1,2}Pages? [^\]\n]{1,30}\]{1,2}[ \t]*$\n*|^[ \t]*+\[Time: \d{1,6}\][ \t]*\n",
    re.MULTILINE,
)
_DOING = re.compile(
    r"(?:The|A) (?:[a-z]+ ){0,3}(?:clerk|motion|amendments?|resolution|preamble|bill|nominations?|question"
    r"|result|yeas and nays|roll|(?:conference|joint|concurrent) (?:report|resolution)|Senate|House|Committee|Clerk"
    r"|Chair|Speaker|committee|court|reporter|witness|jury|oath|Court)\b(?: \([^()]{1,90}\))?"
    r"(?: (?:to|of|on|for|by|from) [^.,?!]{1,100})?(?:,[^,.]{1,80},)?"
    r" (?:then )?(?:proceeded|read as follows|read|was (?:then )?(?:agreed to|rejected|ordered|laid|called|taken|read"
    r"|sworn|withdrawn|passed|tabled)|were (?:ordered|agreed to|rejected)|called the roll|reported|announced|designated"
    r"|is as follows|as follows|resumed|proceeds|retired|returned)\b[^?!]{0,300}"
    r"|There was no (?:objection|response)\."
)
_HEAD = re.compile(r"\A(?:[ \t]*+(?:\[[^\]\n]{1,200}\]|[^\s][^\n]{0,160}\[?www\.[\w.]{1,60}\]?)?[ \t]*\n)+")
"""The lines with which a printer's record begins: in brackets, or with the address where it was taken from."""
_NEAR = 200
"""Characters above a page number in which a sentence that goes on is looked for."""
_FIRST_LINE = 4
"""Columns that the first line of a paragraph is set in by, at most."""
_DEEPEST = 200
"""Columns that a line is looked at for being set in."""
_SET_IN = 5
"""Columns: text that a record sets in so far is quoted or read out, and not a paragraph of the speech."""


def read(
    text: str,
    name: str,
    key: str,
    entries: Sequence[PersonEntry],
    warnings: Sequence[str],
    format: str,
) -> Document:
    """The Document of a text taken out of markup of the `format`."""
    pages: list[str] = []

    def out(found: re.Match[str]) -> str:
        pages.append(found[0].strip())
        before = text[max(0, found.start() - _NEAR) : found.start()].rstrip()
        goes_on = before and before[-1] not in ".!?:\"'" and text[found.end() : found.end() + 1].strip()
        return "\n" if goes_on else "\n\n"

    head = _HEAD.match(text)
    lines = [line.strip() for line in head[0].splitlines() if line.strip()] if head else []
    body = text[head.end() :] if head else text
    text = _set_apart(body)
    cut = _PAGE.sub(out, text)
    document = transcript.parse(cut, name, key, entries, warnings)
    document = with_rest(narrated(document), lines, "a line of the printer")
    return with_rest(document, pages, "page number")._replace(format=format)


def _set_apart(text: str) -> str:
    """The text with a blank line above each line that is set in a little, where a record begins its paragraphs so."""
    lines = text.split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    indents = [one for one in indents if one <= _FIRST_LINE]  # not what is quoted or in the middle
    if indents.count(0) < 0.4 * len(indents) or not any(1 <= one <= _FIRST_LINE for one in indents):
        return text
    return re.sub(rf"(?<=\S)[ \t]*\n(?=[ \t]{{1,{_FIRST_LINE}}}\S)", "\n\n", text)


def with_rest(document: Document, rest: Iterable[str], why: str) -> Document:
    """The document with printed lines that belong to no dialogue added at its end."""
    text, residue = document.text, list(document.residue)
    for line in rest:
        text += "\n\n"
        residue.append(Residue(line, Span(len(text), len(text) + len(line)), why))
        text += line
    return document._replace(text=text, residue=tuple(residue))


def narrated(document: Document) -> Document:
    """The document with what clerks and motions do as asides, with what they read out below it."""
    return document._replace(parts=tuple(_part(document.text, part) for part in document.parts))


def _part(text: str, part: Part) -> Part:
    return part._replace(turns=tuple(_turn(text, turn) for turn in part.turns))


def _turn(text: str, turn: Turn) -> Turn:
    made: list[Passage] = []
    reading = False
    for number, passage in enumerate(turn.passages):
        set_in = bool(passage.spans) and _indent(text, passage.spans[0].start) >= _SET_IN
        doing = number > 0 and passage.kind is Kind.SPEECH and bool(_DOING.fullmatch(passage.text))
        reading = passage.text.endswith(":") if doing else reading and set_in
        made.append(passage._replace(kind=Kind.ASIDE) if doing or reading else passage)
    return turn._replace(passages=tuple(made))


def _indent(text: str, start: int) -> int:
    above = text[max(0, start - _DEEPEST) : start]
    line = above.rfind("\n") + 1
    return len(above) - line if not above[line:].strip() else 0
