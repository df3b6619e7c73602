"""A page of HTML as a list of blocks: headings, possible labels, speech, directions, notes.

Knows elements; not who speaks. The tree is walked without recursion, so nesting costs nothing. Nothing is fetched: of
links only the words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

from lxml import etree

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.html import name_elements
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.html.html_elements import (
    BLOCKS,
    NO_TYPES,
    SIGN,
    is_aside,
    is_mark,
    is_mark_in_brackets,
    tag_of,
    types,
    words_of,
)
from tui_reader.formats.html.raised_text import raised
from tui_reader.formats.html.run_draft import RunDraft
from tui_reader.formats.html.unread_elements import HIDDEN, INLINE, UNSEEN, unread
from tui_reader.named_tuple import NamedTuple

_SPACE = re.compile(r"\s+")
_DIRECTIONS = frozenset(("stage-direction",))
_NOTES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_NOTE_SECTIONS = frozenset(("footnotes", "endnotes", "rearnotes", "doc-endnotes"))
_NOTE_MARKS = frozenset(("noteref", "doc-noteref"))
_VERSE = frozenset(("verse", "poem", "song", "hymn", "lyrics"))
_PERSONAE = frozenset(("dt", "td", "th", "p", "div", "li", "header"))
_ITALICS = frozenset(("i", "em"))
_WITH_NAMES = ("text", "item", "heading")
"""Kinds of blocks that may begin with a name."""
_LONGEST_SIGN = 2
"""Characters of a picture's description that are a letter or a sign of the text."""


class _Open(NamedTuple):
    """An element that is open and changes what stands in it."""

    element: Any
    kind: str | None
    is_aside: bool
    has_notes: bool


def blocks(root: Any) -> list[HtmlBlock]:
    """The blocks of a page in order."""
    return _Scan(root).found


def scanned(root: Any) -> tuple[list[HtmlBlock], int]:
    """The blocks of a page in order, and the characters of what the page hides."""
    scan = _Scan(root)
    return scan.found, scan.hidden


class _Scan:
    """One way through the tree."""

    def __init__(self, root: Any) -> None:
        self.found: list[HtmlBlock] = []
        self.hidden = 0
        """Characters of parts that the page itself hides."""
        self._run = RunDraft()
        self._begins = True
        self._open: list[_Open] = []
        self._kinds = ["text"]
        self._outside = self._among_notes = self._italics = self._quoted = 0
        self._target = self._id = self._style = ""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Any = None
        for event, element in walk:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                skipped = None
                self._say(element.tail)
            elif self._start(element):
                self._say(element.text)
            else:
                walk.skip_subtree()
                skipped = element
        self._flush()

    def _say(self, words: str | None) -> None:
        if words:
            if self._kinds[-1] != "pre" and ("  " in words or not words.isprintable()):
                words = _SPACE.sub(" ", words)
            self._run.add(words, self._italics > 0)

    def _quote(self, sign: str) -> None:
        """Add the quotation mark that browsers print where a `q` begins or ends."""
        self._run.add(sign, self._italics > 0)

    def _flush(self, begins: bool = True) -> None:
        if self._run.has_content:
            target, kind = self._target or self._id, self._kinds[-1]
            if kind == "heading" and not self._begins:
                kind = "beside"
            outside, style = self._outside > 0, self._style if self._begins else ""
            slanted = self._run.is_slanted
            self.found.append(
                HtmlBlock(
                    kind,
                    self._run.pieces,
                    self._begins,
                    outside,
                    target,
                    style=style,
                    slanted=slanted,
                    quoted=self._quoted > 0,
                )
            )
            self._begins, self._id = begins, ""
        elif begins:
            self._begins = True
        self._run = RunDraft()

    def _start(self, element: Any) -> bool:
        """Whether the words in an element are to be walked through; else it is taken whole, or left out."""
        tag = tag_of(element)
        if not tag or tag in UNSEEN:
            return False
        attributes = element.keys()
        said = types(element) if attributes else NO_TYPES
        why = unread(element, tag, said)
        if why:
            self._leave(element, tag, why)
            return False
        if self._take_inline(element, tag, said):
            return False
        is_block = tag in BLOCKS
        if is_block:
            self._flush()
        if is_block or (tag == "a" and not self._run.pieces):
            self._id = element.get("id") or element.get("name") or self._id
        if is_block:
            self._style = name_elements.style_of_block(element, tag)
            if attributes and (role := name_elements.role_of(element, tag)):
                self.found.append(HtmlBlock("role", [], outside=self._outside > 0, name=role))
        if attributes and element.get("class") and self._take_by_class(element, tag):
            return False
        self._enter(element, tag, said)
        self._italics += tag in _ITALICS
        if tag == "q":
            self._quote("“")
        self._quoted += tag == "blockquote"
        return True

    def _leave(self, element: Any, tag: str, why: str) -> None:
        """Keep what the page shows and nobody says, and what it hides, which is counted as well."""
        words = words_of(element)
        if not words:
            return
        if why is HIDDEN:
            self.hidden += len(words)
        if tag in INLINE or (tag not in BLOCKS and tag not in ("nav", "select", "button", "textarea")):
            self._run.add(Rest(words, why))
        else:
            self._flush(begins=tag != "button")
            self.found.append(HtmlBlock("rest", [Rest(words, why)]))

    def _enter(self, element: Any, tag: str, said: Set[str]) -> None:
        """Go into an element that may change what stands in it."""
        kind, aside, has_notes = self._kind(element, tag, said), is_aside(element, tag, said), said & _NOTE_SECTIONS
        if not (kind or aside or has_notes):
            return
        opened = _Open(element, kind, aside, bool(has_notes))
        self._flush(begins=tag in BLOCKS or opened.is_aside)
        self._open.append(opened)
        self._outside += opened.is_aside
        self._among_notes += opened.has_notes
        if opened.kind:
            self._kinds.append(opened.kind)
            if opened.kind == "note":
                self._target = element.get("id") or ""

    def _kind(self, element: Any, tag: str, said: Set[str]) -> str | None:
        if said & _NOTES or (self._among_notes and tag == "li" and element.get("id")):
            return "note"
        if self._kinds[-1] == "note":
            return None
        if said & _DIRECTIONS or name_elements.is_direction(element):
            return "aside"
        if tag in _PERSONAE and "persona" in said:
            return "label"
        if tag == "dt":
            return "term"
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return "heading"
        if tag == "pre":
            return "pre"
        if said & _VERSE:
            return "verse"
        if tag in ("td", "th") and name_elements.is_cell_of_name(element):
            return "cell"
        return "item" if tag == "li" else None

    def _end(self, element: Any) -> None:
        tag = tag_of(element)
        self._italics -= tag in _ITALICS
        if tag == "q":
            self._quote("”")
        if tag == "br" and not self._run.end_line():
            self._flush()
        ended = self._open.pop() if self._open and self._open[-1].element is element else None
        if tag in BLOCKS:
            self._flush()
            self._style = ""
            self._quoted -= tag == "blockquote"
        elif ended:
            self._flush(begins=ended.is_aside)
        if not ended:
            return
        self._outside -= ended.is_aside
        self._among_notes -= ended.has_notes
        if ended.kind and self._kinds.pop() == "note":
            self._target = ""

    def _take_inline(self, element: Any, tag: str, said: Set[str]) -> bool:
        """Take an element whole that stands in a line: a reference, a time, a power, a name; False for all others."""
        run = self._run
        if said & _NOTE_MARKS:
            words = words_of(element)
            run.add(Ref(element.get("href") or words, words))
        elif tag == "a" and run.has_content and is_mark(element):
            run.add(Ref(element.get("href"), SIGN.sub(r"[\1]", words_of(element))))
        elif tag == "a" and is_mark_in_brackets(element) and run.take_bracket():
            run.add(Ref(element.get("href"), f"[{words_of(element)}]"))
            element.tail = str(element.tail)[1:]
        elif tag == "sup":
            return self._take_raised(element)
        elif tag == "img":
            self._show(element)
        elif tag == "time" or name_elements.is_when(element, tag):
            words = words_of(element)
            run.add(Rest(words, "a time stamp") if name_elements.is_clock(words) else words)
        else:
            return tag not in BLOCKS and self._take_name(element, tag, said)
        return True

    def _take_raised(self, element: Any) -> bool:
        found = raised(element, self._run.end)
        if isinstance(found, Ref) and not self._run.has_content:
            if not self._begins:
                return False
            self._id = found.note.removeprefix("#")
            found = f"{found.printed} "
        if found is not None:
            self._run.add(found)
        return found is not None

    def _show(self, element: Any) -> None:
        """Keep the description of a picture; one letter or sign is a part of the text."""
        words = " ".join(str(element.get("alt") or "").split())
        if words:
            self._run.add(words if len(words) <= _LONGEST_SIGN else Rest(f" {words} ", "what a picture shows"))

    def _take_name(self, element: Any, tag: str, said: Set[str]) -> bool:
        """Take an inline element that may hold a name and begins a line."""
        run = self._run
        if (
            self._kinds[-1] not in ("text", "item", "heading")
            or not (self._begins or run.has_lines)
            or not name_elements.may_precede(run.line)
        ):
            return False
        if name_elements.is_who(element, tag):
            kind = "who"
        elif self._kinds[-1] == "heading":
            kind = ""
        else:
            kind = name_elements.kind_of_name(element, tag, said, run.line.rstrip()) or ""
        if kind:
            self._take_label(element, tag, kind)
        return bool(kind)

    def _take_by_class(self, element: Any, tag: str) -> bool:
        """Take a block whose class says that it holds a name."""
        taken = tag in BLOCKS and self._kinds[-1] in ("text", "item") and name_elements.is_who(element, tag)
        if taken:
            self._take_label(element, tag, "who")
        return taken

    def _take_label(self, element: Any, tag: str, kind: str) -> None:
        words = words_of(element)
        before = tuple(self._run.cut_line())
        self._flush()
        if tag == "cite" and "".join(one for one in before if isinstance(one, str)).strip() == "<":
            _, sign, element.tail = str(element.tail or "").partition(">")
            words, before = f"<{words}{sign}", ()
        style = "item" if self._kinds[-1] == "item" else ""
        if kind in ("styled", "alone"):
            style = f"{kind} {self._style} {name_elements.style_of(element, tag)}"
        slanted = tag in _ITALICS
        self.found.append(
            HtmlBlock(
                kind,
                [words],
                True,
                self._outside > 0,
                "",
                before,
                style,
                slanted=slanted,
                quoted=self._quoted > 0,
            )
        )
        self._begins = False
