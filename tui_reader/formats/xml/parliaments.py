"""Records of parliaments in XML: who is named by one element speaks until the next is named.

What the elements of each are called is in `parliament_vocabularies`; how one names a speaker in `speaker_labels`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.printed_pieces import ABOUT_SPEAKER
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, DeclaredPerson, Rest
from tui_reader.formats.headings import is_bracketed, slug
from tui_reader.formats.xml.parliament_vocabularies import Vocabulary, vocabulary_of
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml
from tui_reader.formats.xml.speaker_labels import SpeakerLabel, label_in, label_in_line, words_of

_CLASSES_OF_NAMES = frozenset(("redner", "N"))
_START = 20_000
"""Characters in which the vocabulary shows itself."""
_SIGN = re.compile(r"(?:\([^()]{1,60}\))?[\s.:]*[-–—]+\s*")
"""Between a label and what is said: "—", or who is in the chair, "(Mr Merrow)—"."""
_HEADING = re.compile(r"HPS-\w*Debate")
"""Classes of headings among the paragraphs of Hansard of Australia."""
_PARAGRAPHS = frozenset(
    ["p", "para", "paratext", "quotepara", "speaking", "recorder", "item", "li", "entry", "h1", "h2", "h3", "h4"]
)


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a record. Raises DocumentError for a file that is none, or holds no words."""
    xml = parse_xml(text, name)
    vocabulary = vocabulary_of(local(xml.root), text[:_START])
    if vocabulary is None:
        raise DocumentError(f"{name}: not the record of a parliament whose XML is known")
    builder = Builder(name, key, "xml", entries, [*warnings, *xml.warnings])
    builder.language = str(xml.root.get("{http://www.w3.org/XML/1998/namespace}lang") or vocabulary.language).lower()
    _Record(builder, vocabulary).read(xml.root)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{name}: this XML file holds no text")
    # The record gives each member one name: those that look alike are different people.
    return document._replace(suggestions=())


class _Record:
    """One way through the tree."""

    def __init__(self, builder: Builder, vocabulary: Vocabulary) -> None:
        self._builder, self._vocabulary = builder, vocabulary
        self._speaker: SpeakerLabel | None = None
        """Who speaks; None for nobody."""
        self._open = False
        """Whether what is added belongs to this speaker's turn."""
        self._headed = ""
        """The heading of the part, which some records print twice."""
        self._people: dict[str, str] = {}
        """By id in the file, what the person is told by."""
        self._taken: set[str] = set()

    def read(self, element: Element) -> None:
        """Add what an element holds."""
        tag = local(element).casefold()
        known = self._vocabulary
        if not tag:
            return
        if tag in known.furniture:
            self._builder.residue(words_of(element), "a page number, a time or the like")
        elif tag in known.about:
            self._about(element)
        elif tag in known.titles and self._builder.title is None and words_of(element):
            self._builder.title = self._builder.passage(Kind.HEADING, words_of(element))
        elif tag in known.headings:
            self._heading(words_of(element))
        elif tag in known.labels or element.get("klasse") in _CLASSES_OF_NAMES:
            self._named(element)
        elif tag in known.asides or str(element.get("klasse") or "").startswith("T_"):
            self._unspoken(element)
        elif _is_paragraph(element):
            self._paragraph(element)
        else:
            self._inside(element, tag)

    def _inside(self, element: Element, tag: str) -> None:
        """The elements in an element; behind a speech goes on whoever spoke before it."""
        if topic := clean(str(element.get("top-id") or "")).strip():
            self._part(slug(topic), topic)
        before = self._speaker
        for child in element:
            self.read(child)
        if tag in self._vocabulary.speeches and self._speaker is not before:
            self._become(before if self._vocabulary.chaired else None)

    def _about(self, element: Element) -> None:
        self._part("front", None, on_demand=True)
        for child in [element] if _has_words(element) else element.iterdescendants():
            if local(child) and (_has_words(child) and not _has_words(child.getparent())):
                self._builder.add(Kind.PARAGRAPH, words_of(child))
        self._part("text", None)

    def _heading(self, words: str) -> None:
        if words:
            self._part(slug(words), words)
            self._speaker, self._headed = None, words

    def _part(self, id: str, heading: str | None, on_demand: bool = False) -> None:
        self._builder.part(id, heading, on_demand=on_demand)
        self._open = False

    def _named(self, element: Element) -> None:
        """An element for who speaks; one that says nothing of it is kept, and not spoken."""
        found = label_in(element)
        if found:
            self._name(found)
        else:
            self._builder.residue(words_of(element), ABOUT_SPEAKER)

    def _name(self, found: SpeakerLabel) -> None:
        self._speaker, self._open = found, False
        if found.rest:
            self._builder.residue(found.rest, ABOUT_SPEAKER)
        self._turn(found.label)

    def _turn(self, printed: str) -> None:
        """Begin a turn of who speaks; `printed` is "" where nothing says so here."""
        assert self._speaker is not None
        label, id, name, role, _ = self._speaker
        who = self._who(id, name or label) if id else None
        if who:
            known = self._builder.people.setdefault(who, DeclaredPerson(name, role, ()))
            if role and not known.role:
                self._builder.people[who] = known._replace(role=role)
        self._builder.turn(label, printed, who)
        self._open = True

    def _who(self, id: str, name: str) -> str:
        """What the person with this id in the file is told by: the first name, if nobody else is."""
        if id not in self._people:
            self._people[id] = f"{name} ({id})" if name in self._taken else name
            self._taken.add(name)
        return self._people[id]

    def _become(self, speaker: SpeakerLabel | None) -> None:
        """Let somebody else speak from here on, without a label."""
        self._speaker, self._open = speaker, False
        self._builder.end_turn()

    def _unspoken(self, element: Element) -> None:
        """A remark, or a division of the house, behind which nobody speaks before a label says so."""
        if _is_paragraph(element):
            self._remark(words_of(element))
            return
        self._become(None)
        for child in element:
            self.read(child)

    def _remark(self, words: str) -> None:
        if words:
            self._builder.add(Kind.ASIDE, words)

    def _paragraph(self, element: Element) -> None:
        if _HEADING.fullmatch(str(element.get("class") or "")) and words_of(element) != self._headed:
            self._heading(words_of(element))
            return
        found = label_in_line(element)
        if found:
            self._name(found[0])
            if found[1]:
                self._builder.residue(found[1], ABOUT_SPEAKER)
            self._say(found[2])
        else:
            self._say(words_of(element))

    def _say(self, words: str) -> None:
        """Add a paragraph to the turn of who speaks, or to the narrator's text."""
        clerks = self._vocabulary.clerks
        if not words:
            return
        if words == self._headed:
            self._builder.residue(words, "the heading, printed again")
        elif self._speaker is None:
            self._builder.add(Kind.PARAGRAPH, words)
        elif is_bracketed(words) or (clerks and clerks.fullmatch(words)):
            self._remark(words)
        else:
            if not self._open:
                self._turn("")
            sign = _SIGN.match(words)
            start = sign.end() if sign else 0
            before = [Rest(words[:start], "the sign behind a label")] if start else []
            self._builder.add(Kind.SPEECH, [*before, words[start:]])


def _is_paragraph(element: Element) -> bool:
    """Whether an element is one paragraph, for it has words of its own or holds no other paragraph."""
    if _has_words(element):
        return True
    inside = (local(one).casefold() for one in element.iterdescendants())
    return local(element).casefold() in _PARAGRAPHS and _PARAGRAPHS.isdisjoint(inside)


def _has_words(element: Element) -> bool:
    """Whether words stand in an element itself, or beside elements in it, so that it is one paragraph."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)
