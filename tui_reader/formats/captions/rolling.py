"""Captions that roll up, as machines write them: each line is printed twice, when it is said and above the next.

Knows cues, and not the format they were printed in.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.formats.captions.scanner import CaptionCue

_ROLLING = 0.3
"""Share of the cues that begin with the last line of the cue before, above which captions roll up."""


def unrolled(found: Sequence[CaptionCue]) -> list[CaptionCue]:
    """Captions that roll up say each line twice: the second print of a line goes to the head of its cue.

    The same words in another voice are an answer.
    """
    rolled: list[int] = []
    last, voice, count = "", None, 0
    for place, cue in enumerate(found):
        if not cue.pieces:
            continue
        count += 1
        piece = cue.pieces[0]
        words = piece.text.strip()
        same_voice = len(cue.pieces) == 1 and piece.speaker == voice
        if last and same_voice and words.startswith(last) and words.partition("\n")[0].rstrip() == last:
            rolled.append(place)
        if len(cue.pieces) > 1:
            piece = cue.pieces[-1]
            words = piece.text.strip()
        last, voice = words.rpartition("\n")[2].lstrip(), piece.speaker
    if len(rolled) < max(2, _ROLLING * count):
        return list(found)
    made = list(found)
    for place in rolled:
        cue = found[place]
        line, _, rest = cue.pieces[0].text.strip().partition("\n")
        cut = len(cue.pieces[0].text.rstrip()) - len(rest)
        times = (time._replace(offset=time.offset - cut) for time in cue.pieces[0].times if time.offset >= cut)
        pieces = (cue.pieces[0]._replace(text=rest, times=tuple(times)),) if rest.strip() else ()
        made[place] = cue._replace(printed=f"{cue.printed}\n{line}", pieces=pieces, why="time of a cue, a line again")
    return made
