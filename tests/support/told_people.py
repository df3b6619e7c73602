"""What is told of the sex and age of people of one document, in words."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.casting.sex_and_age import sexes_and_ages
from tui_reader.document.model import Document, LanguageEvidence, Person


def told_of_all(people: Sequence[Person], language: str = "en", source: str = "guessed") -> dict[str, str]:
    """What is told of people of one document, by id, in words: "female", "male old", "crowd"."""
    evidence = LanguageEvidence(source, 1.0)
    document = Document(
        "d", "k", "transcript", "x", people=tuple(people), language=language, language_evidence=evidence
    )
    every = {id: told.is_what for id, told in sexes_and_ages(document).items()}
    return {
        id: " ".join(filter(None, (is_what.sex, is_what.age.replace("adult", ""), "crowd" if is_what.crowd else "")))
        for id, is_what in every.items()
    }
