"""A reading as EPUB 3 with Media Overlays: text that is read along, or text alone.

`chapters` sets the text file by file, `overlay` says when each sentence is heard, `contents` leads through it,
`package` describes it, and `write` packs it. After the W3C's EPUB 3.3 and EPUB Accessibility 1.1.
"""

from __future__ import annotations

from tui_reader.export.epub.epub_writer import write

__all__ = ["write"]
