"""Heads and feet of pages."""

from __future__ import annotations

from tui_reader.formats.transcript.running_heads import running_heads


def page(number: int) -> str:
    """A page with its number and its head above thirty lines."""
    lines = "".join(
        f"Line {number} of a talk that goes on and on over {line} pages of print and\n" for line in range(30)
    )
    return f"{number}\n\nTHE MILL\n\n{lines}\n"


def test_a_head_that_comes_once_more_without_its_number_harms_nothing() -> None:
    pages = "".join(map(page, range(11, 17)))
    found = [rest.text for rest in running_heads(f"{pages}THE MILL\n\nThe end of it.\n")]
    assert found == [words for number in range(11, 17) for words in (str(number), "THE MILL")]
