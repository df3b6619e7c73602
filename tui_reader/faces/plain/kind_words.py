"""Tells what kind a passage is, in words that screen readers say: heading, direction, verse, list, quotation.

Pure. What was printed is never changed: words and brackets are put before and around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.document.model import Document, Kind, Page, Passage
from tui_reader.faces.printing import bracketed, marked_text, printed_passage
from tui_reader.lazy_re import lazy_re

EACH = {Kind.HEADING: "Heading", Kind.SIGNATURE: "Signature", Kind.DATELINE: "Date line", Kind.QUOTATION: "Quote"}
"""Said before each passage of that kind."""
FIRST = {Kind.TABLE: "Table", Kind.VERSE: "Verse"}
"""Said before the first of several passages of that kind."""
_SAID_SIGN = lazy_re(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s")
"""The number or letter of a list item; screen readers leave out dashes and stars."""
RUNNING = (Kind.SPEECH, Kind.PARAGRAPH)
LONGEST_LINE = 65
"""Characters of a line of verse."""
FAR = 20
"""Pages of single lines above which nothing is looked for."""
PASSED_OVER = (Kind.ASIDE, Kind.HEADING)
"""What stands between verses, or between prose, and changes neither."""
QUOTES = {"“": "”", "„": "“”", '"': '"', "«": "»", "»": "«", "「": "」"}
"""Opening quotation marks, and those that close each."""


def told_text(document: Document, page: Page) -> str:
    """The page's words, each passage with the words for its kind."""
    return "\n".join(_told(document, page))


def told_passage(document: Document, page: Page, offset: int) -> str | None:
    """The passage that begins at a character of the page's text, as `told_text` has it; None where none begins."""
    begins = (start for start, _ in page.passages_at())
    return next((told for start, told in zip(begins, _told(document, page), strict=True) if start == offset), None)


def told_piece(document: Document, page: Page, start: int, end: int) -> str:
    """Characters of the page's text, such as a sentence, with the words for the kind of passage that begins there."""
    found = next(((at, passage) for at, passage in page.passages_at() if at <= start <= at + len(passage.text)), None)
    text = marked_text(page, start, end)
    if found is None:
        return text
    at, passage = found
    if at == start and len(passage.text) == end - start:
        return told_passage(document, page, start) or text
    if passage.kind is Kind.ASIDE and passage.text[0] not in "([{":
        return bracketed(text)
    kinds = zip((one for one, _ in page.passages_at()), _kinds(document, page), strict=True)
    kind = next(kind for one, kind in kinds if one == at) if at == start else ""
    return f"{kind}: {text}" if kind else text


def _told(document: Document, page: Page) -> Iterator[str]:
    for passage, kind in zip(page.passages, _kinds(document, page), strict=True):
        yield f"{kind}: {printed_passage(passage)}" if kind else printed_passage(passage)


def _kinds(document: Document, page: Page) -> Iterator[str]:
    """What is said before each passage of a page; empty for what tells itself."""
    quotations = _quotations(page.passages)
    before = _kind_before(document, page)
    for index, passage in enumerate(page.passages):
        if before is Kind.VERSE and _may_be_verse(document, passage):
            yield ""
            continue
        yield _kind_words(passage, before, index in quotations)
        if passage.kind not in PASSED_OVER:
            before = passage.kind


def _may_be_verse(document: Document, passage: Passage) -> bool:
    """Whether a speech behind verse may be a single line of it, which a plain text does not tell."""
    is_plain = document.format == "transcript" and passage.kind is Kind.SPEECH
    return is_plain and len(passage.text) <= LONGEST_LINE and "\n" not in passage.text


def _kind_words(passage: Passage, before: Kind | None, is_quotation: bool) -> str:
    """What is said before a passage; `before` is the kind of the words before it."""
    kind = passage.kind
    if kind in EACH:
        return EACH[kind]
    if kind is Kind.ITEM:
        return "" if _SAID_SIGN.match(passage.text) else "Item"
    if kind in FIRST and before is not kind:
        return FIRST[kind]
    if before is Kind.VERSE and kind in RUNNING:
        return "Prose"
    return "Quote" if is_quotation else ""


def _kind_before(document: Document, page: Page) -> Kind | None:
    """The kind of the last words of the same part that have one, not far above the page; None without such words."""
    for index in range(page.index - 1, max(-1, page.index - 1 - FAR), -1):
        earlier = document.pages[index]
        if earlier.part is not page.part:
            return None
        for one in reversed(earlier.passages):
            if one.kind not in PASSED_OVER and not _may_be_verse(document, one):
                return one.kind
    return None


def _quotations(passages: Sequence[Passage]) -> set[int]:
    """The indexes of passages that are quoted whole among others that are not."""
    running = [index for index, passage in enumerate(passages) if passage.kind in RUNNING]
    quoted = {index for index in running if _is_quoted(passages[index].text)}
    return quoted if len(quoted) < len(running) else set()


def _is_quoted(text: str) -> bool:
    """Whether one pair of quotation marks holds all of a text."""
    closing = QUOTES.get(text[:1], "")
    return bool(closing) and len(text) > 2 and text[-1] in closing and not any(sign in text[1:-1] for sign in closing)
