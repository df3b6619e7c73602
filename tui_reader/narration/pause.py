"""The kinds of silence between utterances. Knows no utterance: so settings have them without what makes one."""

from __future__ import annotations

from enum import StrEnum


class Pause(StrEnum):
    """Why there is silence after an utterance; the settings say how long it is."""

    SENTENCE = "sentence"
    """Before the next sentence of the same passage."""
    ITEM = "item"
    """Before the next item of a list that runs on as one sentence, or the rest of a sentence cut for its length."""
    PARAGRAPH = "paragraph"
    """Before the next passage of the same page."""
    SAME_SPEAKER = "same_speaker"
    """Before another turn of the same speaker."""
    CHANGE = "change"
    """Before another speaker, after more than a few words."""
    ANSWER = "answer"
    """Before another speaker, after a short answer ("Yes.") and between two short turns."""
    INTERRUPTION = "interruption"
    """Before another speaker, after a turn that breaks off: "I was going to--"."""
    NOTE = "note"
    """Before a note, and after it where the turn goes on."""
    PART = "part"
    """Before another part, and after the title and a heading."""
    END = "end"
    """Nothing comes after."""
