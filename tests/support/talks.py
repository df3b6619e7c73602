"""Short dialogues for tests, as text."""

from __future__ import annotations

TALK = "A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"
"""A title and four turns of two people."""
_LONG = "All of us were there when the ships came in, one after the other, over the quiet sea. " * 4
LONG_TALK = f"A Talk\n\nANNE: {_LONG}\n\nBEN: {_LONG}\n\nANNE: {_LONG}\n"
"""A title and three turns of about twenty seconds each."""
TALK_WITH_WORDS = (
    "A Talk\n\nANNE: Good morning, naïve one.\n\nBEN: Yes, the SAM sites.\n\nANNE: Then we walk.\n\nBEN: We do.\n"
)
"""The same with words that are looked for: letters with accents, capitals."""
TALK_WITH_FRONT_MATTER = (
    "A Talk\n\nWe met in the kitchen on a day in May and talked of cooking.\n\nIt was a good day.\n\n"
    "ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"
)
"""The same turns, and before them two paragraphs without a heading."""
VOLUME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
    '<div type="document" xml:id="d1"><head>1. Letter</head><p>All is well.</p></div>'
    '<div type="document" xml:id="d2"><head>2. Note</head><p>The mine is dry.</p></div></body></text></TEI>'
)
"""A file of two documents, in TEI."""
