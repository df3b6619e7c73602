"""Who spoke how much, in words and as a table with bars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.document.model import Document
from tui_reader.reading.talk_statistics import SpeakerStatistics, TalkStatistics
from tui_reader.terminal.counts import count, length
from tui_reader.terminal.wrapping import cell_width, within

HEADS = ("speaker", "turns", "words", "minutes", "interrupts", "longest turn", "share")
LEAST_BAR, MOST_BAR, LEAST_NAME = 10, 24, 10
"""Columns of the longest bar, at least and at most, and of the shortest column of names."""
ESTIMATED = "Minutes are estimated from the pace of reading aloud; the file has no times."


def table(statistics: TalkStatistics, width: int | None) -> Iterator[str]:
    """The lines of the table, in at most `width` columns, with bars; in any number and without bars for None.

    Where there is little room names are short, and where there is still too little the bars are left out.
    """
    figures = [*(_figures(one, statistics) for one in statistics.speakers), _totals(statistics)]
    widths = [max(cell_width(cell) for cell in column) for column in zip(HEADS[1:], *figures, strict=True)]
    names, longest_bar = [*(one.name for one in statistics.speakers), "all"], 0
    widths.insert(0, max(map(cell_width, (HEADS[0], *names))))
    if width:
        rest = width - sum(widths[1:]) - 2 * (len(widths) - 1) - 1
        if widths[0] > rest - LEAST_BAR:
            names = [*(one.short_name for one in statistics.speakers), "all"]
            widths[0] = max(map(cell_width, (HEADS[0], *names)))
        widths[0] = max(min(widths[0], rest - LEAST_BAR), min(LEAST_NAME, widths[0]))
        longest_bar = min(MOST_BAR, rest - widths[0])
    yield _line([*HEADS], widths, "")
    most = max((one.words for one in statistics.speakers), default=0) or 1
    for one, name, row in zip([*statistics.speakers, None], names, figures, strict=True):
        yield _line([name, *row], widths, _bar(one.words / most, longest_bar) if one and longest_bar > 0 else "")


def in_words(statistics: TalkStatistics) -> Iterator[str]:
    """A line for each speaker, as it is said."""
    for one in statistics.speakers:
        parts = [
            count(one.turns, "turn"),
            f"{count(one.words, 'word')} ({round(100 * statistics.share(one))} percent)",
            length(one.seconds),
            count(one.interruptions, "interruption"),
            f"longest turn {one.longest} ({count(one.longest_words, 'word')})",
        ]
        yield f"{one.name}: {', '.join(parts)}."


def to_json(document: Document, statistics: TalkStatistics) -> dict[str, Any]:
    """The same for programs."""
    return {
        "title": document.title.text if document.title else None,
        "turns": sum(one.turns for one in statistics.speakers),
        "words": statistics.words,
        "seconds": round(sum(one.seconds for one in statistics.speakers), 1),
        "seconds_from": "times" if statistics.is_timed else "estimate",
        "speakers": [
            {
                "id": one.id,
                "name": one.name,
                "turns": one.turns,
                "words": one.words,
                "share": round(statistics.share(one), 4),
                "seconds": round(one.seconds, 1),
                "interruptions": one.interruptions,
                "longest_turn": {"turn": one.longest, "words": one.longest_words},
            }
            for one in statistics.speakers
        ],
    }


def _figures(one: SpeakerStatistics, statistics: TalkStatistics) -> list[str]:
    share = f"{round(100 * statistics.share(one))}%"
    longest = f"{one.longest} ({one.longest_words})"
    return [f"{one.turns}", f"{one.words}", _minutes(one.seconds), f"{one.interruptions}", longest, share]


def _totals(statistics: TalkStatistics) -> list[str]:
    speakers = statistics.speakers
    longest = max(speakers, key=lambda one: one.longest_words)
    return [
        f"{sum(one.turns for one in speakers)}",
        f"{statistics.words}",
        _minutes(sum(one.seconds for one in speakers)),
        f"{sum(one.interruptions for one in speakers)}",
        f"{longest.longest} ({longest.longest_words})",
        "100%",
    ]


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _bar(share: float, longest: int) -> str:
    """A bar in eighths of a cell."""
    eighths = max(1, round(8 * longest * share))
    return "█" * (eighths // 8) + "▏▎▍▌▋▊▉"[eighths % 8 - 1] * bool(eighths % 8)


def _line(cells: list[str], widths: list[int], bar: str) -> str:
    """A row: the name to the left, figures to the right, and the bar."""
    name = _cut(cells[0], widths[0])
    padded = [name + " " * (widths[0] - cell_width(name))]
    padded += [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return f"{'  '.join(padded)} {bar}".rstrip()


def _cut(text: str, width: int) -> str:
    """The text in at most `width` cells, ending with a sign where it is cut."""
    return text if cell_width(text) <= width else within(text, width - 1).rstrip() + "…"
