"""TEI in which paragraphs begin with who speaks, as in the FRUS volumes: labels by the rules of plain transcripts.

Lists and fields above the exchange are there on demand, attachments are parts. Knows blocks, not the tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui_reader.document.model import Kind, Span
from tui_reader.document.people.label_parts import same
from tui_reader.document.people.names import in_heading
from tui_reader.formats import headings
from tui_reader.formats.builder import Builder, DeclaredPerson, Rest, Run
from tui_reader.formats.editor_remarks import may_hold_remark, remarks
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.choice import choose_marked
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.tei.participants import namesakes, participants
from tui_reader.formats.tei.persons import LIST, Listed
from tui_reader.formats.tei.quoted_turns import QuotedTurns
from tui_reader.formats.tei.tei_blocks import QUOTATION, TeiBlock
from tui_reader.formats.tei.verse import lines, stanzas
from tui_reader.named_tuple import NamedTuple

_PARAGRAPHS = frozenset(("p", "ab", "seg", "div", "body", QUOTATION))
_new = tuple.__new__
"""The quick way to 100,000 named tuples."""
_LISTS = frozenset(
    ("list:participants", "list:subject", "list:to", "list:from", "list:names", "list:toc", "list:references")
)
_KINDS = {"item": Kind.ITEM, "l": Kind.VERSE, "lg": Kind.VERSE, "row": Kind.TABLE, "signed": Kind.SIGNATURE,
          "closer": Kind.SIGNATURE, "dateline": Kind.DATELINE, "stage": Kind.ASIDE}  # fmt: skip
_FIELD = re.compile(r"[A-Z][A-Za-z/ ]{1,30}:(?:\s|$)")
_FEW_IN_CAPITALS = 0.3
"""Share of a document's paragraphs up to which those in capitals are headings."""
_UP_TO = 40
"""Characters before the sign of a label whose name the markup gives."""
_SENTENCE = re.compile(r"[.?!…][\"”’')\]]*$")


class Labelled(NamedTuple):
    """Blocks with what was found at their starts."""

    blocks: tuple[TeiBlock, ...]
    at: dict[int, LabelCandidate]
    """By index of the block; places are counted in the block's text."""


def label(blocks: Sequence[TeiBlock], title: str, people: Mapping[str, Listed]) -> Labelled:
    """The labels of the blocks, by the convention that fits them best."""
    names = {same(one.surname) for one in in_heading(title)} | {same(one.name) for one in in_heading(title)}
    for one in participants(blocks, people):
        names |= {same(one.surname), same(one.name)}
    names |= _marked(blocks)
    indices, paragraphs, pieces, length = [], [], [], 0
    for index, block in enumerate(blocks):
        if block.text and block.tag in _PARAGRAPHS and not _in_list(block):
            indices.append(index)
            paragraphs.append(Paragraph(length, length + len(block.text), 1, ()))
            pieces.append(block.text)
            length += len(block.text) + 2
    found = choose_marked("\n\n".join(pieces), paragraphs, names)
    at = {indices[i]: _moved(one, paragraphs[i].start) for i, one in found.items()}
    return Labelled(tuple(blocks), _without_fields(at, blocks))


def _without_fields(at: dict[int, LabelCandidate], blocks: Sequence[TeiBlock]) -> dict[int, LabelCandidate]:
    """The labels but those alone in their paragraphs, `MEMBERS:`, where the others have words beside them."""
    alone = {index for index, found in at.items() if _is_blank(blocks[index].text, found.speech)}
    others = {same(found.text) for index, found in at.items() if index not in alone}
    if 2 * len(alone) > len(at):
        return at
    return {index: found for index, found in at.items() if index not in alone or same(found.text) in others}


def _is_blank(text: str, start: int) -> bool:
    """Whether nothing but white space stands from `start` on."""
    return start >= len(text) or (text[start].isspace() and text[start:].isspace())


def _marked(blocks: Sequence[TeiBlock]) -> set[str]:
    """Names that the markup gives to a person where a paragraph begins with them and a colon."""
    names = set()
    for block in blocks:
        first = block.people[0] if block.people and block.tag in _PARAGRAPHS else None
        if first and first.end < _UP_TO and block.text[first.end :].lstrip("] ")[:1] == ":":
            names.add(same(block.text[: first.end].strip("[ ")))
    return names


def _moved(found: LabelCandidate, by: int) -> LabelCandidate:
    text, (start, end), direction, speech, figure, numbered = found
    if direction:
        direction = Span(direction.start - by, direction.end - by)
    span = _new(Span, (start - by, end - by))
    return _new(LabelCandidate, (text, span, direction, speech - by, figure, numbered))


def _in_list(block: TeiBlock) -> bool:
    return not _LISTS.isdisjoint(block.within)


def fill(builder: Builder, labelled: Labelled, people: Mapping[str, Listed]) -> None:
    """Give the blocks to the builder: fields on demand, turns, attachments, signatures.

    `people` are those whom the file lists, by id.
    """
    owners = namesakes(labelled.blocks, labelled.at, people)
    for id in owners.values():
        one = people[id]
        builder.people[id] = DeclaredPerson(one.name, one.role, (f'The {LIST} names "{one.name}".',))
    first = min(labelled.at, default=None)
    big = _headings_in_capitals(labelled)
    filler = _Filler(builder, labelled, first is not None)
    following = 0
    for group in stanzas(labelled.blocks):
        index, block = following, group[0]
        following += len(group)
        before = index < first if first is not None else _in_list(block)
        if index in labelled.at:
            filler.turn(block, labelled.at[index], owners.get(index))
        elif _is_heading(block, before) or (index in big and not before):
            filler.heading(block)
        elif before and _is_front(block):
            filler.front(block, lines(group))
        else:
            filler.words(block, lines(group))


class _Filler:
    """Adds block after block, and knows what stands before."""

    def __init__(self, builder: Builder, labelled: Labelled, has_turns: bool) -> None:
        self._builder, self._has_turns = builder, has_turns
        self._state = ""
        """What the part is: "front", "exchange", "closing", "letter", "section", "text"; empty before the first."""
        self._quotes = not any(QUOTATION in labelled.blocks[index].within for index in labelled.at)
        """Whether a quotation is none of turns."""
        self._quoted = QuotedTurns(
            [labelled.blocks[index].text[found.speech :] for index, found in labelled.at.items()]
        )

    def turn(self, block: TeiBlock, found: LabelCandidate, who: str | None) -> None:
        """A paragraph with a label: the turn up to the end of its quotation, if it is one; `who` is the owner's id."""
        if self._state != "exchange":
            self._builder.part("exchange")
            self._state = "exchange"
        end = self._quoted.end(block.text, found.speech)
        _turn(self._builder, block, found, end, who)
        self._narrate(block, end)

    def heading(self, block: TeiBlock) -> None:
        """The heading of a part, such as an attachment."""
        self._state = _heading(self._builder, block)

    def front(self, block: TeiBlock, run: Run) -> None:
        """A field or a list above the exchange."""
        if self._state != "front":
            self._builder.part("front", on_demand=True)
            self._state = "front"
        self._builder.add(Kind.HEADING if block.tag == "head" else _kind(block), run)

    def words(self, block: TeiBlock, run: Run) -> None:
        """Anything else: what goes on with a turn, what stands in no exchange, a signature."""
        if self._state == "exchange" and block.tag in _PARAGRAPHS:
            end = self._quoted.end(block.text, 0)
            if end:
                is_quotation = self._quotes and QUOTATION in block.within
                _say(self._builder, block, 0, end=end, kind=Kind.QUOTATION if is_quotation else Kind.SPEECH)
            self._narrate(block, end)
            return
        if self._state in ("", "front"):
            self._state = "exchange" if self._has_turns else "text"
            self._builder.part(self._state)
        elif self._state == "exchange" and _kind(block) in (Kind.SIGNATURE, Kind.DATELINE):
            self._end_exchange()
        self._builder.add(_kind(block), run)

    def _narrate(self, block: TeiBlock, start: int) -> None:
        """What stands in a paragraph behind the quotation of a turn."""
        if start < len(block.text):
            self._end_exchange()
            self._builder.add(Kind.PARAGRAPH, block.run(start))

    def _end_exchange(self) -> None:
        self._builder.end_turn()
        self._state = "closing"


def _headings_in_capitals(labelled: Labelled) -> set[int]:
    """The paragraphs in capitals between turns, where few are."""
    if not labelled.at:
        return set()
    plain = [index for index, block in enumerate(labelled.blocks) if block.tag == "p" and index not in labelled.at]
    found = {index for index in plain if headings.in_capitals(labelled.blocks[index].text)}
    return found if len(found) <= _FEW_IN_CAPITALS * len(labelled.blocks) else set()


def _is_heading(block: TeiBlock, before: bool) -> bool:
    """Whether a block heads a part: by its element, or, not above the first turn, as an act or a short line in bold."""
    if block.tag == "head":
        return not _in_list(block) and "figure" not in block.within
    if block.tag != "p" or before or len(block.text) >= 160:
        return False
    return block.strong or headings.is_structure(block.text)


def _heading(builder: Builder, block: TeiBlock) -> str:
    id = headings.document_kind(block.text) or headings.slug(block.text)
    builder.part(id, block.run())
    return "letter" if headings.document_kind(block.text) or "attachment" in block.within else "section"


def _kind(block: TeiBlock) -> Kind:
    kind = _KINDS.get(block.tag, Kind.PARAGRAPH)
    if kind is not Kind.PARAGRAPH or not block.text:
        return kind
    if headings.is_bracketed(block.text):
        return Kind.ASIDE
    return Kind.QUOTATION if QUOTATION in block.within else kind


def _is_front(block: TeiBlock) -> bool:
    """Whether a block above the first turn is a field or a list, not narration."""
    if _in_list(block) or block.tag not in _PARAGRAPHS or block.breaks:
        return True
    if block.text[:1] in ("[", "("):
        return False
    return bool(_FIELD.match(block.text)) or not _SENTENCE.search(block.text)


def _turn(builder: Builder, block: TeiBlock, found: LabelCandidate, end: int, who: str | None) -> None:
    """Begin a turn with the label, and say the rest of the paragraph up to `end`."""
    builder.turn(found.text, block.text[found.span.start : found.span.end], who)
    hung = [ref for ref in block.run(0, found.speech) if not isinstance(ref, str)] if block.notes else []
    sign: list[Rest] = []
    if found.direction:
        start, behind = found.direction
        if found.numbered:
            sign.append(Rest(block.text[start : found.speech], "the sign behind a label"))
        else:
            builder.add(Kind.ASIDE, block.text[start:behind])
            if block.text[behind : found.speech].strip():
                sign.append(Rest(block.text[behind : found.speech], "the sign behind a label"))
    _say(builder, block, found.speech, [*sign, *hung], end)


def _say(
    builder: Builder, block: TeiBlock, start: int, before: Run = (), end: int | None = None, kind: Kind = Kind.SPEECH
) -> None:
    """Add a paragraph to the turn, up to `end` or all of it, editors' remarks in brackets set apart."""
    if not start and headings.is_bracketed(block.text):
        builder.add(Kind.ASIDE, block.run())
        return
    at, end = start, len(block.text) if end is None else end
    lead = list(before)
    for remark in remarks(block.text, start, end) if may_hold_remark(block.text) else ():
        if block.text[at : remark.start].strip():
            builder.add(kind, [*lead, *block.run(at, remark.start)])
            lead = []
        builder.add(Kind.ASIDE, [*lead, *block.run(remark.start, remark.end)])
        lead, at = [], remark.end
    if not (lead or block.notes):
        if block.text[at:end].strip():
            builder.add(kind, block.text[at:end])
    elif lead or block.text[at:end].strip():
        builder.add(kind, [*lead, *block.run(at, end)])
