"""The head of a scene: of a small screen, of the whole dialogue, or of a page. Pure."""

from __future__ import annotations

from tui_reader.faces.tui.text.frame import Frame
from tui_reader.faces.tui.text.head import compact_head, head
from tui_reader.faces.tui.text.scene import Scene
from tui_reader.faces.tui.text.screen_line import ScreenLine
from tui_reader.faces.tui.text.scroll_layout import running_head


def head_of(scene: Scene, frame: Frame, names: str) -> list[ScreenLine]:
    """The lines above the text; `names` as in `Typesetting`."""
    if frame.compact:
        return compact_head(scene.document, scene.page, frame, scene.right, names)
    if scene.scroll:
        return running_head(scene.document, frame)
    return head(scene.document, scene.page, frame, names)
