"""The paragraphs of a Markdown file given to the builder: turns, headings, notes, and what is no dialogue.

Takes each paragraph with its label, where it has one; does not decide which have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_gutenberg_line, is_structure, rest_of_page, slug
from tui_reader.formats.markdown.emphasised_names import MarkdownLabel
from tui_reader.formats.markdown.inline import runs
from tui_reader.formats.transcript.part_headings import around_turns

HEADING = re.compile(r"(?P<sign>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:[^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^(?P<mark>[\w-]{1,40})\]:[ \t]*")
_FIELD = re.compile(r"(?:>[ \t]?)?\*\*[^*\n]{1,64}(?::\*\*|\*\*:)")
_RESOLUTION = re.compile(r">[ \t]?\*\*\*[^*\n]+\*\*\*")
_DEEPEST = 6
"""The level of the smallest headings."""


class Line(NamedTuple):
    """A paragraph, with its label if it begins with one."""

    label: MarkdownLabel | None
    words: str


class Body:
    """Goes through the paragraphs once."""

    def __init__(self, builder: Builder, paragraphs: Sequence[Line], level: int | None) -> None:
        """Headings below `level`, that of the labels where those are headings, belong to the turns."""
        self._builder = builder
        self._paragraphs = paragraphs
        self._below = level or _DEEPEST
        turns = [index for index, line in enumerate(paragraphs) if line.label]
        self._has_turns = bool(turns)
        self._first, last = (turns[0], turns[-1]) if turns else (0, len(paragraphs))
        headings = [index for index, line in enumerate(paragraphs) if not line.label and HEADING.match(line.words)]
        edition = [index for index, line in enumerate(paragraphs) if is_gutenberg_line(line.words.replace("\n", " "))]
        begin, end = around_turns(edition, self._first, last, len(paragraphs))
        self._opens = max((index for index in headings if begin <= index < self._first), default=begin)
        """Where the section of the first turn begins."""
        self._ends = min((index for index in (*headings, end) if index > last), default=len(paragraphs))
        """Where the section after the last turn begins, or what Project Gutenberg adds."""
        self._on_demand = False
        """Whether the part that goes on is there on demand."""
        self._in_turn = False

    def fill(self) -> None:
        """Give all paragraphs to the builder."""
        for index, line in enumerate(self._paragraphs):
            words = line.words
            note = _NOTE.match(words)
            heading = HEADING.match(words)
            why = rest_of_page(words, anywhere=True)
            if note:
                self._builder.note(note["mark"], words[note.end() :], printed=note[0].strip())
            elif why or not _ATTRIBUTES.sub("", words).strip():
                self._builder.residue(words, why or "a mark for the page")
            elif line.label:
                self._turn(line.label, words)
            elif heading:
                self._heading(index, heading)
            elif self._has_turns and index > self._first and is_structure(words.strip("*_ ")):
                self._division(index, words)
            else:
                self._paragraph(index, words)

    def _is_outside(self, index: int) -> bool:
        """Whether a paragraph stands before or after the sections that hold the turns."""
        return index < self._opens or index >= self._ends

    def _turn(self, label: MarkdownLabel, words: str) -> None:
        if self._on_demand:
            self._part("exchange", None, on_demand=False)
        self._builder.turn(label.name, words[: label.end].strip())
        self._in_turn = True
        self._speak(words[label.end :])

    def _heading(self, index: int, heading: re.Match[str]) -> None:
        """A heading within a turn, the title, or the heading of a part."""
        builder, sign, run = self._builder, heading["sign"], _run(heading["words"])
        if self._in_turn and len(sign) > self._below:
            builder.add(Kind.SPEECH, [Rest(sign, "sign of a heading"), " ", *run])
            return
        if builder.title is None and index < self._first and sign == "#":
            builder.title = builder.passage(Kind.HEADING, run)
        else:
            bare = "".join(one for one in run if isinstance(one, str)).strip()
            self._part(slug(bare), run, self._is_outside(index))
        self._in_turn = False

    def _part(self, id: str, heading: Sequence[str | Ref | Rest] | None, on_demand: bool) -> None:
        self._builder.part(id, heading, on_demand=on_demand)
        self._on_demand = on_demand

    def _division(self, index: int, words: str) -> None:
        """An act or a scene as a paragraph, perhaps in emphasis."""
        bare = words.strip("*_ ")
        sign, _, end = words.partition(bare)
        run: list[str | Ref | Rest] = [bare]
        if sign or end:
            run = [Rest(sign, "sign of a heading"), bare, Rest(end, "sign of a heading")]
        self._part(slug(bare), run, self._is_outside(index))
        self._in_turn = False

    def _paragraph(self, index: int, words: str) -> None:
        """A paragraph of the turn that goes on, or of none."""
        outside = self._is_outside(index)
        if outside or not self._in_turn:
            if outside and not self._on_demand:
                self._part("front" if index < self._first else "back", None, on_demand=True)
                self._in_turn = False
            self._builder.add(Kind.ITEM if re.match(r"[*+-] ", words) else Kind.PARAGRAPH, _run(words))
        elif _FIELD.match(words) or _RESOLUTION.match(words):
            self._builder.add(Kind.ASIDE, _run(words))
        else:
            self._speak(words)

    def _speak(self, words: str) -> None:
        for run, aside in runs(_run(words)):
            self._builder.add(Kind.ASIDE if aside else Kind.SPEECH, run)


def _run(words: str) -> list[str | Ref | Rest]:
    """The words with a page's attributes, `{: #id}`, set apart."""
    made: list[str | Ref | Rest] = []
    at = 0
    for found in _ATTRIBUTES.finditer(words):
        made += [words[at : found.start()], Rest(found[0].strip(), "a mark for the page")]
        at = found.end()
    return [*made, words[at:]]
