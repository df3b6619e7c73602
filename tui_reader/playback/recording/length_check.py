"""Whether the times of a transcript fit the length of its recording; in a line for the person, where they do not."""

from __future__ import annotations

from tui_reader.playback.recording.alignment import Alignment
from tui_reader.terminal.counts import clock, length

_LONGER = 60.0
"""Seconds of music and silence for which a recording goes on after the last words, or `_SHARE` of it."""
_SHARE = 0.1
_LATE = 5.0
"""Seconds after the sound's end for which a caption may still be shown."""
_FRAME_RATES = (1.035, 1.046)
"""How much longer times for 24 frames a second are (or 23.976) than a film that runs at 25."""
_RATES = "24 frames a second and the recording for 25"


def length_warning(alignment: Alignment, seconds: float) -> str:
    """What is odd about a document's times beside a recording of so many seconds; empty where they fit.

    A recording may go on after the talk, for a minute or a tenth of it.
    """
    times = alignment.document.times
    if not times or seconds <= 0:
        return ""
    first, last = alignment.correction.seconds(min(time.start for time in times)), alignment.last
    over = last - seconds
    if first > seconds:
        end = f"the end of the recording, {length(seconds)}"
        return f"All times of the transcript, from {clock(first)}, are after {end}: shift them."
    if last < 0:
        end = f"the last by {length(-last)}"
        return f"All times of the transcript are before the start of the recording, {end}: shift them."
    if -over > max(_LONGER, _SHARE * seconds):
        longer = f"The recording is {length(-over)} longer than the transcript"
        return f"{longer}: is it the same talk? If it begins later in it, shift the times."
    if over <= _LATE:
        return ""
    ends = f"The transcript ends {length(over)} after the recording"
    if _FRAME_RATES[0] <= last / seconds <= _FRAME_RATES[1]:
        return f"{ends}, as if its times were for {_RATES}: put it in step at two places."
    return f"{ends}: is it the same talk?" if over > max(_LONGER, _SHARE * seconds) else f"{ends}."
