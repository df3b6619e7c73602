"""The text of a TEI element as blocks in order: paragraphs, headings, verse, items, with what hangs on them.

One walk through the tree. Page breaks and the header are left out, notes are set apart, corrections win over what they
correct. Knows the names of TEI's elements, and not what kind of document it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from tui_reader.cleaning import clean
from tui_reader.formats.builder import Ref, Time
from tui_reader.formats.tei.timeline import Timeline
from tui_reader.formats.xml.safe_parser import Element, local
from tui_reader.named_tuple import NamedTuple

_BLOCK_NAMES = """
    TEI text front body back group floatingText div div0 div1 div2 div3 div4 div5 div6 div7 p ab l lg head list
    item closer signed salute opener dateline byline table row sp u seg speaker stage castList castItem
    castGroup trailer epigraph argument postscript titlePage titlePart docTitle docAuthor docImprint docEdition
    docDate imprimatur addrLine address attachment incident kinesic vocal desc figure set prologue epilogue
    performance annotationBlock listPerson person
"""
QUOTATION = "blockquote"
"""What a quotation is read as that is a paragraph by itself, or holds some."""
_BLOCKS = frozenset((*_BLOCK_NAMES.split(), QUOTATION))
_PARAGRAPHS = frozenset(("p", "ab", "l", "lg", "list"))
_SKIPPED_WORDS = """
    teiHeader standOff facsimile sourceDoc include fallback graphic media fw index figDesc binaryObject xenoData
    certainty respons interpGrp spanGrp
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_SPEECHES = frozenset(("sp", "u", "annotationBlock"))
_QUOTED = frozenset(("said", "q"))
_READ_AS_OTHERS = _QUOTED | {"note", "label", "quote"}
"""Elements that may stand for others."""
ASIDES = frozenset(("stage", "incident", "kinesic", "vocal", "desc"))
"""Elements of what happens and is not said."""
_AROUND_SPEECHES = ASIDES | {QUOTATION}
_POINTS = frozenset(("lb", "choice", "app", "subst"))
"""Elements within a block whose content is not simply its next words."""
_PREFERRED = ("corr", "reg", "expan", "lem", "add")
_PEOPLE = frozenset(("persName", "name", "rs"))
_FOOT = frozenset(("foot", "end", "bottom", "margin"))
_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_STRONG = re.compile(r"strong|bold")
_OFFSET = itemgetter(0)
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Reference(NamedTuple):
    """A stretch of a block that the markup ties to a person."""

    start: int
    end: int
    id: str


class TeiBlock(NamedTuple):
    """A stretch of text of one kind, white space folded."""

    tag: str
    """The block element that holds it: "p"."""
    text: str
    notes: tuple[tuple[int, str], ...]
    """Offsets of notes, and their marks."""
    breaks: tuple[int, ...]
    """Offsets of line breaks that the markup prints."""
    people: tuple[Reference, ...]
    dates: tuple[Reference, ...]
    """Dates with their ISO form as id."""
    owner: Element
    """The block element."""
    speech: Element | None
    """The speech it stands in: `sp`, `u`, a `said` or `q` that is a paragraph of its own."""
    within: frozenset[str]
    """What is around it: "list:participants", "div:scene"."""
    strong: bool
    """Whether all of it is set in bold."""
    times: tuple[tuple[int, Time], ...]
    """Offsets of what was said at a time."""

    def run(self, start: int = 0, end: int | None = None) -> list[str | Ref | Time]:
        """The stretch as text with its marks and times; a mark at its start belongs to it only at the block's start."""
        end = len(self.text) if end is None else end
        if not (self.notes or self.times):
            return [self.text[start:end]] if self.text[start:end] else []
        inside: list[tuple[int, Ref | Time]] = [
            (offset, Ref(mark, "")) for offset, mark in self.notes if start < offset <= end or (offset <= start == 0)
        ]
        inside += [(offset, time) for offset, time in self.times if start <= offset < end]
        pieces: list[str | Ref | Time] = []
        at = start
        for offset, piece in sorted(inside, key=_OFFSET):
            place = max(at, offset)
            pieces += [self.text[at:place], piece]
            at = place
        return [piece for piece in [*pieces, self.text[at:end]] if piece]


def xml_id(element: Element) -> str:
    """The element's xml:id, or TEI P4's id; empty where it has none."""
    return str(element.get(_XML_ID) or element.get("id") or "")


class BlockCollector:
    """Goes through elements; `blocks` and `notes` are what it found."""

    def __init__(
        self, taken: frozenset[str] = frozenset(), transcribed: bool = False, timeline: Timeline | None = None
    ) -> None:
        """`taken` are the numbers that notes print, which no other note is given.

        Where speech is `transcribed`, notes without a number are the clerk's remarks, and stay where they stand; when
        it was said is told by a `timeline`.
        """
        self._transcribed, self._timeline = transcribed, timeline
        self.blocks: list[TeiBlock] = []
        self.notes: list[tuple[str, list[TeiBlock]]] = []
        """Each note's mark, and its blocks."""
        self._numbers = set(taken)
        self._used: set[str] = set()
        self._owners: list[tuple[str, Element]] = []
        """The blocks and notes that are open, each with what it is read as."""
        self._within: frozenset[str] = frozenset()
        self._speech: Element | None = None
        self._spoken: dict[Element, bool] = {}
        """Of the paragraphs around a quotation, whether they hold nothing else."""
        self._begin()

    def _begin(self) -> None:
        self._words: list[str] = []
        self._length = self._bold = 0
        self._marks: list[tuple[int, str]] = []
        self._breaks: list[int] = []
        self._people: list[Reference] = []
        self._dates: list[Reference] = []
        self._times: list[tuple[int, Time]] = []

    def read(self, element: Element) -> None:
        """Add an element's blocks and notes."""
        name = local(element)
        if name in _READ_AS_OTHERS:
            name = self._as_block(element, name)
        if name == "note":  # called from here, for notes within notes take few frames of the stack
            self._note(element)
            return
        if name in _POINTS:
            self._point(element, name)
            return
        if name not in _BLOCKS:
            if name not in _SKIPPED:
                self._inline(element, name)
            return
        self._flush()
        kind = str(element.get("type") or element.get("subtype") or "")
        self._owners.append((name, element))
        around = self._within
        above = self._speech
        speaks = name in _SPEECHES and not (name == "u" and above is not None)
        self._within = _joined(_outside_asides(around) if speaks else around, f"{name}:{kind}" if kind else name)
        if speaks:
            self._speech = element
        self._content(element)
        self._flush()
        self._speech = above
        self._owners.pop()
        self._within = around

    def _as_block(self, element: Element, name: str) -> str:
        """The name of what an element stands for, or else its own: the label of a speech is its speaker."""
        around = element.getparent()
        if name == "quote":
            return QUOTATION if _is_paragraph(element) else name
        if name == "note" and element.get("type") == "speaker":
            return "speaker"
        if name == "note" and self._transcribed and not element.get("n") and element.get("place") not in _FOOT:
            return "stage"
        if name == "label" and around is not None and local(around) == "said" and around is self._speech:
            return "speaker"
        if name == "label" and around is not None and local(around).startswith("div"):
            return "head"
        speaks = name in _QUOTED and self._speech is None and is_turn(element, self._spoken)
        return "sp" if speaks else name

    def _content(self, element: Element, bold: bool = False) -> None:
        if self._timeline:
            self._time(self._timeline, element)
        self._add(element.text, bold)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            tail = child.tail
            if tail and not (tail.isspace() and child.get("join") in ("right", "both")):
                self._add(tail, bold)

    def _inline(self, element: Element, name: str) -> None:
        if name == "cell":
            self._add(" ")
        start, first = self._length, len(self.blocks)
        self._content(element, name == "hi" and _is_strong(str(element.get("rend") or "")))
        if len(self.blocks) == first and start < self._length:
            if name in _PEOPLE:
                target = str(element.get("corresp") or element.get("ref") or element.get("key") or "")
                if target:
                    self._people.append(_new(Reference, (start, self._length, target.lstrip("#"))))
            elif name == "date":
                when = str(element.get("when") or element.get("from") or element.get("notBefore") or "")
                self._dates.append(_new(Reference, (start, self._length, when)))

    def _point(self, element: Element, name: str) -> None:
        """The end of a line, or a place where one of several readings is chosen."""
        if name == "lb":
            self._breaks.append(self._length)
            self._add(" ")
        else:
            best = [child for wanted in _PREFERRED for child in element if local(child) == wanted]
            for child in best[:1] or [child for child in element if local(child)][:1]:
                self.read(child)

    def _time(self, timeline: Timeline, element: Element) -> None:
        """Take the time at which an element is said; of several at one place the last."""
        time = timeline.time(element)
        if time is None:
            return
        last = self._times[-1:]
        if last and last[0][0] == self._length:
            known = self._times.pop()[1]
            time = time._replace(end=known.end if time.end is None else time.end)
        self._times.append((self._length, time))

    def _note(self, element: Element) -> None:
        mark = clean(str(element.get("n") or "")).strip()[:12]
        if not mark or mark in self._used:
            number = len(self._used) + 1
            while (mark := str(number)) in self._numbers or mark in self._used:
                number += 1
        self._used.add(mark)
        self._marks.append((self._length, mark))
        outer = self._words, self._length, self._bold, self._marks, self._breaks, self._people, self._dates
        times = self._times
        blocks, self.blocks = self.blocks, []
        place = len(self.notes)
        self._begin()
        self._owners.append(("note", element))
        self._content(element)
        self._flush()
        self._owners.pop()
        self.notes.insert(place, (mark, self.blocks))
        self.blocks = blocks
        (self._words, self._length, self._bold, self._marks, self._breaks, self._people, self._dates) = outer
        self._times = times

    def _add(self, words: str | None, bold: bool = False) -> None:
        if not words or (not self._length and words.isspace()):
            return
        folded = words
        if "  " in words or not words.isprintable():  # else all its white space is single blanks
            words = clean(words)
            folded = " ".join(words.split())
            if words[:1].isspace() and folded:
                folded = " " + folded
            if words[-1:].isspace():
                folded += " "
        if folded[:1] == " " and (not self._length or self._words[-1][-1:] == " "):
            folded = folded[1:]
        if folded:
            self._words.append(folded)
            self._length += len(folded)
            if bold:
                self._bold += len(folded.replace(" ", ""))

    def _flush(self) -> None:
        if not (self._words or self._marks or self._breaks):
            return
        text = "".join(self._words).rstrip()
        if text or self._marks:
            last = len(text)
            tag, owner = self._owners[-1] if self._owners else ("p", None)
            made = (
                tag,
                text,
                tuple([(min(offset, last), mark) for offset, mark in self._marks]) if self._marks else (),
                tuple([offset for offset in self._breaks if offset < last]) if self._breaks else (),
                tuple(self._people),
                tuple(self._dates),
                owner,
                self._speech,
                self._within,
                self._bold > 0 and self._bold >= last - text.count(" "),
                tuple(self._times) if self._times and last else (),
            )
            self.blocks.append(_new(TeiBlock, made))
        self._begin()


def _is_paragraph(quote: Element) -> bool:
    """Whether a quotation is a paragraph by itself, or holds some, and does not stand in a sentence."""
    around = quote.getparent()
    if "block" in str(quote.get("rend") or "") or any(local(child) in _PARAGRAPHS for child in quote):
        return True
    if around is None or local(around) not in ("p", "ab", "cit"):
        return around is not None and (local(around) in ("sp", "u", "body") or local(around).startswith("div"))
    return len(around) == 1 and not any(words and words.strip() for words in (around.text, quote.tail))


@lru_cache(1 << 12)
def _joined(around: frozenset[str], name: str) -> frozenset[str]:
    """What is around an element, and the element itself."""
    return around | {name}


@lru_cache(1 << 12)
def _outside_asides(around: frozenset[str]) -> frozenset[str]:
    """What is around a speech, without the stage direction or the quotation that it stands in."""
    return frozenset(name for name in around if name.partition(":")[0] not in _AROUND_SPEECHES)


@lru_cache(1 << 8)
def is_aside(around: frozenset[str]) -> bool:
    """Whether a block is a direction, or a part of one: directions may have paragraphs and verse."""
    return any(name.partition(":")[0] in ASIDES for name in around)


@lru_cache(1 << 8)
def _is_strong(rendition: str) -> bool:
    return _STRONG.search(rendition) is not None


def is_turn(said: Element, known: dict[Element, bool]) -> bool:
    """Whether a `said` or `q` is a turn and no quotation in a paragraph: it has a speaker, and its paragraph to itself.

    `known` keeps what was found of each paragraph, for the next `said` in it.
    """
    around = said.getparent()
    if not said.get("who") or around is None:
        return False
    if local(around) not in ("p", "ab"):
        return local(around).startswith("div") or local(around) in ("body", "text")
    if around not in known:
        outside = [around.text, *(child.tail for child in around)]
        known[around] = not any(words and words.strip() for words in outside) and all(
            local(child) in ("said", "q", "milestone", "pb", "lb", "note") for child in around
        )
    return known[around]


def note_numbers(element: Element) -> frozenset[str]:
    """The numbers that the notes below an element print."""
    return frozenset(str(note.get("n") or "") for note in element.iter("{*}note"))
