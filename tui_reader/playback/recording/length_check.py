"""Whether the times of a transcript fit the length of its recording; in a line for the person, where they do not."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.document.model import SpokenAt
from tui_reader.playback.recording.time_correction import TimeCorrection
from tui_reader.terminal.counts import length

_LONGER = 60.0
"""Seconds of music and silence for which a recording goes on after the last words, or `_SHARE` of it."""
_SHARE = 0.1
_LATE = 5.0
"""Seconds after the sound's end for which a caption may still be shown."""
_FRAME_RATES = (1.035, 1.046)
"""How much longer times for 24 frames a second are (or 23.976) than a film that runs at 25."""
RATES = "24 frames a second and the recording for 25"


def length_warning(times: Iterable[SpokenAt], correction: TimeCorrection, seconds: float) -> str:
    """What is odd about the times beside a recording of so many seconds; empty where they fit.

    A recording may go on after the talk, for a minute or a tenth of it.
    """
    first, last = float("inf"), 0.0
    for time in times:
        first = min(first, time.start)
        last = max(last, time.start, time.end or 0.0)
    if first > last or seconds <= 0:
        return ""
    first, last = correction.seconds(first), correction.seconds(last)
    over = last - seconds
    if first > seconds:
        begins = f"{int(first) // 3600}:{int(first) // 60 % 60:02}:{int(first) % 60:02}"
        return f"All times of the transcript, from {begins}, are after the end of the recording, {length(seconds)}."
    if -over > max(_LONGER, _SHARE * seconds):
        return f"The recording is {length(-over)} longer than the transcript: is it the same talk?"
    if over <= _LATE:
        return ""
    if _FRAME_RATES[0] <= last / seconds <= _FRAME_RATES[1]:
        return f"The transcript ends {length(over)} after the recording, as if its times were for {RATES}."
    question = ": is it the same talk?" if over > max(_LONGER, _SHARE * seconds) else "."
    return f"The transcript ends {length(over)} after the recording{question}"
