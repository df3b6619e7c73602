"""The default reading as a list of who says what in printed wording, for people and programs that look at a parse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui_reader.narration.narration import Narration


def entries(script: Narration) -> Iterator[tuple[str, str]]:
    """(voice, text) for each passage that is said, in order: added words put in, skipped ones left out."""
    for _, utterances in groupby(script, key=lambda utterance: (utterance.page, utterance.paragraph, utterance.voice)):
        said = list(utterances)
        yield said[0].voice, " ".join(utterance.wording for utterance in said)
