"""What a document explains of the words of a page: abbreviations, and who is named. Pure; knows no face."""

from __future__ import annotations

import re

from tui_reader.document.model import Document, Gloss, Page


class Glossary:
    """The glosses of one document."""

    def __init__(self, document: Document) -> None:
        self._glosses = {gloss.words: gloss for gloss in document.glosses}
        longest_first = sorted(self._glosses, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def of(self, page: Page | None) -> tuple[Gloss, ...]:
        """Those of a page, in the order of its words."""
        if page is None or not self._glosses:
            return ()
        return tuple(self._glosses[words] for words in dict.fromkeys(self._pattern.findall(page.text)))
