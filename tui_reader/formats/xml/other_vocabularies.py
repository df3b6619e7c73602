"""XML of a vocabulary that no other module knows: names of its elements and attributes tell who speaks.

A turn is an element that names its speaker, in an attribute (`<turn speaker="Ann">`) or in its first child
(`<speech><speaker>Ann</speaker>`); ids are looked up where the file gives their names. Without turns the text is one
narrator's, and a warning says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from tui_reader.cleaning import clean
from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.printed_pieces import ABOUT_SPEAKER
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, DeclaredPerson
from tui_reader.formats.headings import slug
from tui_reader.formats.labels.bare_name import ELEMENT, bare_name
from tui_reader.formats.xml.element_labels import (
    LONGEST_LABEL,
    PARAGRAPHS,
    SPEAKER,
    TURNS,
    announces,
    apart,
    attribute,
    holds_turns,
    is_label,
    is_leaf,
    name_in,
    printed_in,
    words_in,
)
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FORMAT = "xml"
_SAYING = ("speakername", "speaker", "who", "by", "spk", "speakerid", "participant", "character", "agent", "sender")
"""Attributes that say who speaks, the plainest first."""
_NAMES = ("name", "showas", "displayname", "fullname", "label")
"""Attributes of an element with an id that give a person's name."""
_DIRECTIONS = _set(
    "stage stagedir stage-direction direction action event noise vocal kinesic incident background note omit"
)
_FURNITURE = _set("page_number pagenumber page-number pageno page.no")
_ABOUT = _set("header meta metadata info prolog bookinfo articleinfo docinfo identification references preface")
_SKIPPED = _set("style script binaryobject graphic")
_WORDS = _set("w word token tok")
_HEADING = re.compile(r"(?:.*-)?(?:title|heading|subtitle|caption)|head|doctitle|h[1-6]")
_LONGEST_HEADING = 300
_SENTENCE = 4
"""Spaces from which an attribute's value may be a sentence."""
_MANY = 20
"""Words in attributes from which it is told that they are not read."""
_TOP = 2
"""How deep the title of the whole can stand; deeper ones are of its parts."""


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a file. Raises DocumentError for one without words, or that is not safe to read."""
    xml = parse_xml(text, name)
    reader = _Reader(Builder(name, key, FORMAT, entries, [*warnings, *xml.warnings]), xml.root)
    reader.read(xml.root)
    document = reader.builder.document()
    if not document.pages:
        raise DocumentError(f"{name}: this XML file holds no text")
    silent = _words_in_attributes(xml.root, reader.said)
    if silent >= _MANY:
        warning = f"{name}: {silent:,} words stand in attributes of the markup and are not read"
        document = document._replace(warnings=(*document.warnings, warning))
    if not document.turns:
        kind = clean(local(xml.root))[:40]
        warning = f"{name}: XML of an unknown kind ({kind}) that says no speakers; the narrator reads it all"
        return document._replace(warnings=(*document.warnings, warning))
    return document


class _Reader:
    """One way through the tree."""

    def __init__(self, builder: Builder, root: Element) -> None:
        self.builder = builder
        self._people = dict(_people(root))
        self.said: set[str] = set()
        """Attributes that are read."""
        self._about = False
        """Whether this is the file's head, which is about the text."""
        self._speaking = self._spoken = False
        """Whether this is in a turn; whether the part has one."""
        builder.language = str(root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang") or "")

    def read(self, element: Element) -> None:
        """Add what an element holds."""
        tag = local(element).casefold()
        if not tag or tag in _SKIPPED:
            return
        if tag in _FURNITURE:
            self.builder.residue(words_in(element), "the number of a page")
            return
        if _HEADING.fullmatch(tag) and is_leaf(element) and (words := words_in(element, _LONGEST_HEADING)):
            top = tag == "doctitle" or sum(1 for _ in islice(element.iterancestors(), _TOP + 1)) <= _TOP
            self._heading(words, top)
            return
        if tag in _ABOUT and not self._about:
            self._part("front", on_demand=True)
            self._about = True
            self._inside(element)
            self._about = False
            self._part("text")
            return
        label = None if self._about else self._label(element, tag)
        if tag in _DIRECTIONS and label is None:
            self._add(Kind.ASIDE, words_in(element))
        elif label is not None:
            (name, printed), who = label
            self.builder.turn(name, printed, who)
            if not printed and (told := self._told(element)):
                self.builder.residue(told, ABOUT_SPEAKER)
            self._speaking = self._spoken = True
            if not any(words.strip() for words in element.itertext()):
                said = attribute(element, ("text", "content", "value"))
                self.said.add(said)
                self._add(Kind.SPEECH, said)
            self._inside(element, label=True)
            self._speaking = announces(element)
        else:
            self._inside(element)

    def _inside(self, element: Element, label: bool = False) -> None:
        """The content of an element: one paragraph where words stand in it beside elements, else its children's."""
        children = [child for child in element if local(child)]
        if label and children and is_label(children[0], element):
            del children[0]
        tag = local(element).casefold()
        whole = tag in PARAGRAPHS and is_leaf(element)
        if not (whole or _mixed(element)):
            for child in children:
                self.read(child)
            return
        run = [element.text or ""]
        read = set(children)
        for child in element:
            inner = local(child).casefold()
            own = inner in _DIRECTIONS or inner in PARAGRAPHS or inner in _FURNITURE
            if child in read and (own or self._label(child, inner)):
                self._say(run)
                self.read(child)
                run = []
            elif child in read:
                raw = "".join(str(words) for words in child.itertext())
                run.append(f" {raw}" if inner in _WORDS or not raw else raw)
            run.append(child.tail or "")
        self._say(run)

    def _say(self, run: list[str]) -> None:
        self._add(Kind.PARAGRAPH, " ".join(clean("".join(run)).split()))

    def _add(self, kind: Kind, words: str) -> None:
        if words and kind is Kind.PARAGRAPH:
            kind = Kind.SPEECH if self._speaking else Kind.ASIDE if self._spoken else kind
        if words:
            self.builder.add(kind, words)

    def _part(self, id: str, heading: str | None = None, on_demand: bool = False) -> None:
        self.builder.part(id, heading, on_demand=on_demand)
        self._spoken = False

    def _heading(self, words: str, top: bool) -> None:
        if self.builder.title is None and top:
            self.builder.title = self.builder.passage(Kind.HEADING, words)
        elif self._about:
            self.builder.add(Kind.HEADING, words)
        else:
            self._part(slug(words), words)

    def _told(self, element: Element) -> str:
        """What the label of a turn tells of its speaker, where it has elements of its own."""
        first = next((child for child in element if local(child)), None)
        return apart(first) if first is not None and is_label(first, element) else ""

    def _label(self, element: Element, tag: str) -> tuple[tuple[str, str], str | None] | None:
        """The label of a turn with what is printed of it, and the speaker's id where the file lists them."""
        given = attribute(element, _SAYING).lstrip("#")
        if tag == SPEAKER and not given and (announces(element) or any(local(child) for child in element)):
            given = attribute(element, _NAMES)
        first = next((child for child in element if local(child)), None)
        printed = ""
        if first is not None and is_label(first, element):
            printed = printed_in(first)
            given = given or name_in(first)
        silent = not any(words.strip() for words in element.itertext())
        if not (given or printed) or (tag not in TURNS and (silent or holds_turns(element)) and not announces(element)):
            return None
        known = self._people.get(given)
        if known:
            role = self._people.get(attribute(element, ("as",)).lstrip("#"))
            self.builder.people.setdefault(given, DeclaredPerson(known, role, (f'The file names "{known}".',)))
        label = bare_name(printed, ELEMENT) or known or given
        return (label, printed), given if known else None


def _words_in_attributes(root: Element, read: Collection[str]) -> int:
    """The words of attributes that look like sentences, but those that are `read`."""
    values = (value for element in root.iter() for value in element.attrib.values() if value.count(" ") >= _SENTENCE)
    sentences = [value.split() for value in values if " ".join(clean(value).split()) not in read]
    plain = [[word for word in words if word.strip(".,;:!?").isalpha()] for words in sentences]
    return sum(len(words) for words, some in zip(sentences, plain, strict=True) if 2 * len(some) > len(words))


def _people(root: Element) -> Iterator[tuple[str, str]]:
    """Names by id: of elements that have an id and, in an attribute or a child, a name."""
    for element in root.iter():
        if not local(element):
            continue
        id = attribute(element, ("id", "eid"))
        name = attribute(element, _NAMES)
        if id and not name:
            named = (child for child in element if local(child).casefold() in ("name", "persname"))
            name = next((words_in(child, LONGEST_LABEL) for child in named), "")
        if id and 0 < len(name) <= LONGEST_LABEL:
            yield id, name


def _mixed(element: Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)
