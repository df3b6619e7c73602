"""Who is one person across documents, and who stays apart."""

from __future__ import annotations

from itertools import count

import pytest

from tui_reader.document.people.across_documents import Appearance, SamePerson, anchor, people

NUMBERS = count(1)


def seen(
    name: str, reference: str = "", document: str = "", role: str = "", date: str = "", person: str = "", turns: int = 3
) -> Appearance:
    """Somebody who speaks in a document, by default one of its own; without turns, who is only spoken of."""
    number = next(NUMBERS)
    return Appearance(
        document or f"d{number}", number, person or (name if turns else ""), reference, name, role, turns, 9 * turns,
        1 if turns else 0, 0 if turns else 2, date,
    )  # fmt: skip


def told(*rows: Appearance, same: tuple[SamePerson, ...] = ()) -> list[list[str]]:
    """The people of these rows, each by the names of their rows."""
    return [[row.name for entry in group for row in entry.rows] for group in people(rows, same)]


ONE_PERSON = {
    "one id of a volume": [seen("John F. Kennedy", "v5#p_KJF1"), seen("John F. Kennedy", "v5#p_KJF1", turns=0)],
    "one id, a name and a surname": [seen("John F. Kennedy", "v5#p_KJF1"), seen("Kennedy", "v5#p_KJF1")],
    "one name in two volumes": [seen("John F. Kennedy", "v5#p_KJF1"), seen("John F. Kennedy", "v6#p_KJF_1")],
    "one name of two offices": [
        seen("John F. Kennedy", "v5#p_KJF1", role="Senator"), seen("John F. Kennedy", "v6#p_K2", role="President"),
    ],
    "one name without a middle name, one office": [
        seen("Dean Rusk", "v5#p_RD1", role="Secretary of State"),
        seen("Dean Rusk", "v6#p_RD2", role="Secretary of State from January 21, 1961"),
    ],
    "one id in two volumes": [
        seen("Dean Rusk", "v5#p_RD1", role="Secretary of State"),
        seen("Dean Rusk", "v6#p_RD1", role="President of a foundation"),
    ],
    "an address": [seen("J. Kennedy", "https://viaf.org/1"), seen("The President", "https://viaf.org/1")],
    "middle names left out": [
        seen("John F. Kennedy", "v5#p_KJF1"), seen("John Kennedy"), seen("John Fitzgerald Kennedy"),
    ],
    "initials": [seen("George W. Ball"), seen("G. W. Ball")],
    "a title": [seen("George W. Ball"), seen("Mr. George Ball"), seen("Ball, George W.")],
    "marks left out": [seen("Lech Wałęsa"), seen("Lech Wałęsa", "v1#p_W")],
    "a party": [seen("Kai-Uwe von (CDU) Hassell", "v1#a"), seen("Kai-Uwe von Hassell")],
    "one name of one word, one id, one office": [
        seen("Sukarno", "v5#p_S1", role="President of Indonesia"),
        seen("Sukarno", "v6#p_S1", role="President, Indonesia"),
    ],
}  # fmt: skip
TWO_PEOPLE = {
    "two ids of a volume": [seen("John Smith", "v5#p_SJ1"), seen("John Smith", "v5#p_SJ2")],
    "two names": [seen("John F. Kennedy", "v5#p_KJF1"), seen("Robert F. Kennedy", "v5#p_KRF1")],
    "one id in two volumes, two names": [seen("John Kennedy", "v5#p_K1"), seen("Robert Komer", "v6#p_K1")],
    "two middle names": [seen("George H. W. Bush"), seen("George W. Bush")],
    "a father and his son": [seen("Robert Kennedy"), seen("Robert Kennedy, Jr.")],
    "a wife": [seen("John F. Kennedy"), seen("Mrs. John F. Kennedy")],
    "a wife by her label": [seen("John F. Kennedy"), seen("John F. Kennedy", person="MRS. KENNEDY")],
    "a surname": [seen("John F. Kennedy"), seen("Kennedy")],
    "a surname in two documents": [seen("Kennedy"), seen("Kennedy")],
    "a label": [seen("PRESIDENT"), seen("PRESIDENT")],
    "one word, one id, in two plays": [seen("Ann", "hamlet#ann"), seen("Ann", "emma#ann")],
    "two centuries": [seen("John Smith", date="1788-01-01"), seen("John Smith", date="1962-01-01")],
    "two speakers of one document": [
        seen("John Smith", document="d", person="A"), seen("John Smith", document="d", person="B"),
    ],
    "two speakers with fitting names": [seen("John Smith", document="d"), seen("John F. Smith", document="d")],
    "offices that are unlike, ids that are unlike": [
        seen("John Smith", "v5#p_SJ1", role="Ambassador to France"), seen("John Smith", "v6#p_SJ3", role="Astronaut"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("why", ONE_PERSON)
def test_who_is_surely_one_person_is_one(why: str) -> None:
    assert len(told(*ONE_PERSON[why])) == 1
    assert len(told(*reversed(ONE_PERSON[why]))) == 1


@pytest.mark.parametrize("why", TWO_PEOPLE)
def test_namesakes_stay_apart(why: str) -> None:
    assert len(told(*TWO_PEOPLE[why])) == 2
    assert len(told(*reversed(TWO_PEOPLE[why]))) == 2


def test_a_short_name_that_fits_two_is_neither() -> None:
    rows = [seen("John F. Kennedy"), seen("John S. Kennedy"), seen("John Kennedy")]
    assert told(*rows) == [["John F. Kennedy"], ["John S. Kennedy"], ["John Kennedy"]]


def test_a_name_of_two_in_one_volume_is_nobody_elsewhere() -> None:
    rows = [seen("John Smith", "v5#1"), seen("John Smith", "v5#2"), seen("John Smith"), seen("John Smith", "v6#1")]
    assert [len(one) for one in told(*rows)] == [2, 1, 1]  # one id and one name are one person


def test_a_name_that_may_be_one_of_two_namesakes_is_nobody() -> None:
    rows = [seen("John A. Smith", "v5#1"), seen("John A. Smith", "v5#2"), seen("John Smith")]
    assert len(told(*rows)) == 3


def test_a_decision_joins_what_the_rules_keep_apart() -> None:
    rows = [seen("John F. Kennedy", "v5#p_KJF1"), seen("Jack Kennedy"), seen("KENNEDY", document="d", person="K")]
    same = (
        SamePerson("name:john f kennedy", "name:jack kennedy"), SamePerson("name:jack kennedy", "document:d:K"),
        SamePerson("name:nobody here", "document:d:K"),
    )  # fmt: skip
    assert told(*rows, same=same) == [["John F. Kennedy", "Jack Kennedy", "KENNEDY"]]


def test_a_decision_about_namesakes_is_about_one_of_them() -> None:
    rows = [seen("John Smith", "v5#1"), seen("John Smith", "v5#2"), seen("Jack Smith")]
    groups = people(rows)
    same = SamePerson(anchor(groups[1], groups), anchor(groups[2], groups))
    assert same == SamePerson("id:v5#2", "name:jack smith")
    assert told(*rows, same=(same,)) == [["John Smith"], ["John Smith", "Jack Smith"]]
    unclear = SamePerson("name:john smith", "name:jack smith")
    assert len(told(*rows, same=(unclear,))) == 3


def test_many_rows_take_no_long_time() -> None:
    rows = [seen(f"{first}. Kennedy {last}", f"v{n}#p{first}{last}", date=f"19{60 + n % 9}-01-01") for n in range(40)
            for first in "JF" for last in ("Smith", "Jones")]  # fmt: skip
    assert len(people(rows)) <= 8
