"""Searches of the library as they are typed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tui_reader.library.index_query import QueryError, Term, index_query


def volumes(name: str) -> Sequence[int]:
    return {"v11": [3], "Missile Crisis": [3, 4]}.get(name, [])


def test_operators_stand_anywhere_and_words_are_what_is_left() -> None:
    query = index_query(
        'missiles @"George Ball" after:1962-10 "in a row" KIND:memo in:"Missile Crisis" quarant*', volumes
    )
    assert query.terms == (Term("missiles", False), Term("in a row", True), Term("quarant*", False))
    assert query.speakers == ("George Ball",)
    assert query.narrowed[:2] == ('"kmemorandum"', '"v3" OR "v4"')
    assert query.matches()[-1] == '{words heading} : "quarant"*'


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("after:1962-11-29 before:1963-02-03", "d19621129 d19621130 d19621131 m196212 m196301 d19630201 d19630202"),
        ("after:1962 before:1963", "y1962"),
        ("after:1958 before:2001", "y1958 y1959 t196 t197 t198 t199 y2000"),
        ("after:1963 before:1962", "none"),
        ("after:1960 after:1962 before:1963 before:1970", "y1962"),
    ],
)
def test_dates_are_from_the_first_up_to_the_second(typed: str, marks: str) -> None:
    assert index_query(typed, volumes).narrowed == (" OR ".join(f'"{mark}"' for mark in marks.split()),)


@pytest.mark.parametrize("typed", ["http://a.example", "10:30", "a:b", '"foo:bar"', "Yes: no", "so this:"])
def test_other_words_with_a_colon_are_words(typed: str) -> None:
    assert index_query(typed, volumes).terms and not index_query(typed, volumes).narrowed


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("after:yesterday", "after:yesterday is no date; type a year, month or day, such as after:1962-10."),
        ("before:1962-13", "before:1962-13 is no date"),
        ("before:1962-02-30", "before:1962-02-30 is no date"),
        ("after:", "after: is no date"),
        ("kind:poem", "kind:poem is no kind; there are telephone, conversation,"),
        ("in:v99", "in:v99 is no volume of the library"),
        ("in:", "in: is no volume"),
        ("castro after: 1962", "after: is no date"),
        ("afer:1962", "afer: is no operator; type words,"),
        ("@", "Type a name after @"),
        ('@""', "Type a name after @"),
        ("  ", "Type what to find: words,"),
        ("x" * 1001, "Too long to search for"),
    ],
)
def test_what_is_typed_wrong_is_told_in_a_line(typed: str, line: str) -> None:
    with pytest.raises(QueryError) as error:
        index_query(typed, volumes)
    assert str(error.value).startswith(line) and error.value.status == 2
