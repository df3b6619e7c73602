"""EPUB 3 with Media Overlays, to read along, or as text alone.

`book_chapters` makes the text file by file, `media_overlay` says when each sentence is heard, `table_of_contents` leads
through it, `package_document` describes the book, and `epub_writer` packs it. After the W3C's EPUB 3.3 and EPUB
Accessibility 1.1.
"""
