"""Lines of verse put together: the lines of a stanza, or of a speech, are one passage with its line breaks kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.formats.builder import Ref, Time
from tui_reader.formats.tei.tei_blocks import TeiBlock
from tui_reader.formats.xml.safe_parser import Element, local

_LINES = frozenset(("l", "lg"))


def stanzas(blocks: Sequence[TeiBlock]) -> Iterator[list[TeiBlock]]:
    """The blocks in order, each alone but lines of verse that belong together."""
    group: list[TeiBlock] = []
    for block in blocks:
        if group and not (is_verse(block) and is_verse(group[-1]) and _stanza(block) is _stanza(group[-1])):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def is_verse(block: TeiBlock) -> bool:
    """Whether a block is a line of verse."""
    return block.tag in _LINES


def lines(group: Sequence[TeiBlock]) -> list[str | Ref | Time]:
    """The blocks of a stanza as one run, a line feed between them."""
    run: list[str | Ref | Time] = []
    for block in group:
        run += ["\n", *block.run()] if run else block.run()
    return run


def _stanza(block: TeiBlock) -> Element | None:
    """The group of lines that the block's line stands in; None in a speech, which has them all."""
    around = block.owner if block.tag == "lg" else block.owner.getparent()
    return around if around is not None and local(around) == "lg" else None
