"""A Document as what is said: order, voices, sentences, spelling out, and the ledger of every character."""

from __future__ import annotations

from tui_reader.script.choices import Announce, Choices, LetterVoice
from tui_reader.script.entries import entries
from tui_reader.script.script import Script
from tui_reader.script.utterance import Pause, Piece, Utterance

__all__ = ["Announce", "Choices", "LetterVoice", "Pause", "Piece", "Script", "Utterance", "entries"]
