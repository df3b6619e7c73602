"""Somebody who speaks or writes in a document, as frozen data."""

from __future__ import annotations

from tui_reader.document.people.sex_and_age import NOTHING, SexAndAge
from tui_reader.named_tuple import NamedTuple


class Person(NamedTuple):
    """Somebody who speaks or writes in the document, under one label or several."""

    id: str
    """The longest of the labels; unique in the document."""
    name: str | None
    """The fullest name that is known; None if the labels give no name."""
    role: str | None
    """The office or role that is printed or was given: "Under Secretary of State"."""
    labels: tuple[str, ...]
    """As printed, without the punctuation after them, in the order of their first use."""
    evidence: tuple[str, ...] = ()
    """A sentence for each reason why a label, name or role is taken for this person's."""
    given: bool = False
    """Whether somebody gave the name, in a decision or a people file: it is shown instead of the label."""
    stated: SexAndAge = NOTHING
    """The sex and age that the file or a person states; what names and titles tell is not in it."""
    reference: str = ""
    """By what the file or its series knows the person in all of its documents: an address, or "volume#id"."""
