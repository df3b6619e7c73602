"""A reading as one page of HTML that plays, marks the words and needs no network; a readable text without scripts too.

`html` sets the page, `write` puts it and its sound into a file; `page.css` and `page.js` go in as they are.
"""

from __future__ import annotations

from tui_reader.export.html.html_writer import write

__all__ = ["write"]
