"""Offices whose label says who holds them, beside the labels of these names."""

from __future__ import annotations

from tui_reader.document.people.identification import identify

MINISTER = "The Minister for Mills (Ann Holm)"


def test_an_office_is_the_person_whose_full_name_stands_behind_it() -> None:
    found = identify(["Peter Roe (Lower Mill)", MINISTER, "Peter Roe", "Ann Holm", "Peter Roe"])
    assert [(one.name, one.labels) for one in found.people] == [
        ("Peter Roe (Lower Mill)", ("Peter Roe (Lower Mill)", "Peter Roe")),
        ("Ann Holm", (MINISTER, "Ann Holm")),
    ]
    assert found.people[1].evidence == (f'"{MINISTER}" says that Ann Holm holds the office.',)


def test_a_surname_several_holders_and_another_name_join_nobody() -> None:
    for labels in (
        ["The CHAIR (Mr. Holm)", "Mr. HOLM", "Mr. ROE"],
        ["The Minister (Ann Holm)", "The Minister (Carl Roe)", "Ann Holm", "Carl Roe"],
        ["The Minister (Ann Holm)", "Anna Holm", "Ann Roe"],
    ):
        assert all("holds the office" not in why for one in identify(labels * 2).people for why in one.evidence)
