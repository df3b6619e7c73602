"""Joins the label of an office that says who holds it to the label of that name: `The Minister for Mills (Ann Holm)`.

Knows groups of labels; not the text.
"""

from __future__ import annotations

from tui_reader.document.people.label_groups import LabelGroup, merge
from tui_reader.document.people.label_parts import take_apart
from tui_reader.document.people.named_person import NamedPerson


def join_holders(groups: list[LabelGroup]) -> None:
    """Join each office that one person holds, whose full name is a label too; "(Mr. Kyl)" is no full name."""
    bare = {group.base: group for group in groups if not any(one.holder or one.office for one in group.parts)}
    for office in list(groups):
        holders = {one.holder for one in office.parts} - {None}
        if len(holders) != 1 or not all(one.office for one in office.parts):
            continue
        holder = str(holders.pop())
        name = take_apart(holder)
        own = bare.get(name.base)
        if own and " " in name.base and not name.courtesy:
            label = next(one for one in office.labels if take_apart(one).holder)
            own.person = own.person or NamedPerson(own.labels[0])
            merge(groups, own, office, f'"{label}" says that {holder} holds the office.')
