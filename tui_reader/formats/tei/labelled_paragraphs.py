"""TEI in which paragraphs begin with who speaks, as in the FRUS volumes: labels by the rules of plain transcripts.

Lists and fields above the exchange are there on demand, attachments are parts. Knows blocks, not the tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.document.model import Kind
from tui_reader.document.people.label_parts import same, take_apart
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.document.people.names import PersonMention, in_heading, in_list
from tui_reader.formats import headings
from tui_reader.formats.builder import Builder, Rest, Run
from tui_reader.formats.editor_remarks import remarks
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.choice import choose_marked
from tui_reader.formats.paragraphs import Paragraph
from tui_reader.formats.tei.persons import LIST, Listed, named
from tui_reader.formats.tei.tei_blocks import TeiBlock
from tui_reader.formats.tei.verse import lines, stanzas

_PARAGRAPHS = frozenset(("p", "ab", "seg", "div", "quote", "body"))
_LISTS = ("list:participants", "list:subject", "list:to", "list:from", "list:names", "list:toc", "list:references")
_KINDS = {"item": Kind.ITEM, "l": Kind.VERSE, "lg": Kind.VERSE, "row": Kind.TABLE, "signed": Kind.SIGNATURE,
          "closer": Kind.SIGNATURE, "dateline": Kind.DATELINE, "stage": Kind.ASIDE}  # fmt: skip
_FIELD = re.compile(r"[A-Z][A-Za-z/ ]{1,30}:(?:\s|$)")
_COURTESY = re.compile(r"(?:[A-Z]/)?[A-Z][a-z]{0,8}\.|President|Secretary|Minister|General|King|Prince|The")
_UP_TO = 40
"""Characters before the sign of a label whose name the markup gives."""
_SENTENCE = re.compile(r"[.?!…][\"”’')\]]*$")


class Labelled(NamedTuple):
    """Blocks with what was found at their starts."""

    blocks: tuple[TeiBlock, ...]
    at: dict[int, LabelCandidate]
    """By index of the block; places are counted in the block's text."""


def label(blocks: Sequence[TeiBlock], title: str, people: dict[str, Listed]) -> Labelled:
    """The labels of the blocks, by the convention that fits them best."""
    names = {same(one.surname) for one in in_heading(title)} | {same(one.name) for one in in_heading(title)}
    for one in participants(blocks, people):
        names |= {same(one.surname), same(one.name)}
    names |= _marked(blocks)
    indices, paragraphs, pieces, at = [], [], [], 0
    for index, block in enumerate(blocks):
        if block.text and block.tag in _PARAGRAPHS and not _in_list(block):
            indices.append(index)
            paragraphs.append(Paragraph(at, at + len(block.text), 1, ()))
            pieces.append(block.text)
            at += len(block.text) + 2
    found = choose_marked("\n\n".join(pieces), paragraphs, names)
    return Labelled(tuple(blocks), {indices[i]: _moved(one, paragraphs[i].start) for i, one in found.items()})


def _marked(blocks: Sequence[TeiBlock]) -> set[str]:
    """Names that the markup gives to a person where a paragraph begins with them and a colon."""
    names = set()
    for block in blocks:
        first = block.people[0] if block.people and block.tag in _PARAGRAPHS else None
        if first and first.end < _UP_TO and block.text[first.end :].lstrip("] ")[:1] == ":":
            names.add(same(block.text[: first.end].strip("[ ")))
    return names


def trusted(blocks: Sequence[TeiBlock], people: dict[str, Listed]) -> dict[str, Listed]:
    """The listed people but those whom the document itself prints with another first name."""
    wrong: set[str] = set()
    for block in blocks:
        for one in block.people:
            person = people.get(one.id)
            printed = block.text[one.start : one.end].split()
            if person is None or len(printed) < 2:
                continue
            names = person.name.split()
            same_surname = printed[-1] == names[-1] and len(names) > 1
            first = printed[0].rstrip(".")
            known = [name.rstrip(".") for name in names[:-1]]
            if same_surname and len(first) > 1 and first not in known and not _COURTESY.fullmatch(printed[0]):
                wrong.add(one.id)
    return {id: person for id, person in people.items() if id not in wrong}


def _moved(found: LabelCandidate, by: int) -> LabelCandidate:
    span = found.span._replace(start=found.span.start - by, end=found.span.end - by)
    direction = found.direction
    if direction:
        direction = direction._replace(start=direction.start - by, end=direction.end - by)
    return found._replace(span=span, direction=direction, speech=found.speech - by)


def _in_list(block: TeiBlock) -> bool:
    return any(one in _LISTS for one in block.within)


def participants(blocks: Sequence[TeiBlock], people: dict[str, Listed]) -> list[PersonMention]:
    """The people of lists of participants: `list type="participants"`, or a paragraph of lines."""
    lines: list[str] = []
    found: dict[str, PersonMention] = {}
    for block in blocks:
        own: list[str] = []
        if "list:participants" in block.within and block.tag == "item":
            own = [block.text]
        elif block.tag == "p" and block.breaks and "PARTICIPANTS" in block.text.upper():
            places = [0, *block.breaks, len(block.text)]
            every = [block.text[a:b].strip() for a, b in pairwise(places)]
            first = next((i for i, line in enumerate(every) if line.upper().startswith("PARTICIPANTS")), len(every))
            own = [every[first].partition(":")[2], *every[first + 1 :]] if first < len(every) else []
        lines += [line.strip() for line in own if line.strip()]
        if own:
            for person in block.people:
                if person.id in people:
                    found.setdefault(person.id, named(people[person.id]))
    return [*in_list(lines), *found.values()]


def entries(labelled: Labelled, title: str, people: dict[str, Listed]) -> list[PersonEntry]:
    """Who the labels are by the markup: those that it ties to one listed person, and to no other."""
    tied: dict[str, Counter[str]] = {}
    for index, found in labelled.at.items():
        inside = [one.id for one in labelled.blocks[index].people if one.start < found.span.end and one.id in people]
        if len(set(inside)) == 1 and "&" not in found.text and " and " not in found.text:
            tied.setdefault(found.text, Counter())[inside[0]] += 1
    owned: dict[str, list[str]] = {}
    for printed, ids in tied.items():
        if len(ids) == 1:
            owned.setdefault(next(iter(ids)), []).append(printed)
    offices = {one.surname.casefold(): one.role for one in in_heading(title) if one.role}
    made = []
    for id, printed_labels in owned.items():
        genders = {take_apart(printed).gender for printed in printed_labels}
        if "f" in genders and len(genders) > 1:
            continue  # a wife or a daughter, tied to the one who is listed
        person = people[id]
        role = offices.get(person.name.split()[-1].casefold()) or person.role
        made.append(PersonEntry(person.name, role, tuple(printed_labels), None, f"The {LIST}", printed=True))
    return made


def fill(builder: Builder, labelled: Labelled) -> None:
    """Give the blocks to the builder: fields on demand, turns, attachments, signatures."""
    first = min(labelled.at, default=None)
    state = ""
    following = 0
    for group in stanzas(labelled.blocks):
        index, block, run = following, group[0], lines(group)
        following += len(group)
        found = labelled.at.get(index)
        if found is not None:
            if state != "exchange":
                builder.part("exchange")
                state = "exchange"
            _turn(builder, block, found)
            continue
        before = index < first if first is not None else _in_list(block)
        if _is_heading(block, before):
            state = _heading(builder, block)
        elif before and _is_front(block):
            if state != "front":
                builder.part("front", on_demand=True)
                state = "front"
            builder.add(Kind.HEADING if block.tag == "head" else _kind(block), run)
        elif state == "exchange" and block.tag in _PARAGRAPHS:
            _say(builder, block, 0)
        else:
            if state in ("", "front"):
                state = "exchange" if first is not None else "text"
                builder.part(state)
            elif state == "exchange" and _kind(block) in (Kind.SIGNATURE, Kind.DATELINE):
                builder.end_turn()
                state = "closing"
            builder.add(_kind(block), run)


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
    return Kind.ASIDE if kind is Kind.PARAGRAPH and block.text and headings.is_bracketed(block.text) else kind


def _is_front(block: TeiBlock) -> bool:
    """Whether a block above the first turn is a field or a list, not narration."""
    if _in_list(block) or block.tag not in _PARAGRAPHS or block.breaks:
        return True
    if block.text[:1] in ("[", "("):
        return False
    return bool(_FIELD.match(block.text)) or not _SENTENCE.search(block.text)


def _turn(builder: Builder, block: TeiBlock, found: LabelCandidate) -> None:
    """Begin a turn with the label, and say the rest of the paragraph."""
    builder.turn(found.text, block.text[found.span.start : found.span.end])
    hung = [ref for ref in block.run(0, found.speech) if not isinstance(ref, str)]
    sign: list[Rest] = []
    if found.direction:
        start, end = found.direction
        if found.numbered:
            sign.append(Rest(block.text[start : found.speech], "the sign behind a label"))
        else:
            builder.add(Kind.ASIDE, block.text[start:end])
            if block.text[end : found.speech].strip():
                sign.append(Rest(block.text[end : found.speech], "the sign behind a label"))
    _say(builder, block, found.speech, [*sign, *hung])


def _say(builder: Builder, block: TeiBlock, start: int, before: Run = ()) -> None:
    """Add a paragraph to the turn, editors' remarks in brackets set apart."""
    if not start and headings.is_bracketed(block.text):
        builder.add(Kind.ASIDE, block.run())
        return
    at, end = start, len(block.text)
    lead = list(before)
    for remark in remarks(block.text, start, end):
        if block.text[at : remark.start].strip():
            builder.add(Kind.SPEECH, [*lead, *block.run(at, remark.start)])
            lead = []
        builder.add(Kind.ASIDE, [*lead, *block.run(remark.start, remark.end)])
        lead, at = [], remark.end
    if block.text[at:end].strip() or lead:
        builder.add(Kind.SPEECH, [*lead, *block.run(at, end)])
