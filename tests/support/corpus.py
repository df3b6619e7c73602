"""The paths of the documents that come with the reader."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
MEMORANDUM = CORPUS / "stevenson-ball.txt"
