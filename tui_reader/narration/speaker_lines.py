"""The default reading as (voice, text) in printed wording, for people and programs that check how a file was parsed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui_reader.narration.narration import Narration


def speaker_lines(narration: Narration) -> Iterator[tuple[str, str]]:
    """(voice, text) for each passage that is said, in order: added words are included, skipped ones left out.

    `voice` is a person's id or "narrator".
    """
    for _, group in groupby(narration, key=lambda said: (said.page, said.paragraph, said.voice)):
        said = list(group)
        words = " ".join(utterance.wording for utterance in said)
        if words:
            yield said[0].voice, words
