"""The run of text that a scan of a page is in, which knows its line without looking through it again."""

from __future__ import annotations

from tui_reader.formats.builder import Ref, Rest

_LINE_KEPT = 200
"""Characters of a line's beginning that are kept: more than may stand before a name."""
_END_KEPT = 12


class RunDraft:
    """Pieces of text, marks and what is left out, up to the end of a block; its lines are ended by `br`."""

    def __init__(self) -> None:
        self.pieces: list[str | Ref | Rest] = []
        self.line = ""
        """The beginning of the line that goes on, white space before it aside."""
        self.end = ""
        """The last characters of the text."""
        self.has_content = False
        """Whether it has more than white space."""
        self.has_lines = False
        """Whether a line of it has ended."""
        self.is_slanted = True
        """Whether all its words are in italics."""
        self._line_from = 0  # the index of the piece with which the line begins

    def add(self, piece: str | Ref | Rest, slanted: bool = False) -> None:
        """Append a piece, which may be `slanted`: in italics."""
        self.pieces.append(piece)
        self.is_slanted = self.is_slanted and (
            slanted or not isinstance(piece, str) or not any(map(str.isalnum, piece))
        )
        if not isinstance(piece, str):
            self.has_content = True
            self.end = "*" if isinstance(piece, Ref) else self.end
            return
        self.end = (self.end + piece)[-_END_KEPT:] if len(piece) < _END_KEPT else piece[-_END_KEPT:]
        if len(self.line) < _LINE_KEPT:
            self.line = (self.line + piece).lstrip()[:_LINE_KEPT]
            self.has_content = self.has_content or bool(self.line)

    def end_line(self) -> bool:
        """End the line that goes on; False where it is blank: two ends in a row divide paragraphs."""
        if self.has_content and not self.line:
            return False
        self.add("\n")
        self.has_lines = True
        self.line, self._line_from = "", len(self.pieces)
        return True

    def take_bracket(self) -> bool:
        """Take out a bracket that opens at the end, with the blanks before it; False where none does.

        One that begins the line is that of a note's own mark.
        """
        last = self.pieces[-1] if self.pieces else None
        if not (isinstance(last, str) and last.endswith("[") and len(self.line.rstrip()) > 1):
            return False
        self.pieces[-1] = last[:-1].rstrip()
        self.end = self.end[:-1].rstrip()
        return True

    def cut_line(self) -> list[str | Ref | Rest]:
        """Take the line that goes on out of the run, and give it."""
        line = self.pieces[self._line_from :]
        del self.pieces[self._line_from :]
        self.line = ""
        self.has_content = any(not isinstance(piece, str) or piece.strip() for piece in self.pieces)
        return line
