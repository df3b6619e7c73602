"""Words of the plain face for the whole document and the place in it. Pure: a reading in, words out."""

from __future__ import annotations

from itertools import chain

from tui_reader.document import columnar
from tui_reader.faces.printing import passage_text
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count
from tui_reader.terminal.keymap import Keymap

MEMO_KINDS = ("memorandum", "letter", "telegram", "note", "memo", "message", "report", "statement")
"""First words of the headings of memos, which are long and need not be said whole to name the place."""


def at_the_end(reading: Reading, keys: Keymap) -> str:
    """What can be done at the end of the document: the turn at the place is the last one, or else the one before."""
    page, pages = reading.place.page, reading.document.pages
    last = page if page is None or page.turn or not page.index else pages[page.index - 1]
    back = f", {keys.key('previous_page')} to go back to turn {last.turn.number}" if last and last.turn else ""
    return f"{keys.key('quit')} to quit{back}."


def help_hint(keys: Keymap) -> str:
    """How to get the list of keys."""
    return f"{keys.key('help')} for help."


def place(reading: Reading, whole: bool = False) -> str:
    """The place: "turn 9", with `whole` "turn 9 of 23"; "the memorandum", or the heading of another part."""
    page = reading.place.page
    if page is None:
        return "the end"
    if page.turn:
        of = f" of {len(reading.document.turns)}" if whole else ""
        return f"turn {page.turn.number}{of}"
    name = reading.place.name_of(page)
    kind = name.split(" ")[0].casefold()
    return f"the {kind}" if reading.place.at_memo and kind in MEMO_KINDS else name


def opened(reading: Reading, keys: Keymap) -> str:
    """The title, with the counts of turns, speakers and notes, or else the place where it was left."""
    document = reading.document
    title = passage_text(document.title) if document.title else document.name
    if reading.place.came_back:
        told = f"Back at {place(reading, whole=True)}.{language(reading)}"
    else:
        speakers = set(chain.from_iterable(map(columnar.speakers, document.parts)))
        counts = ((len(document.turns), "turn"), (len(speakers), "speaker"), (len(document.notes), "note"))
        counted = ", ".join(count(number, thing) for number, thing in counts if number)
        told = f"{counted}.{language(reading)} {help_hint(keys)}" if counted else help_hint(keys)
    return f"{title.rstrip('.')}. {told}"


def language(reading: Reading) -> str:
    """The language of a document that is not in English, behind a blank: " In German."; empty for English."""
    if reading.document.in_english:
        return ""
    from tui_reader.document.language_tags import language_name

    return f" In {language_name(reading.document.language)}."


def switched(reading: Reading) -> str:
    """That the full screen was left for this face, and the place."""
    from tui_reader.reading.excerpts import capitalized

    return f"Plain text mode. {capitalized(place(reading, whole=True))}."


def end_line(reading: Reading, keys: Keymap) -> str:
    """That the document is over, and what can be done then."""
    return f"End of document. {count(len(reading.document.turns), 'turn')}. {at_the_end(reading, keys)}"
