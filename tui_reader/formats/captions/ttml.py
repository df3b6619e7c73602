"""TTML with its kin, DFXP, IMSC and Apple's transcripts and lyrics: paragraphs with times, and agents who say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.document.model import Kind
from tui_reader.document.writing_systems import unspaced
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime
from tui_reader.formats.captions.ttml_times import Clock
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml
from tui_reader.named_tuple import NamedTuple

_METADATA = "{http://www.w3.org/ns/ttml#metadata}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_SAID = frozenset(("x-translation", "x-roman", "x-romanization"))
"""Roles of spans that say the same again in another language or script."""
_RUBY = "{http://www.w3.org/ns/ttml#styling}ruby"
_SMALL_PRINT = frozenset(("text", "textContainer", "delimiter"))
"""Spans of ruby that say how the words below them are read."""
_SINGERS = re.compile(r"v\d{1,4}", re.IGNORECASE)
"""The keys that Apple's lyrics have for voices without names."""


class _Words(NamedTuple):
    """Words of a paragraph with what is known of them."""

    text: str
    speaker: str | None
    start: float | None
    """Seconds; None for words between timed spans."""
    end: float | None


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The paragraphs in order, with their speakers; sets title and language."""
    xml = parse_xml(text, builder.name)
    builder.warnings += xml.warnings
    builder.language = xml.root.get(_LANGUAGE) or ""
    head = next((one for one in xml.root if local(one) == "head"), None)
    voices = _voices(head) if head is not None else {}
    found = _about(head, builder) if head is not None else []
    reader = _Reader(xml.root, voices)
    for paragraph in xml.root.iter():
        if local(paragraph) == "p":
            found += reader.cue(paragraph)
    return found


def _voices(head: Element) -> dict[str, str]:
    """What the agents are called, by their ids."""
    found: dict[str, str] = {}
    for agent in head.iter():
        key = agent.get(_ID)
        if local(agent) != "agent" or not key:
            continue
        names = [(one.get("type"), one.text.split()) for one in agent if local(one) == "name" and one.text]
        full = [words for kind, words in names if kind == "full"] or [
            [word for kind in ("given", "family") for one, words in names if one == kind for word in words]
        ]
        if name := " ".join(next(filter(None, (*full, *(words for _, words in names))), [])):
            found[key] = name
        elif _SINGERS.fullmatch(key):
            number = len(found) + 1
            found[key] = "Group" if agent.get("type") == "group" else f"Speaker {number}"
    return found


def _about(head: Element, builder: Builder) -> list[CaptionCue]:
    """The words of the head but for the title and the people, as what is not said."""
    found = []
    for element in head.iter():
        words = " ".join((element.text or "").split())
        if not words or not local(element) or local(element) == "name":
            continue
        if local(element) == "title" and builder.title is None:
            builder.title = builder.passage(Kind.HEADING, words)
        else:
            found.append(CaptionCue(words, None, None, (), "about the captions"))
    return found


class _Reader:
    """Reads paragraphs by what the root says of times and blanks."""

    def __init__(self, root: Element, voices: dict[str, str]) -> None:
        self._clock = Clock(root)
        self._voices = voices
        self._divided = _are_divided(root)
        styles = (one for one in root.iter() if local(one) == "style")
        self._ruby = {one.get(_ID): ruby for one in styles if (ruby := one.get(_RUBY))}

    def cue(self, paragraph: Element) -> Iterator[CaptionCue]:
        """The cue of a paragraph; none where it has no words."""
        start, end = self._clock.times(paragraph)
        speaker = next((who for one in (paragraph, *paragraph.iterancestors()) if (who := self._who(one))), None)
        left_out: list[str] = []
        words = list(self._words(paragraph, speaker, left_out, start))
        pieces = tuple(self._pieces(words))
        if pieces or left_out:
            why = "the same in another language or script"
            yield CaptionCue(" ".join(left_out), start, end, pieces, why)

    def _who(self, element: Element) -> str | None:
        key = (element.get(f"{_METADATA}agent") or element.get("agent") or "").split()
        names = [self._voices.get(one, one) for one in key]
        return " and ".join(names) or None

    def _words(
        self, element: Element, speaker: str | None, left_out: list[str], start: float | None
    ) -> Iterator[_Words]:
        if element.text:
            own = self._clock.times(element) if local(element) == "span" else (None, None)
            leaf = not any(local(child) == "span" for child in element)
            begin, end = own if leaf else (None, None)
            if begin is not None and start is not None and begin < start:  # counted from the paragraph's begin
                begin, end = begin + start, end + start if end is not None else None
            yield _Words(element.text, speaker, begin, end)
        for child in element:
            name = local(child)
            if child.get(f"{_METADATA}role") in _NOT_SAID or self._is_small_print(child):
                left_out.append(" ".join("".join(child.itertext()).split()))
            elif name == "br":
                yield _Words("\n", speaker, None, None)
            elif name == "span":
                yield from self._words(child, self._who(child) or speaker, left_out, start)
            elif name not in ("metadata", "set", ""):
                left_out += filter(None, [" ".join("".join(child.itertext()).split())])
            if child.tail:
                yield _Words(child.tail, speaker, None, None)

    def _is_small_print(self, element: Element) -> bool:
        """Whether a span says how words are read: by itself, or by a style."""
        kinds = [element.get(_RUBY), *map(self._ruby.get, (element.get("style") or "").split())]
        return not _SMALL_PRINT.isdisjoint(filter(None, kinds))

    def _pieces(self, words: list[_Words]) -> Iterator[CuePiece]:
        """The words of each voice after the other."""
        text, who = "", None
        times: list[WordTime] = []
        for one in words:
            if one.text.strip() and text.strip() and one.speaker != who:
                yield CuePiece(text, who, who or "", tuple(times))
                text, times = "", []
            who = one.speaker if one.text.strip() else who
            own = one.text if one.text == "\n" else _on_one_line(one.text)
            if self._divided and text[-1:].strip() and own[:1].strip() and one.start is not None:
                text += "" if unspaced(text[-1]) and unspaced(own[0]) else " "
            if one.start is not None and own.strip():
                times.append(WordTime(len(text) + len(own) - len(own.lstrip()), one.start, one.end))
            text += own
        if text.strip():
            yield CuePiece(text, who, who or "", tuple(times))


def _on_one_line(text: str) -> str:
    """The text with each run of white space as one blank, also at its ends."""
    return re.sub(r"\s+", " ", text)


def _are_divided(root: Element) -> bool:
    """Whether timed spans are words even where no blank stands between them.

    In Apple's lyrics they are syllables, and a blank between them counts; so it does where any two have one.
    """
    adjacent = False
    for paragraph in root.iter():
        if local(paragraph) != "p":
            continue
        spans = [one for one in paragraph.iter() if local(one) == "span" and one.get("begin") and _is_leaf(one)]
        if any(one.get("unit", _unit(one)) == "word" for one in spans):
            return True
        for one in spans[:-1]:
            if (one.tail or "").isspace() or one.text != (one.text or "").strip():
                return False
            adjacent = True
    return adjacent


def _unit(span: Element) -> str | None:
    """What Apple's transcripts say that a span is: "word", "sentence"."""
    return next((value for key, value in span.attrib.items() if key.endswith("}unit")), None)


def _is_leaf(span: Element) -> bool:
    return not any(local(child) == "span" for child in span)
