"""What labels tell of sex and age in documents of other languages than English."""

from __future__ import annotations

import pytest

from tests.support.told_people import told_of_all
from tui_reader.document.model import Person


@pytest.mark.usefixtures("first_names")
def test_an_article_is_no_first_name_in_its_language() -> None:
    person = Person("v", "Una voz", None, ("Voz",))
    assert told_of_all([person], "es") == {"v": ""}
    assert told_of_all([Person("u", "Una Maguire", None, ("UNA",))]) == {"u": "female"}


FOREIGN = {
    "es": {"SUEGRA": "female", "LEÑADOR 2": "male", "VECINA": "female"},
    "nl": {"KONING": "male", "DIENSTMEID": "female", "GROOTMOEDER": "female old"},
    "sv": {"PIGAN 1": "female", "MORMOR": "female old", "GUBBEN": "male old"},
    "pl": {"SŁUŻĄCA": "female", "CHŁOPIEC": "male child", "WSZYSCY": "crowd"},
    "cs": {"PANÍ": "female", "DĚDA": "male old", "VŠICHNI": "crowd"},
    "ru": {"СТАРУХА": "female old", "СЛУГА": "male", "ВСЕ": "crowd"},
}


@pytest.mark.parametrize("language", FOREIGN)
def test_nouns_tell_in_documents_of_their_language(language: str) -> None:
    people = [Person(name, name, None, (name,)) for name in FOREIGN[language]]
    assert told_of_all(people, language) == FOREIGN[language]
    assert not any(told_of_all(people, "tr").values())
