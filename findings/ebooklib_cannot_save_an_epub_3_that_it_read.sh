#!/usr/bin/env bash
# EbookLib reads an EPUB 3 with a table of contents, and cannot write what it has read.
#
# Guess beforehand: `write_epub(read_epub(file))` is a copy, perhaps with other spaces; its own books at least come back.
# Seen with EbookLib 0.20: entries of a navigation document are read without an id, and the NCX that is always written
# needs one, so writing raises TypeError. A book without entries is written, but the titles of its chapters are gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check EbookLib==0.20 lxml==6.1.3
cat >"$folder/try.py" <<'PYTHON'
import sys
import warnings
import zipfile

warnings.simplefilter("ignore")
from ebooklib import epub


def made(path, entries):
    book = epub.EpubBook()
    book.set_identifier("talk")
    book.set_title("A talk")
    book.set_language("en")
    chapter = epub.EpubHtml(uid="one", title="The first part", file_name="one.xhtml", lang="en")
    chapter.content = "<p>Good morning.</p>"
    book.add_item(chapter)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["nav", chapter]
    book.toc = [epub.Link("one.xhtml", "The first part", "one")] if entries else []
    epub.write_epub(path, book)
    return epub.read_epub(path)


folder = sys.argv[1]
try:
    epub.write_epub(f"{folder}/again.epub", made(f"{folder}/book.epub", entries=True))
    failed = ""
except TypeError as error:
    failed = str(error)
print(f"with a table of contents: TypeError, {failed!r}")
epub.write_epub(f"{folder}/again.epub", made(f"{folder}/book.epub", entries=False))
titles = [
    "<title>The first part</title>" in zipfile.ZipFile(f"{folder}/{name}.epub").read("EPUB/one.xhtml").decode()
    for name in ("book", "again")
]
print(f"without one: the chapter has its title before and after: {titles}")
sys.exit(0 if failed and titles == [True, False] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
