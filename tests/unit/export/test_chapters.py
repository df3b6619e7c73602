"""Chapters for formats that hold a limited number of them."""

from __future__ import annotations

from itertools import pairwise

from tui_reader.export.chapters import Chapter, at_most


def chapters(count: int, headings: int) -> list[Chapter]:
    """That many chapters of 10 frames each, a heading at even distances."""
    every = count // headings
    return [Chapter(n * 10, n * 10 + 10, f"{n}", is_heading=n % every == 0) for n in range(count)]


def test_as_many_as_fit_are_kept_as_they_are() -> None:
    assert at_most(chapters(255, 5), 255) == tuple(chapters(255, 5))


def test_of_too_many_all_headings_and_turns_at_even_distances_are_kept_without_gaps() -> None:
    found = at_most(chapters(1000, 10), 255)
    assert 128 < len(found) <= 255
    assert [one.title for one in found if one.is_heading] == [f"{n}" for n in range(0, 1000, 100)]
    assert found[0].start == 0 and found[-1].end == 10_000
    assert all(one.end == following.start for one, following in pairwise(found))
    assert max(one.end - one.start for one in found) <= 50


def test_of_too_many_headings_some_are_kept() -> None:
    found = at_most(chapters(600, 600), 255)
    assert len(found) == 200 and (found[0].start, found[-1].end) == (0, 6000)
