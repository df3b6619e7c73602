"""Records are as those of typing.NamedTuple, and cost less to define."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import NamedTuple as TypingNamedTuple

import pytest

from tui_reader.named_tuple import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    page: int
    offset: int = 0
    """In characters."""

    @property
    def both(self) -> int:
        """The sum."""
        return self.page + self.offset


class PlaceOfTyping(TypingNamedTuple):
    page: int
    offset: int = 0


class Mark(Place):
    """A record with another way to be made."""

    def __new__(cls, page: int) -> Mark:
        return super().__new__(cls, page, 7)


def test_values_are_given_by_place_and_by_name() -> None:
    assert Place(1) == Place(page=1, offset=0) == (1, 0)
    assert (Place(1, offset=2).offset, Place(1, 2).both, Place.__doc__) == (2, 3, "Where something is.")
    assert repr(Place(1, 2)) == repr(PlaceOfTyping(1, 2)).replace("OfTyping", "")


def test_it_has_what_a_named_tuple_of_typing_has() -> None:
    ours, others = Place(1, 2), PlaceOfTyping(1, 2)
    assert ours._fields == others._fields == Place.__match_args__
    assert ours._asdict() == others._asdict()
    assert tuple(ours._replace(page=5)) == tuple(others._replace(page=5))
    assert tuple(Place._make([1, 2])) == tuple(PlaceOfTyping._make([1, 2]))
    assert Place._field_defaults == PlaceOfTyping._field_defaults
    match ours:
        case Place(page, offset):
            assert (page, offset) == (1, 2)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, 3),
        lambda kind: kind(1, page=2),
        lambda kind: kind(1, other=2),
        lambda kind: kind._make([1]),
        lambda kind: kind(1)._replace(other=2),
        lambda kind: setattr(kind(1), "page", 2),
        lambda kind: setattr(kind(1), "other", 2),
    ],
)
def test_wrong_use_is_the_same_error(wrong: Callable[[object], object]) -> None:
    for kind in (Place, PlaceOfTyping):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            wrong(kind)


def test_a_field_without_a_default_comes_first() -> None:
    class Wrong(NamedTuple):
        page: int = 0
        offset: int  # type: ignore[misc]

    with pytest.raises(TypeError, match="without a default"):
        Wrong(1, 2)


def test_a_class_derived_from_it_is_made_its_own_way() -> None:
    assert Mark(3) == (3, 7)
    assert isinstance(Mark(3)._replace(page=4), Mark)


def test_it_is_copied_and_sent_to_another_process() -> None:
    assert copy.copy(Place(1, 2)) == Place(1, 2)
    sent = pickle.loads(pickle.dumps(Place(1, 2)))
    assert (sent, type(sent)) == (Place(1, 2), Place)


class Nothing(NamedTuple):
    """No fields."""


def test_a_record_without_fields_is_empty() -> None:
    assert Nothing() == () == Nothing._fields
    assert pickle.loads(pickle.dumps(Nothing())) == ()
    with pytest.raises(TypeError):
        Nothing(1)  # type: ignore[call-arg]


def test_copies_have_other_values_also_by_the_protocol_of_later_versions() -> None:
    assert Place(1, 2).__replace__(offset=3) == Place(1, 3)  # type: ignore[attr-defined,unused-ignore]


def test_a_record_matches_a_pattern_by_place_and_by_name() -> None:
    match Place(1, 2):
        case Place(page, offset=offset):
            assert (page, offset) == (1, 2)
