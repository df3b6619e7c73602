"""Screenplays printed in columns: `NAME` far to the right, the speech below it less far, action at the margin.

The document's text is what the builder writes: the lines of the file in their order, without their indents. Page
numbers, numbers of scenes, `(MORE)` and `CONTINUED:` stand in it as residue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Document
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_capitals
from tui_reader.formats.screenplay.column_layout import Columns, Line, lines_of, measured
from tui_reader.formats.screenplay.fountain_lines import SCENE
from tui_reader.formats.screenplay.screenplay import Screenplay

_BLANK = Line(0, "")
_NUMBERED_SCENE = re.compile(r"([A-Z]?\d{1,4}[A-Z]?[.)]?[ \t]+)?(\S.*?)([ \t]+[A-Z]?\d{1,4}[A-Z]?[.)]?)?")
_FURNITURE = re.compile(
    r"\(?(?:MORE|CONTINUED)\)?(?: ?\(\d{1,3}\))?:?(?:[ \t]+\d{1,4}[A-Z]?\.?)?"
    r"|(?:[A-Z]?\d{1,4}[A-Z]?\.?[ \t]+)?CONTINUED:(?: ?\(\d{1,3}\))?(?:[ \t]+[A-Z]?\d{1,4}[A-Z]?\.?)?"
    r"|[A-Z]?\d{1,4}[A-Z]?\."
)
_LONGEST_HEADING, _LINES_OF_DIRECTION = 120, 6
_PAGE_NUMBER = re.compile(r"\d{1,4}\.?")
_TRANSITION = re.compile(r"(?:FADE|DISSOLVE|CUT|SMASH|MATCH|WIPE)\b[^a-z]{0,40}|[^a-z]{0,40}TO:")


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text in columns. Raises DocumentError where it has none."""
    lines = lines_of(text)
    columns = measured(lines)
    if columns is None:
        raise DocumentError(f"{name}: its names, speeches and action do not stand in three columns, as in a screenplay")
    return _Script(lines, columns, Builder(name, key, "screenplay", entries, warnings)).document()


class _Script:
    """The lines of a screenplay, taken one after the other."""

    def __init__(self, lines: Sequence[Line], columns: Columns, builder: Builder) -> None:
        self._lines, self._columns, self._builder = lines, columns, builder
        self._play = Screenplay(builder)
        self._has_scenes = any(SCENE.match(_unnumbered(line.words)[1]) for line in lines)
        self._in_speech = False

    def document(self) -> Document:
        """All of it."""
        at = 0
        while at < len(self._lines):
            at = self._element(at)
        self._play.finish()
        return self._builder.document()

    def _at(self, at: int) -> Line:
        return self._lines[at] if 0 <= at < len(self._lines) else _BLANK

    def _element(self, at: int) -> int:
        """Tell the element at the line `at`; the line after it."""
        line, columns = self._at(at), self._columns
        if not line.words:
            return at + 1
        if _FURNITURE.fullmatch(line.words) or (_PAGE_NUMBER.fullmatch(line.words) and not self._at(at - 1).words):
            self._builder.residue(line.words, "a page number, or that a scene goes on")
            return at + 1
        if columns.is_name(self._lines, at):
            self._play.cue(line.words)
            self._in_speech = True
            return at + 1
        if self._is_scene(at):
            self._scene(line.words)
            return at + 1
        if self._in_speech and columns.is_speech(line) and not _TRANSITION.fullmatch(line.words):
            return self._speech(at)
        self._in_speech = False
        end = at + 1
        while self._at(end).words and not columns.is_name(self._lines, end):
            end += 1
        self._play.action("\n".join(one.words for one in self._lines[at:end]))
        return end

    def _is_scene(self, at: int) -> bool:
        """Whether a line is the heading of a scene; without INT. and EXT., a line in capitals between blank lines."""
        line = self._at(at)
        if line.indent > (self._columns.action + self._columns.speech) // 2 + 4 or self._at(at - 1).words:
            return False
        if self._has_scenes:
            return bool(SCENE.match(_unnumbered(line.words)[1]))
        alone = not self._at(at + 1).words
        return alone and is_capitals(line.words) and not _TRANSITION.fullmatch(line.words)

    def _scene(self, words: str) -> None:
        self._in_speech = False
        before, heading, after = _unnumbered(words)
        run: list[str | Ref | Rest] = [Rest(before, "number of a scene")] if before else []
        run.append(heading)
        if after:
            run.append(Rest(after, "number of a scene"))
        self._play.scene(run)

    def _speech(self, at: int) -> int:
        """Lines of a speech up to a blank one or a direction, or a direction in brackets."""
        words = self._at(at).words
        if words.startswith("("):
            end = self._bracket_end(at)
            if end:
                self._play.parenthetical("\n".join(one.words for one in self._lines[at:end]))
                return end
        end = at + 1
        while (
            self._columns.is_speech(self._at(end)) and self._at(end).words and not self._at(end).words.startswith("(")
        ):
            end += 1
        self._play.dialogue("\n".join(one.words for one in self._lines[at:end]))
        return end

    def _bracket_end(self, at: int) -> int | None:
        """The line after a direction in brackets of a few lines; None where a line goes on behind the bracket."""
        for end in range(at, at + _LINES_OF_DIRECTION):
            words = self._at(end).words
            if ")" in words or not words:
                return end + 1 if words.endswith(")") else None
        return None


def _unnumbered(words: str) -> tuple[str, str, str]:
    """The heading of a scene between its numbers in the margins."""
    found = _NUMBERED_SCENE.fullmatch(words) if len(words) <= _LONGEST_HEADING else None
    return (found[1] or "", found[2], found[3] or "") if found else ("", words, "")
