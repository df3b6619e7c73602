"""Whole pages as the full screen sets them, block after block."""

from __future__ import annotations

from tui_reader.document.model import Document, Page
from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.layout import set_block
from tui_reader.faces.tui.text.screen_line import ScreenLine
from tui_reader.faces.tui.text.scroll_layout import set_in_turn
from tui_reader.faces.tui.text.text_blocks import blocks_of
from tui_reader.faces.tui.text.typesetting import Typesetting


def set_page(page: Page, width: int, justify: bool = False) -> list[ScreenLine]:
    """The text of a page in lines of at most `width` cells."""
    return [line for block in blocks_of(page) for line in set_block(block, width, justify)]


def set_turn(document: Document, page: Page, frame: Frame, setting: Typesetting) -> list[ScreenLine]:
    """A page as it is shown in the whole dialogue."""
    return [line for block in blocks_of(page) for line in set_in_turn(document, page, frame, setting, block)]
