"""The tables of the library, as numbered steps: step n brings a library of version n to version n + 1.

A step that was released is never changed; a new one is added below it.
"""

from __future__ import annotations

from collections.abc import Iterator

APPLICATION = 0x74756972
"""SQLite's application_id of a library, so that no other program's file is taken for one: "tuir"."""
HIGHEST_VERSION = 10_000
"""A version above this is not that of a newer tui-reader but damage."""

MIGRATIONS = (
    f"""
    PRAGMA application_id = {APPLICATION};

    CREATE TABLE documents (
        key TEXT PRIMARY KEY,       -- SHA-256 of the file's bytes
        title TEXT NOT NULL,
        path NOT NULL,              -- where it was last read; bytes where the name is no UTF-8
        pages INTEGER NOT NULL,
        opened_at REAL NOT NULL     -- seconds since 1970, when it was last read
    ) WITHOUT ROWID;

    CREATE INDEX documents_by_time ON documents (opened_at);

    CREATE TABLE places (
        document TEXT PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
        page INTEGER NOT NULL,
        "offset" INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE people (
        document TEXT NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        person TEXT NOT NULL,       -- the id that the document gives
        name TEXT,
        PRIMARY KEY (document, person)
    ) WITHOUT ROWID;

    CREATE TABLE casts (
        document TEXT NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        person TEXT NOT NULL,       -- a person's id, or the narrator
        voice TEXT NOT NULL,
        PRIMARY KEY (document, person)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE decisions (        -- what a person decided about a document's labels, in order
        document TEXT NOT NULL,     -- without a reference: a document may be decided about before it is read
        number INTEGER NOT NULL,
        verb TEXT NOT NULL,
        label TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE lexicons (         -- how a person wants words of one document to be said
        document TEXT NOT NULL,     -- without a reference, as that of decisions
        written TEXT NOT NULL,
        line TEXT NOT NULL,         -- as in the file of a lexicon
        PRIMARY KEY (document, written)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE register (         -- who has which voice in every document
        person TEXT PRIMARY KEY,    -- the full name in small letters, without courtesy
        name TEXT NOT NULL,         -- as it was printed
        voice TEXT NOT NULL,
        chosen INTEGER NOT NULL,    -- 1 where the person said so, 0 where it was only heard so
        kept_at REAL NOT NULL       -- seconds since 1970
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE bookmarks (        -- places and stretches that were marked
        document TEXT NOT NULL,     -- without a reference, as that of decisions
        number INTEGER NOT NULL,    -- from 1 in each document
        page INTEGER NOT NULL,      -- as the document was understood when it was set
        "offset" INTEGER NOT NULL,
        length INTEGER NOT NULL,    -- characters of a stretch, 0 for a place
        "at" INTEGER NOT NULL,      -- the character of the document's text, which stays the same
        note TEXT NOT NULL,
        kept_at REAL NOT NULL,      -- seconds since 1970
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE folders (          -- whose documents belong to the library, read or not
        path PRIMARY KEY            -- bytes where the name is no UTF-8
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE files (            -- what was seen in these folders
        path PRIMARY KEY,
        size INTEGER NOT NULL,      -- bytes
        changed INTEGER NOT NULL,   -- when its content was written, in nanoseconds
        documents INTEGER NOT NULL  -- how many dialogues it holds
    ) WITHOUT ROWID;

    CREATE TABLE pages (            -- of documents whose words are searched; the words are in `spoken`
        id INTEGER PRIMARY KEY,
        document TEXT NOT NULL,
        page INTEGER NOT NULL,      -- as the document was understood then
        typed TEXT NOT NULL,        -- what is typed to go there
        speaker TEXT NOT NULL,      -- who speaks there, in a word or two
        UNIQUE (document, page)
    );

    CREATE TABLE indexed (          -- documents of which all pages are there, as they are understood now
        document TEXT PRIMARY KEY
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE used (             -- commands whose keys are shown until they are known
        command TEXT PRIMARY KEY,
        times INTEGER NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE appearances (      -- who speaks, writes or is spoken of in the documents that are searched
        document TEXT NOT NULL,
        number INTEGER NOT NULL,    -- from 1 in each document
        person TEXT NOT NULL,       -- the id that the document gives; empty for somebody who is only spoken of
        reference TEXT NOT NULL,    -- by what the series knows the person; empty where nothing tells it
        name TEXT NOT NULL,         -- the fullest that is known
        role TEXT NOT NULL,
        turns INTEGER NOT NULL,
        said INTEGER NOT NULL,      -- words that the person said or wrote
        first INTEGER NOT NULL,     -- the number of the person's first turn; 0 without any
        mentions INTEGER NOT NULL,  -- how often the markup mentions somebody who neither speaks nor writes
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID;

    CREATE INDEX appearances_by_name ON appearances (name);

    CREATE TABLE exchanges (        -- how many turns of two people follow each other
        document TEXT NOT NULL,
        person TEXT NOT NULL,
        other TEXT NOT NULL,        -- after `person` in the alphabet
        turns INTEGER NOT NULL,
        PRIMARY KEY (document, person, other)
    ) WITHOUT ROWID;

    DELETE FROM indexed;            -- so that the people of documents that were added before are taken in
    """,
    """
    CREATE TABLE volumes (          -- files of many documents
        id INTEGER PRIMARY KEY,
        path NOT NULL UNIQUE,       -- bytes where the name is no UTF-8
        title TEXT NOT NULL
    );

    ALTER TABLE documents ADD COLUMN volume INTEGER NOT NULL DEFAULT 0;  -- 0 for a file of its own
    ALTER TABLE documents ADD COLUMN numbered TEXT NOT NULL DEFAULT '';  -- the number that the series gives it
    ALTER TABLE documents ADD COLUMN date TEXT NOT NULL DEFAULT '';      -- when it was said, as ISO 8601
    ALTER TABLE documents ADD COLUMN speakers TEXT NOT NULL DEFAULT '';  -- what they are called, with commas
    ALTER TABLE documents ADD COLUMN sought TEXT NOT NULL DEFAULT '';    -- what a list is filtered by, normalized

    CREATE INDEX documents_listed ON documents (volume, opened_at DESC, title, path, date, numbered, pages);

    DELETE FROM indexed;            -- the index has the words in another form from now on
    DELETE FROM pages;
    """,
    """
    CREATE INDEX documents_by_path ON documents (path);
    """,
    """
    CREATE TABLE same_people (      -- who was decided to be one person in all documents
        one TEXT NOT NULL,          -- what a person is known by: a full name, an id of a series, a document's label
        one_name TEXT NOT NULL,
        other TEXT NOT NULL,
        other_name TEXT NOT NULL,
        kept_at REAL NOT NULL,      -- seconds since 1970
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE quotes (           -- the words by which what was kept is found again in an edited document
        document TEXT NOT NULL,     -- without a reference, as that of decisions
        kind TEXT NOT NULL,         -- place, bookmark or decision
        number INTEGER NOT NULL,    -- of the bookmark or the decision; 0 for the place
        prefix TEXT NOT NULL,
        exact TEXT NOT NULL,        -- the words themselves
        suffix TEXT NOT NULL,
        lost INTEGER NOT NULL,      -- 1 where they are not in the document as it is now
        PRIMARY KEY (document, kind, number)
    ) WITHOUT ROWID;

    CREATE TABLE versions (         -- files that were added again after they were edited, and not opened since
        document TEXT PRIMARY KEY,
        former TEXT NOT NULL        -- the document that was in the file when it was last opened
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE recordings (       -- the sound of documents
        document TEXT PRIMARY KEY,  -- without a reference, as that of decisions
        path NOT NULL,              -- the file that was chosen, '' for none; bytes where the name is no UTF-8
        by_voices INTEGER NOT NULL  -- 1 where synthetic voices are heard instead
    ) WITHOUT ROWID;

    CREATE TABLE sync_points (      -- by which the times of a document are corrected
        document TEXT NOT NULL,
        time REAL NOT NULL,         -- seconds, by the document
        heard REAL NOT NULL,        -- seconds of the recording at which these words are heard
        PRIMARY KEY (document, time)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE chairs (           -- whose turns a person rehearses
        document TEXT NOT NULL,     -- without a reference, as that of decisions
        person TEXT NOT NULL,       -- the id
        name TEXT NOT NULL,         -- what the person is called, as in `pages`; '' where that is not known
        PRIMARY KEY (document, person)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE voiced (           -- people whose turns are read by a voice although there is a recording
        document TEXT NOT NULL,
        person TEXT NOT NULL,
        PRIMARY KEY (document, person)
    ) WITHOUT ROWID;
    """,
)


def statements(sql: str) -> Iterator[str]:
    """The statements of a step one by one, for only so can they be run inside a transaction."""
    from sqlite3 import complete_statement

    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
