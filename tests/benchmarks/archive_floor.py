"""The floor for adding an archive: the same text by lxml alone into an index of FTS5, nothing understood.

python tests/benchmarks/archive_floor.py FOLDER DATABASE
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from lxml import etree

_BLOCKS = ("{*}head", "{*}p", "{*}dateline", "{*}item")


def main(folder: Path, database: Path) -> None:
    """Index the paragraphs of all documents of all volumes."""
    made = sqlite3.connect(database)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("PRAGMA synchronous = NORMAL")
    made.execute("CREATE TABLE pages (id INTEGER PRIMARY KEY, volume TEXT, document TEXT)")
    made.execute("CREATE VIRTUAL TABLE spoken USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
    for file in sorted(folder.glob("*.xml")):
        root = etree.parse(file, etree.XMLParser(collect_ids=False)).getroot()
        for div in root.iter("{*}div"):
            if div.get("type") != "document":
                continue
            for block in div.iter(*_BLOCKS):
                words = " ".join("".join(block.itertext()).split())
                row = made.execute("INSERT INTO pages (volume, document) VALUES (?, ?)", (file.name, div.get("n")))
                made.execute("INSERT INTO spoken (rowid, words) VALUES (?, ?)", (row.lastrowid, words))
        made.commit()
    made.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
