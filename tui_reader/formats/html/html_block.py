"""A block of a page of HTML: a stretch of one kind, and how it is printed. Knows no elements."""

from __future__ import annotations

from tui_reader.formats.builder import Ref, Rest
from tui_reader.named_tuple import NamedTuple


class _Fields(NamedTuple):
    kind: str
    """"heading", "label", "soft" (emphasised words before a colon), "styled" (before another sign), "alone", "term"
    (of a list), "cell" (of a table), "who" (by its class), "role" (by the class of its paragraph), "aside", "item",
    "verse", "text", "pre", "note", "beside" (a name in its heading) or "rest" (shown and not said)."""
    run: list[str | Ref | Rest]
    begins: bool = True
    """Whether a paragraph begins here, and it does not go on from an inline direction or label."""
    outside: bool = False
    """Whether it stands in a section that is read only on demand, such as an imprint or a cast."""
    target: str = ""
    """The id that references to it name."""
    before: tuple[str | Ref | Rest, ...] = ()
    """What stands before a possible label in its line, such as the number of a question."""
    style: str = ""
    """How a possible label, or a block, is printed, for comparing it with others: its tag and classes."""
    name: str = ""
    """The name of a label, without the signs around it; where that is not printed, the only place of it."""

    slanted: bool = False
    """Whether all its words are in italics."""
    quoted: bool = False
    """Whether it stands in a block of quotation."""


class HtmlBlock(_Fields):
    """A stretch of one kind, in the order of the page. Its words are put together when they are first asked for."""

    @property
    def text(self) -> str:
        """The words on one line."""
        known = self.__dict__  # functools.cached_property takes a lock, which is slow
        if "text" not in known:
            words = "".join([one for one in self.run if isinstance(one, str)])
            plain = "  " not in words and words.isprintable()  # with single blanks alone
            known["text"] = words.strip() if plain else " ".join(words.split())
        return known["text"]  # type: ignore[no-any-return]
