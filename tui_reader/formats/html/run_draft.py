"""The run of text that a scan of a page is in, which knows how it begins without looking through it again."""

from __future__ import annotations

from tui_reader.formats.builder import Ref, Rest


class RunDraft:
    """Pieces of text, marks and what is left out, up to the end of a block."""

    def __init__(self) -> None:
        self.pieces: list[str | Ref | Rest] = []
        self.begins_with = ""
        """The first two characters of its text, white space aside."""
        self.has_content = False
        """Whether it has more than white space."""

    def add(self, piece: str | Ref | Rest) -> None:
        """Append a piece."""
        self.pieces.append(piece)
        if not isinstance(piece, str):
            self.has_content = True
        elif len(self.begins_with) < 2:
            self.begins_with = (self.begins_with + piece.strip())[:2]
            self.has_content = self.has_content or bool(self.begins_with)
