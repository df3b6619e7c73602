"""Scrolling: which line is at the top, at once or, for smooth scrolling, after a few steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tui_reader.faces.tui.text.line_flow import LineFlow, Spot

PACE = 1 / 60
"""Seconds from one step to the next."""
SHARE = 3
"""The distance that is left is divided by this for each step, so the text comes to rest gently."""


LEAST_BEFORE = 2
"""Lines before a turn that is longer than the window."""
STEADY = 3
"""The current turn of a dialogue begins this part of the window below its top."""


class Timer(Protocol):
    """Calls a function at regular intervals until it is stopped."""

    def stop(self) -> None:
        """Call no more."""


class ScrollPosition:
    """The line at the top."""

    def __init__(self, repeat: Callable[[], Timer]) -> None:
        """`repeat` starts a timer that calls `step`."""
        self._repeat = repeat
        self._timer: Timer | None = None
        self.top = self.goal = Spot(0, 0, 0)
        """The line at the top now, and the one that the text scrolls to."""

    @property
    def gliding(self) -> bool:
        """Whether the text is scrolling."""
        return self._timer is not None

    def put(self, top: Spot) -> None:
        """Put that line at the top at once."""
        self.top = self.goal = top
        if self._timer:
            self._timer.stop()
            self._timer = None

    def glide_to(self, top: Spot) -> None:
        """Scroll to that line in steps."""
        if top == self.top:
            self.put(top)
            return
        self.goal = top
        self._timer = self._timer or self._repeat()

    def step(self, flow: LineFlow, most: int) -> None:
        """Scroll a step; to the goal at once where it is more than `most` lines away."""
        top = nearer(flow, self.top, self.goal, most)
        if top == self.goal:
            self.put(top)
        self.top = top


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


def top_showing(flow: LineFlow, spot: Spot, top: Spot, room: int, dialogue: bool, turned: bool) -> Spot:
    """The line at the top from which `spot` is visible in `room` lines; `top` as it is now where that shows it.

    `dialogue` is whether the whole dialogue is shown. There a turn just come to (`turned`) begins at the same row each
    time, a third of the way down, or higher where only so all of it is seen.
    """
    if dialogue and turned:
        begin = Spot(spot.page, 0, 0)
        rows = lines_between(flow, begin, flow.end(spot.page), room)
        above = min(room // STEADY, LEAST_BEFORE if rows is None else room - rows)
        top = flow.moved(begin, -above)
    below = flow.moved(top, room - 1)
    if dialogue:
        if not top <= spot <= below:
            top = flow.moved(spot, -(room // STEADY))
    elif not top <= spot <= below:
        # As a page is turned: what comes next is read from the top.
        top = flow.moved(spot, -1) if spot > top else spot
    return flow.filling(top, room)
