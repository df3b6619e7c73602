"""The words of a Markdown text without its signs, for labels in plain print: `Name: text` among headings and lists.

Knows blocks; not which labels are found in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence
from itertools import groupby, pairwise

from tui_reader.document.model import Document, Kind, Part, Passage, Residue, Span, Turn
from tui_reader.formats.labels.dialogue import take_turns
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.markdown.blocks import Block, Blocks
from tui_reader.formats.markdown.body import is_unsaid
from tui_reader.formats.markdown.front_matter import FrontMatter
from tui_reader.formats.markdown.inline import ADDRESS, plain
from tui_reader.named_tuple import NamedTuple

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


_LABELLED = re.compile(r"[^:：\n]{1,60}(?::(?:\s|$)|：)")
_INLINE = re.compile(r"\]\(|\[\^|\[\[|<[a-zA-Z]")
_MOST = 0.5
"""Share of the items of lists that must have a label for any of them to be what somebody says."""
_AGAIN, _FEWEST, _MANY = 3, 8, 0.2
"""Uses of a name, and number and share of the items that begin with such names, from which they say them as well."""
_ENDS = (".", "!", "?", "…", "。", '."', ".”", "?”", "!”")
"""End a sentence."""


class PlainWords(NamedTuple):
    """A text as the transcript reads it."""

    text: str
    asides: frozenset[str]
    """Paragraphs that nobody says, such as fields in emphasis."""
    left: tuple[tuple[str, list[str]], ...]
    """What is not in the text, by the reason."""


def plain_labels(divided: Blocks, labelled: Container[int]) -> int:
    """How many blocks begin with words before a colon, beside those `labelled` in emphasis."""
    return sum(
        index not in labelled and block.kind == "text" and bool(_LABELLED.match(block.words))
        for index, block in enumerate(divided.blocks)
    )


def plain_words(divided: Blocks, body: str | None, names: Container[str] = ()) -> PlainWords:
    """The words of the blocks; without signs of Markdown the `body` as it is printed, where these are all of it.

    What nobody says stands in brackets, as remarks do, but for fields in emphasis that have one of the `names`.
    """
    signs = any(block.kind != "text" or block.sign or block.quoted or block.label for block in divided.blocks)
    if not signs and body is not None and _INLINE.search(body) is None:
        return PlainWords(_ESCAPE.sub(r"\1", body), frozenset(), ())
    paragraphs: list[str] = []
    asides: set[str] = set()
    left: dict[str, list[str]] = {}
    items = [block.words for block in divided.blocks if block.listed and not is_unsaid(block)]
    labelled = _are_labelled(items)
    for block in divided.blocks:
        if block.kind in ("out", "code") or (block.kind == "note" and not block.sign[2:].partition("]")[0].isdecimal()):
            left.setdefault(block.why or "a note", []).append(f"{block.sign}{block.words}")
            continue
        words, out = plain(block.words, divided.references)
        if out:
            left.setdefault(ADDRESS, []).extend(out)
        unsaid = is_unsaid(block) and not (block.label and block.label.name in names)
        if unsaid:
            words = f"[{' '.join(words.split())}]"
            asides.add(words)
        bullet = "- " if block.listed and not (labelled or unsaid) else ""
        paragraphs.append(f"{bullet}{_sign(block)}{words}")
    return PlainWords("\n\n".join(paragraphs), frozenset(asides), tuple(left.items()))


def _are_labelled(items: Sequence[str]) -> bool:
    """Whether items of lists begin with who says them: most have a label, or several names come again and again."""
    labels = [found[0].rstrip(" \t\n:：") if (found := _LABELLED.match(item)) else "" for item in items]
    uses = Counter(filter(None, labels))
    if uses.total() > _MOST * len(items):
        sentences = any(item.rstrip().endswith(_ENDS) for item, label in zip(items, labels, strict=True) if label)
        return sentences or not _are_fields(_runs(labels, uses))
    again = {label for label, times in uses.items() if times >= _AGAIN and _is_name(label)}
    runs = _runs(labels, again)
    said = [label for run in runs for label in run]
    enough = len(said) >= max(_FEWEST, _MANY * len(items)) and len(again) > 1
    return enough and take_turns(said) and not _are_fields(runs)


def _runs(labels: Sequence[str], names: Container[str]) -> list[list[str]]:
    """The labels that are names, those of items next to each other in a list of their own."""
    return [list(run) for named, run in groupby(labels, names.__contains__) if named]


def _are_fields(runs: Sequence[Sequence[str]]) -> bool:
    """Whether labels, by run, are fields of several things: each stands once in each run, always in the same order."""
    if len(runs) < _AGAIN or max(map(len, runs)) < 2 or any(len(set(run)) < len(run) for run in runs):
        return False
    pairs = {pair for run in runs for pair in pairwise(run)}
    return all(pair[::-1] not in pairs for pair in pairs)


def _is_name(label: str) -> bool:
    looks = shape(label)
    return looks.named and not looks.field


def without_title(divided: Blocks, front: FrontMatter) -> tuple[Blocks, FrontMatter]:
    """The blocks without the heading that begins them, and the front matter with it as the title that it lacks."""
    first = next((index for index, block in enumerate(divided.blocks) if block.kind != "out"), None)
    if front.title or first is None or divided.blocks[first].kind != "heading":
        return divided, front
    blocks = divided.blocks[:first] + divided.blocks[first + 1 :]
    return divided._replace(blocks=blocks), front._replace(title=plain(divided.blocks[first].words)[0].strip())


def _sign(block: Block) -> str:
    """What the transcript knows a block by: the sign of a heading, the number of an item or a note."""
    if block.kind == "note":
        return f"[{block.sign[2:].partition(']')[0]}] "
    return block.sign if block.kind == "heading" or block.sign[:1].isdecimal() else ""


def without_brackets(document: Document, asides: Collection[str]) -> Document:
    """The document with those passages as asides, without the brackets that `plain_words` put around them."""
    if not asides:
        return document
    residue = list(document.residue)

    def bare(passage: Passage) -> Passage:
        if passage.text not in asides:
            return passage
        (first, _), (_, last) = passage.spans[0], passage.spans[-1]
        for sign in (Span(first, first + 1), Span(last - 1, last)):
            residue.append(
                Residue(document.text[sign.start : sign.end], sign, "put around what nobody says", inline=True)
            )
        spans = [Span(max(one.start, first + 1), min(one.end, last - 1)) for one in passage.spans]
        kind = Kind.ASIDE if passage.kind is Kind.SPEECH else passage.kind
        return passage._replace(
            kind=kind, text=passage.text[1:-1], spans=tuple(one for one in spans if one[0] < one[1])
        )

    def turn(one: Turn) -> Turn:
        return one._replace(passages=tuple(map(bare, one.passages)))

    def part(one: Part) -> Part:
        return one._replace(body=tuple(map(bare, one.body)), turns=tuple(map(turn, one.turns)))

    parts = tuple(map(part, document.parts))
    return document._replace(parts=parts, residue=tuple(sorted(residue, key=lambda rest: rest.span)))
