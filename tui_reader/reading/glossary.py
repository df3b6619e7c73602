"""What a document explains of the words of a page: abbreviations, and persons by name. Knows no face."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.document.model import Gloss, Page
from tui_reader.reading.place import Place

if TYPE_CHECKING:
    from tui_reader.document.model import Document


class Glossary:
    """The explanations that come with the document of a place."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.document_changed()

    def document_changed(self) -> None:
        """Take the explanations of the document that is read now, when they are needed."""
        self._terms: _Terms | None = None
        self._last_page, self._last_index = -1, -1

    def of(self, page: Page | None) -> tuple[Gloss, ...]:
        """The explanations of a page's words, in the order of the words."""
        if page is None or not self._place.document.glosses:
            return ()
        if self._terms is None:
            self._terms = _Terms(self._place.document)
        return self._terms.of(page)

    def explain_next(self) -> str:
        """A line that explains an abbreviation or a name of this page; called again, the next one."""
        glosses, page = self.of(self._place.page), self._place.position.page
        if not glosses:
            return "Nothing is explained here."
        index = (self._last_index + 1) % len(glosses) if page == self._last_page else 0
        self._last_page, self._last_index = page, index
        words, meaning = glosses[index]
        return f"{words}: {meaning.rstrip('.')}. {index + 1} of {len(glosses)}."


class _Terms:
    """All explained words of one document in one pattern."""

    def __init__(self, document: Document) -> None:
        self._glosses = {gloss.words: gloss for gloss in document.glosses}
        longest_first = sorted(self._glosses, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def of(self, page: Page) -> tuple[Gloss, ...]:
        return tuple(self._glosses[words] for words in dict.fromkeys(self._pattern.findall(page.text)))
