"""Where the text is on its way from one place to another: a few lines nearer, sixty times a second. Knows no widget."""

from __future__ import annotations

from tui_reader.faces.tui.text.line_flow import LineFlow, Spot

PACE = 1 / 60
"""Seconds from one step to the next."""
SHARE = 3
"""A step takes one part in so many of what is left, and so it comes to rest gently."""


def lines_between(flow: LineFlow, start: Spot, end: Spot, most: int) -> int | None:
    """How many lines further on `end` is than `start`, less than 0 for back; None where it is more than `most`."""
    if end < start:
        back = lines_between(flow, end, start, most)
        return None if back is None else -back
    here, count = start[:2], -start.line
    while here != end[:2] and count <= most:
        count += len(flow.lines(*here))
        here = flow.after(*here) or end[:2]
    count += end.line
    return count if here == end[:2] and count <= most else None


def nearer(flow: LineFlow, top: Spot, goal: Spot, most: int) -> Spot:
    """The next line at the top on the way to the goal; the goal itself where that is further than `most` lines."""
    left = lines_between(flow, top, goal, most)
    if not left:
        return goal
    step = -(-abs(left) // SHARE)
    return flow.moved(top, step if left > 0 else -step)
