"""TEI whose markup says who speaks: plays (`sp`) and transcribed speech (`u`), as DraCor and Perseus print.

The `who` of a speech is the table of aliases; where there is none, the labels are merged by the common rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Known, Rest
from tui_reader.formats.cleaning import clean
from tui_reader.formats.tei.blocks import Block
from tui_reader.formats.tei.persons import Listed
from tui_reader.formats.transcript.headings import slug
from tui_reader.formats.xml_safe import Element

_ASIDES = frozenset(("stage", "incident", "kinesic", "vocal", "desc"))
_KINDS = {"l": Kind.VERSE, "lg": Kind.VERSE, "item": Kind.ITEM, "row": Kind.TABLE, "signed": Kind.SIGNATURE}
_FRONT = ("front", "castList", "titlePage", "set", "back")


def fill(builder: Builder, blocks: Sequence[Block], people: dict[str, Listed]) -> None:
    """Give the blocks of a play to the builder."""
    front = ""
    for speech, run in groupby(blocks, key=lambda block: block.speech):
        if speech is not None:
            _speech(builder, speech, list(run), people)
            front = ""
            continue
        for block in run:
            outside = next((name for name in _FRONT if any(one.partition(":")[0] == name for one in block.within)), "")
            if block.tag == "head":
                id = "cast" if "castList" in block.within else outside or slug(block.text)
                builder.part(id, block.run(), on_demand=bool(outside) and outside != "set")
                front = outside
            elif outside:
                if front != outside:
                    builder.part("cast" if outside == "castList" else outside, on_demand=outside != "set")
                    front = outside
                builder.add(Kind.ITEM if block.tag == "castItem" else _kind(block), block.run())
            else:
                if front:
                    builder.part("text")
                    front = ""
                builder.add(Kind.ASIDE if block.tag in _ASIDES else _kind(block), block.run())


def _kind(block: Block) -> Kind:
    return Kind.ASIDE if block.tag in _ASIDES else _KINDS.get(block.tag, Kind.PARAGRAPH)


def _speech(builder: Builder, speech: Element, blocks: list[Block], people: dict[str, Listed]) -> None:
    """One turn: its label, directions in it, what is said."""
    ids = [one.rpartition("#")[2] for one in clean(str(speech.get("who") or "")).split()]
    who = " & ".join(one for one in ids if one) or None
    printed = [block for block in blocks if block.tag == "speaker"]
    first = printed[0] if printed else None
    label = " & ".join(block.text.rstrip(" .:") or block.text for block in printed)
    known = _known(ids, people)
    if not label:
        label = known.name if known and known.name else who or "Speaker"
    if who is not None and who not in builder.people:
        builder.people[who] = known or Known(label)
    builder.turn(label, " & ".join(block.text for block in printed) if first else "", who)
    hung = [ref for block in printed for ref in block.run() if not isinstance(ref, str)]
    for block in blocks:
        if block.tag == "speaker":
            continue
        kind = Kind.ASIDE if block.tag in _ASIDES else Kind.VERSE if block.tag in ("l", "lg") else Kind.SPEECH
        builder.add(kind, [*hung, *block.run()])
        hung = []
    for ref in hung:
        builder.add(Kind.SPEECH, [Rest("·", "nothing is said here"), ref])


def _known(ids: Sequence[str], people: dict[str, Listed]) -> Known | None:
    found = [people[one] for one in ids if one in people]
    if not found or len(found) < len(ids):
        return None
    name = " & ".join(person.name for person in found)
    return Known(name, found[0].role if len(found) == 1 else None, (f'The list of persons names "{name}".',))
