"""TEI whose markup says who speaks: plays (`sp`), transcribed speech (`u`), dialogues (`said`).

The `who` of a speech is the table of aliases; without it, the labels are merged by the common rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tui_reader.cleaning import clean
from tui_reader.document.model import Kind
from tui_reader.document.people.label_parts import same
from tui_reader.document.people.names import in_list
from tui_reader.formats.builder import Builder, DeclaredPerson, Ref, Rest
from tui_reader.formats.headings import slug
from tui_reader.formats.labels.bare_name import SPEECH, bare_name
from tui_reader.formats.labels.directions import found_at
from tui_reader.formats.tei.persons import Listed
from tui_reader.formats.tei.tei_blocks import QUOTATION, TeiBlock, is_aside
from tui_reader.formats.tei.verse import is_verse, lines, stanzas
from tui_reader.formats.xml.safe_parser import Element

_KINDS = {"l": Kind.VERSE, "lg": Kind.VERSE, "item": Kind.ITEM, "row": Kind.TABLE, "signed": Kind.SIGNATURE,
          "castItem": Kind.ITEM, "person": Kind.ITEM}  # fmt: skip
_SPOKEN = frozenset((Kind.PARAGRAPH, Kind.VERSE, Kind.ITEM, Kind.TABLE, Kind.QUOTATION))
"""Kinds of passages that would be read in the voice of the turn before."""
_FRONT = {"castList": "cast", "listPerson": "cast", "set": "set", "front": "front", "titlePage": "titlePage",
          "back": "back"}  # fmt: skip
"""Elements around what stands outside the play, the closest first, and the id of the part."""
_JOINTS = re.compile(r"[._\s-]+|(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where an id of several words is divided: "Ann_Day", "AnnDay"."""


def fill(builder: Builder, blocks: Sequence[TeiBlock], people: Mapping[str, Listed]) -> None:
    """Give the blocks of a play or a transcript of speech to the builder."""
    speeches = _Speeches(builder, blocks, people)
    for speech, found in groupby(blocks, key=lambda block: block.speech):
        run = list(found)
        if speech is not None:
            speeches.add(speech, run)
        else:
            speeches.announced = [block for block in run if block.tag == "speaker"]
            _between(builder, [block for block in run if block.tag != "speaker"], speeches)


class _Speeches:
    """Adds speech after speech, and knows the labels of all."""

    def __init__(self, builder: Builder, blocks: Sequence[TeiBlock], people: Mapping[str, Listed]) -> None:
        self._builder, self._people = builder, people
        self.front = ""
        """Where the blocks before stand: outside the play in this part, or in it where empty."""
        self.announced: list[TeiBlock] = []
        """Who speaks next, where that is printed before the speech and not in it."""
        self._last: dict[str, str] = {}
        self._plain = {same(bare_name(block.text, SPEECH)) for block in blocks if block.tag == "speaker"}
        self._plain |= {same(person.name) for person in people.values()}

    def add(self, speech: Element, blocks: list[TeiBlock]) -> None:
        """One turn: its label, directions in it, what is said."""
        self.front = ""
        ids = _who(speech)
        who = " & ".join(ids) or None
        printed = [block for block in blocks if block.tag == "speaker"] or self.announced
        self.announced = []
        texts, direction = self._divided([block.text for block in printed])
        label = " & ".join(bare_name(text, SPEECH) for text in texts)
        known = _known(ids, self._people)
        plain = " & ".join(_words_of(id) for id in ids)
        if not label:
            label = self._last.get(who or "") or (known.name if known and known.name else plain or "Speaker")
        elif who:
            self._last[who] = label
        if who is not None and who not in self._builder.people:
            short = len(label) < len(plain) and plain.casefold().startswith(label.casefold())
            self._builder.people[who] = known or DeclaredPerson(plain if short else label)
        self._builder.turn(label, " & ".join(texts), who)
        if direction:
            self._builder.add(Kind.ASIDE, direction)
        hung = [ref for block in printed for ref in block.run() if isinstance(ref, Ref)]
        for group in stanzas([block for block in blocks if block.tag != "speaker"]):
            self._builder.add(_spoken(group[0]), [*hung, *lines(group)])
            hung = []
        for ref in hung:
            self._builder.add(Kind.SPEECH, [Rest("·", "nothing is said here"), ref])

    def _divided(self, texts: list[str]) -> tuple[list[str], str]:
        """The printed labels, and the direction after the comma or in brackets: "ELMIRE, to her husband"."""
        found = found_at(texts[0], 0, len(texts[0].rstrip(".: ")), 0) if len(texts) == 1 else None
        if found and found.direction and not found.numbered and texts[0][found.direction.start] in "([（":
            return [found.text], texts[0][found.direction.start :]
        name, comma, rest = texts[0].partition(",") if len(texts) == 1 else ("", "", "")
        if rest.strip() and not rest.strip()[0].isupper() and same(name) in self._plain:
            return [name + comma], rest.strip()
        return texts, ""


def _between(builder: Builder, blocks: Sequence[TeiBlock], speeches: _Speeches) -> None:
    """What stands between speeches: headings, stage directions; casts and prefaces on demand."""
    for group in stanzas(blocks):
        block = group[0]
        names = {one.partition(":")[0] for one in block.within}
        outside = next((part for name, part in _FRONT.items() if name in names), "")
        demand = bool(outside) and outside != "set"
        if outside == "cast":
            builder.named += in_list([one.text for one in group if one.tag in ("castItem", "person")])
        if block.tag == "head" and outside == "cast" == speeches.front:
            builder.add(Kind.HEADING, block.run())
        elif block.tag == "head":
            builder.part(outside if outside == "cast" else outside or slug(block.text), block.run(), on_demand=demand)
            speeches.front = outside
        else:
            if outside and speeches.front != outside:
                builder.part(outside, on_demand=demand)
            elif not outside and speeches.front:
                builder.part("text")
            speeches.front = outside
            kind = _kind(block)
            # Between two speeches it is the narrator's, and no more of the speech before.
            builder.add(Kind.ASIDE if builder.in_turn and kind in _SPOKEN else kind, lines(group))


def _kind(block: TeiBlock) -> Kind:
    if is_aside(block.within):
        return Kind.ASIDE
    kind = _KINDS.get(block.tag, Kind.PARAGRAPH)
    return Kind.QUOTATION if kind is Kind.PARAGRAPH and QUOTATION in block.within else kind


def _spoken(block: TeiBlock) -> Kind:
    if is_aside(block.within):
        return Kind.ASIDE
    return Kind.VERSE if is_verse(block) else Kind.QUOTATION if QUOTATION in block.within else Kind.SPEECH


def _who(speech: Element) -> list[str]:
    """The ids of those who speak: said of the speech, or of the utterance in it."""
    given = next((who for one in _with_first_child(speech) if (who := one.get("who"))), "")
    return [id for one in clean(str(given)).split() if (id := one.rpartition("#")[2])]


def _with_first_child(speech: Element) -> Iterator[Element]:
    yield speech
    yield from speech.iterchildren("{*}u")


def _words_of(id: str) -> str:
    """An id as a person would write the name in it: "AnnDay" and "Ann_Day" are "Ann Day"."""
    return " ".join(word for word in _JOINTS.split(id) if word) or id


def _known(ids: Sequence[str], people: Mapping[str, Listed]) -> DeclaredPerson | None:
    found = [people[one] for one in ids if one in people]
    if not found or len(found) < len(ids):
        return None
    name = " & ".join(person.name for person in found)
    return DeclaredPerson(name, found[0].role if len(found) == 1 else None, (f'The list of persons names "{name}".',))
