"""A page of HTML as a list of blocks: headings, labels, speech, directions, notes. Knows elements; not who speaks.

The tree is walked without recursion, so nesting costs nothing. Nothing is fetched: of links only the words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any, NamedTuple

from lxml import etree

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.html.html_elements import SIGN, is_aside, is_hidden, is_mark, types, words_of
from tui_reader.formats.html.run_draft import RunDraft
from tui_reader.formats.labels.clock_times import IN_ELEMENT


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPACE = re.compile(r"\s+")
_UNSEEN = _set("""head script style template noscript iframe""")
"""What a page does not show."""
_UNREAD = {
    "nav": "links of the page", "button": "a button", "select": "choices of the page", "svg": "words in a picture",
    "rt": "how a character is read", "rp": "how a character is read",
}  # fmt: skip
"""What a page shows and nobody says."""
_HIDDEN = "hidden by the page"
_WHO = re.compile(
    r"(?:^|[\s_-])(?:speaker|author|sender|from|nick|nickname|username|talker|interviewe[er])(?:$|[\s_-])"
)
"""Classes of elements that hold a name."""
_WHEN = re.compile(r"(?:^|[\s_-])(?:timestamp|timecode|date|time)(?:$|[\s_-])")
_CLOCK = re.compile(IN_ELEMENT)
_IRC = re.compile(r"<[^<>\s]{1,40}>")
_BLOCKS = _set(
    """html body p div section article header footer main aside table thead tbody tfoot tr td th caption ul ol
    li dl dt dd blockquote figure figcaption hr h1 h2 h3 h4 h5 h6 hgroup address pre details summary center"""
)
_CLASSED = _set("""div span p td li b strong a h3 h4 h5""")
"""Elements whose class may say that they hold a name or a time."""
_LONGEST_NAME = 64
"""Characters of a name."""
_EMPHASIS = _set("""b strong i em u span font cite""")
_DIRECTIONS = frozenset(("stage-direction",))
_NOTES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_NOTE_SECTIONS = frozenset(("footnotes", "endnotes", "rearnotes", "doc-endnotes"))
_VERSE = frozenset(("verse", "poem", "song", "hymn", "lyrics"))
_BACKLINKS = frozenset(("backlink", "doc-backlink", "referrer"))


class HtmlBlock(NamedTuple):
    """A stretch of one kind, in the order of the page."""

    kind: str
    """"heading", "label", "soft" (emphasised words before a colon), "term" (of a list), "who" (by its class), "aside",
    "item", "verse", "text", "pre", "note" or "rest" (shown and not said)."""
    run: list[str | Ref | Rest]
    begins: bool = True
    """Whether a paragraph begins here, and it does not go on from an inline direction or label."""
    outside: bool = False
    """Whether it stands in a section that is read only on demand, such as an imprint or a cast."""
    target: str = ""
    """The id that references to it name."""

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join("".join(one for one in self.run if isinstance(one, str)).split())


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
        self._run = RunDraft()
        self._begins = True
        self._kinds: list[str] = ["text"]
        self._outside = 0
        self._among_notes = 0
        self._target = self._id = ""
        self._asked: Any = None
        self._answer: Set[str] = frozenset()
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Any = None
        self.hidden = 0
        """Characters of parts that the page itself hides."""
        for event, element in walk:
            tag = (element.tag.rpartition("}")[2] or element.tag).lower() if isinstance(element.tag, str) else ""
            if event == "start":
                if (
                    not tag
                    or tag in _UNSEEN
                    or tag in _UNREAD
                    or is_hidden(element)
                    or self._types(element) & _BACKLINKS
                ):
                    self._leave(element, tag)
                    walk.skip_subtree()
                    skipped = element
                    continue
                self._start(element, tag)
                if self._is_unit(element, tag):
                    self._unit(element, tag)
                    walk.skip_subtree()
                    skipped = element
                    continue
                self._say(element.text)
            elif element is skipped:
                skipped = None
                self._say(element.tail)
            else:
                self._end(element, tag)
                self._say(element.tail)
        self._flush()

    def _types(self, element: Any) -> Set[str]:
        """As `types`, which is asked for several times at each element and found out once."""
        if element is not self._asked:
            self._asked, self._answer = element, types(element)
        return self._answer

    def _leave(self, element: Any, tag: str) -> None:
        """Keep what the page shows and nobody says, and what it hides, which is counted as well."""
        words = words_of(element) if tag else ""
        if not words or tag in _UNSEEN:
            return
        if is_hidden(element):
            self.hidden += len(words)
            rest = Rest(words, _HIDDEN)
        else:
            rest = Rest(words, _UNREAD.get(tag, "rest of a web link"))
        if tag in ("rt", "rp") or (rest.why is _HIDDEN and tag not in _BLOCKS):
            self._run.add(rest)
        else:
            self._flush(begins=tag in ("nav", "select") or rest.why is _HIDDEN)
            self.found.append(HtmlBlock("rest", [rest]))

    def _say(self, words: str | None) -> None:
        if words:
            self._run.add(_SPACE.sub(" ", words) if self._kinds[-1] == "verse" else words)

    def _flush(self, begins: bool = True) -> None:
        if self._run.has_content:
            target = self._target or self._id
            self.found.append(HtmlBlock(self._kinds[-1], self._run.pieces, self._begins, self._outside > 0, target))
            self._begins, self._id = begins, ""
        elif begins:
            self._begins = True
        self._run = RunDraft()

    def _kind(self, element: Any, tag: str) -> str | None:
        said = self._types(element)
        if said & _NOTES or (self._among_notes and tag == "li" and element.get("id")):
            return "note"
        if self._kinds[-1] == "note":
            return None
        if said & _DIRECTIONS:
            return "aside"
        if tag in ("dt", "td", "th", "p", "div", "li", "header") and "persona" in said:
            return "label"
        if tag == "dt":
            return "term"
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return "heading"
        if tag == "pre":
            return "pre"
        if said & _VERSE:
            return "verse"
        return "item" if tag == "li" else None

    def _start(self, element: Any, tag: str) -> None:
        self._among_notes += bool(self._types(element) & _NOTE_SECTIONS)
        if is_aside(element, tag, self._types(element)):
            self._flush()
            self._outside += 1
        kind = self._kind(element, tag)
        if tag in _BLOCKS:
            self._flush()
        elif kind:
            self._flush(begins=False)
        if tag in _BLOCKS or (tag == "a" and not self._run.pieces):
            self._id = element.get("id") or element.get("name") or self._id
        if kind:
            self._kinds.append(kind)
            if kind == "note":
                self._target = element.get("id") or ""

    def _end(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._run.add("\n")
        kind = self._kinds[-1]
        outer = self._kinds[-2] if len(self._kinds) > 1 else None
        own = None
        if outer is not None:
            popped = self._kinds.pop()
            own = self._kind(element, tag)
            self._kinds.append(popped)
        if tag in _BLOCKS:
            self._flush()
        elif own == kind:
            self._flush(begins=False)
        if own is not None and own == kind:
            self._kinds.pop()
            if kind == "note":
                self._target = ""
        if is_aside(element, tag, self._types(element)):
            self._outside -= 1
        self._among_notes -= bool(self._types(element) & _NOTE_SECTIONS)

    def _is_unit(self, element: Any, tag: str) -> bool:
        """Whether an element is taken whole: a reference, a time, emphasised words that may be a label."""
        if tag == "time" or self._types(element) & {"noteref", "doc-noteref"}:
            return True
        if tag == "a" and self._run.has_content and is_mark(element):
            return True
        by_class = self._is_unit_by_class(element, tag)
        if by_class is not None:
            return by_class
        before = self._run.begins_with
        return self._is_nickname(element, tag, before) or (
            not before and self._begins and tag in _EMPHASIS and self._may_be_label(element, tag)
        )

    def _is_unit_by_class(self, element: Any, tag: str) -> bool | None:
        """Whether an element is a name or a time by its class; None where that says neither."""
        named = str(element.get("class") or "").casefold()
        if not named or tag not in _CLASSED:
            return None
        words = words_of(element, _LONGEST_NAME)
        if _WHO.search(named) and self._kinds[-1] in ("text", "item", "heading") and len(words) <= _LONGEST_NAME:
            return len(words) > 1
        return True if _WHEN.search(named) and _CLOCK.fullmatch(words) else None

    def _is_nickname(self, element: Any, tag: str, before: str) -> bool:
        """Whether it is the name of a chat in a `cite`, with or without the signs around it: `<zed>`."""
        if tag != "cite" or not self._begins or before not in ("", "<"):
            return False
        words = f"{before}{words_of(element, _LONGEST_NAME)}{(element.tail or '').lstrip()[: len(before)]}"
        return bool(_IRC.fullmatch(words))

    def _may_be_label(self, element: Any, tag: str) -> bool:
        """Whether emphasised words at the start of a paragraph have what a label has: a colon, or a role."""
        if self._kinds[-1] not in ("text", "item"):
            return False
        words = words_of(element, _LONGEST_NAME)
        if words in ("Q", "A") and tag in ("b", "strong"):
            return True
        if not 1 < len(words) <= _LONGEST_NAME:
            return False
        after = (element.tail or "").lstrip()[:1]
        return words.endswith((":", "：")) or after in (":", "：") or "persona" in self._types(element)

    def _unit(self, element: Any, tag: str) -> None:
        words = words_of(element)
        named = str(element.get("class") or "").casefold()
        if (tag == "time" or _WHEN.search(named)) and _CLOCK.fullmatch(words):
            self._run.add(Rest(words, "a time stamp"))
        elif tag == "time":
            self._run.add(words)
        elif _WHO.search(named) and tag != "cite":
            if tag in _BLOCKS and self._kind(element, tag):
                self._kinds.pop()
            self._flush()
            self.found.append(HtmlBlock("who", [words], True, self._outside > 0))
            self._begins = False
        elif self._types(element) & {"noteref", "doc-noteref"}:
            self._run.add(Ref(element.get("href") or words, words))
        elif tag == "a" and is_mark(element):
            self._run.add(Ref(element.get("href"), SIGN.sub(r"[\1]", words)))
        elif tag == "cite" and self._run.begins_with == "<":
            self._run = RunDraft()
            _, sign, element.tail = str(element.tail or "").partition(">")
            self.found.append(HtmlBlock("label", [f"<{words}{sign}"], True, self._outside > 0))
            self._begins = False
        else:
            self._flush(begins=False)
            if element.tail and element.tail.lstrip()[:1] in ("：", ":") and words[-1] not in ":：":
                _, sign, rest = element.tail.partition(element.tail.lstrip()[0])
                words, element.tail = words + sign, rest
            kind = "label" if tag == "cite" or "persona" in self._types(element) else "soft"
            self.found.append(HtmlBlock(kind, [words], True, self._outside > 0))
            self._begins = False
