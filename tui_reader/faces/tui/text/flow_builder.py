"""Makes the flow of lines of a scene, for the measures of a screen. Blocks are set when they are looked at. Pure."""

from __future__ import annotations

from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.head import place_of
from tui_reader.faces.tui.text.layout import set_block, set_notes
from tui_reader.faces.tui.text.line_flow import KEPT, LineFlow
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.screen_line import ScreenLine, set_in, spaced
from tui_reader.faces.tui.text.scroll_layout import set_in_turn
from tui_reader.faces.tui.text.text_blocks import PassagePiece, TextBlock, blocks_of
from tui_reader.faces.tui.text.typesetting import Typesetting


def build_flow(scene: Scene, frame: Frame, setting: Typesetting) -> LineFlow:
    """The flow of a page, a sentence of it, or the whole dialogue; open notes below, where they do not fit beside."""
    document, pages, at = scene.document, scene.document.pages, scene.page.index if scene.page else 0
    below: list[ScreenLine] = []
    if not frame.notes_left:
        below = set_notes(scene.notes, frame.notes_width, len(scene.page.text) if scene.page else 0)
    cut: dict[int, list[TextBlock]] = {}

    def blocks(index: int) -> list[TextBlock]:
        if scene.sentence:
            return [TextBlock(0, (PassagePiece(*scene.sentence),))]
        if index not in cut:
            if len(cut) >= KEPT:
                cut.clear()
            cut[index] = blocks_of(pages[index]) if pages else [TextBlock(0, ())]
        return cut[index]

    def lines(index: int, number: int) -> list[ScreenLine]:
        if not pages:
            return []
        page, block = pages[index], blocks(index)[number]
        noted = bool(below) and index == at and block.last
        if scene.scroll:
            turn = set_in_turn(document, page, frame, setting, block)
            return [*turn, *set_in(below, frame.left + frame.indent), ScreenLine(len(page.text) + 1)] if noted else turn
        left = frame.left + place_of(document, page, frame.shift) + frame.indent
        text = spaced(set_block(block, frame.measure, setting.justify), setting.spacing, not block.start)
        return set_in([*text, *([ScreenLine(len(page.text)), *below] if noted else [])], left)

    whole = range(len(pages)) if scene.scroll and pages else range(at, at + 1)
    return LineFlow(whole, lines, lambda index: [block.start for block in blocks(index)])
