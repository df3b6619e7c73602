"""The reference of a turn, which opens it again: `talk.txt#turn-6~that-is-all`, also after the file was edited.

The number says where to look, and the first words which turn is meant. Pure.
"""

from __future__ import annotations

from pathlib import Path

from tui_reader.document.hidden_words import SIGN
from tui_reader.document.model import Document, Page, Position
from tui_reader.lazy_re import lazy_re

WORDS = 5
"""The words of a turn by which it is known."""
_LONGEST = 20
"""Characters of a word that are in the reference."""
_REFERENCE = lazy_re(r"(?P<file>.+)#(?P<turn>turn-\d{1,9}(?:~[\w-]*)?)")
_TURN = lazy_re(r"turn-(\d{1,9})(?:~([\w-]*))?")
_WORD = lazy_re(r"\w+")


def turn_reference(file: str, page: Page) -> str:
    """The reference of a page in a file, which may have an id of its own: `volume.xml#d12`. Of a turn alone.

    A turn whose words are hidden has its number alone: the directions between them are not what it begins with.
    """
    is_hidden = any(passage.text.strip() == SIGN for passage in page.passages)
    words = "" if is_hidden else "-".join(_first_words(page.text))
    return f"{file}#turn-{page.turn.number}{f'~{words}' if words else ''}" if page.turn else file


def split_turn(path: Path) -> tuple[Path, str | None]:
    """The path and the turn of a reference, `turn-6~that-is-all`; None without one. A file with that name wins."""
    found = _REFERENCE.fullmatch(path.name)
    if not found:
        return path, None
    try:
        if path.exists():
            return path, None
    except (OSError, ValueError):
        pass
    return path.with_name(found["file"]), found["turn"]


def referred_place(document: Document, typed: str) -> Position | None:
    """The place of a turn's reference: where its words are, nearest to its number. None for what is no reference.

    Where no turn begins with its words, the turn with that number.
    """
    found = _TURN.fullmatch(typed.strip())
    if not found or not document.turns:
        return None
    number, words = int(found[1]), [*filter(None, (found[2] or "").split("-"))]
    pages = [page for page in document.pages if page.turn]
    here = min(max(number, 1), len(pages)) - 1
    if words and _first_words(pages[here].text, len(words)) != words:
        nearest = sorted(range(len(pages)), key=lambda index: abs(index - here))
        alike = (index for index in nearest if _first_words(pages[index].text, len(words)) == words)
        here = next(alike, here)
    return Position(pages[here].index, 0)


def _first_words(text: str, most: int = WORDS) -> list[str]:
    found = (match[0] for match in _WORD.finditer(text[:1000]))
    return [word.casefold()[:_LONGEST].replace("_", "") for _, word in zip(range(most), found, strict=False)]
