"""A person in all documents of the library: where they speak or are spoken of; with whom they talk; all they said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.documents.said_making import SaidMaking
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.library import Library
from tui_reader.library.people_everywhere import PersonEverywhere, PlaceOfPerson, TalksWith
from tui_reader.library.people_words import person_line, place_line, talks_line
from tui_reader.terminal.output import without_controls

KEYS = "Enter opens, a all they said, w with whom they talk, s same as another, u undo, / another name, Escape back."
OF_PEOPLE = "Enter tells more, / another name, Escape back."
OF_TALKS = "Enter tells who that is, w documents, Escape back."
Open = Callable[..., "str | None"]
"""Opens the document at a path, at a place as it is typed; returns why it cannot, or None."""


class PersonScreen(RowsScreen):
    """Enter opens the chosen document at the person's first turn; of several people of a name it chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "escape,q back", "slash find", "a all_said", "w talks", "s same", "u undo"
    )

    def __init__(self, library: Library, found: Sequence[PersonEverywhere], open: Open) -> None:
        """`found` are the people of a name; `open` opens a document."""
        super().__init__()
        self._library, self._open = library, open
        self._people = list(found)
        self._person: PersonEverywhere | None = None
        self._joining: PersonEverywhere | None = None
        """Who is to be the same as the person chosen next."""
        self._making: SaidMaking | None = None
        self.opened = False
        """Whether a document was opened from here."""
        self._places: list[PlaceOfPerson] = []
        self._talks: list[TalksWith] | None = None
        """With whom the person talks, where that is listed."""
        if len(self._people) == 1:
            self._take_person(self._people[0])

    def _take_person(self, person: PersonEverywhere | None) -> None:
        self._person, self._talks = person, None
        self._places = self._library.everywhere.places(person) if person else []

    # What is seen

    def count(self) -> int:
        """A row for each person, or each document or other of one person."""
        if self._person is None:
            return len(self._people)
        return len(self._places if self._talks is None else self._talks)

    def row(self, index: int, width: int) -> str:
        """A person, a document in which the person is, or somebody with whom the person talks."""
        if self._person is None:
            return person_line(self._people[index])
        return place_line(self._places[index]) if self._talks is None else talks_line(self._talks[index])

    def head(self) -> list[str]:
        """Who it is, and what keys do."""
        if self._making and self._making.busy and self._person:
            return [f"Reading all that {self._person.name} said. Escape stops."]
        if self._person is None:
            who = f"Who is the same as {self._joining.name}? " if self._joining else ""
            return [f"{who}{len(self._people)} people. {OF_PEOPLE}"]
        if self._talks is not None:
            return [f"With whom {self._person.name} talks. {OF_TALKS}"]
        return [person_line(self._person), KEYS]

    def about(self, index: int) -> list[str]:
        """The chosen row in whole, and what was decided about the person."""
        if self._person is None:
            return [person_line(self._people[index])]
        if self._talks is not None:
            return [f"{talks_line(self._talks[index])}."]
        decided = [one.line for one in self._library.everywhere.about(self._person)]
        return [f"{place_line(self._places[index])}. {self._places[index].path}", *decided]

    # Choosing

    def action_back(self) -> None:
        """Stop what is being made, go back to the documents, to the people of the name, or leave."""
        if self._making and self._making.busy:
            self._making.stop()
            self.tell("Stopped.")
        elif self._talks is not None:
            self._talks = None
            self.begin_at(0)
        elif self._joining:
            self._take_person(self._joining)
            self._joining = None
            self.begin_at(0)
        elif self._person is not None and len(self._people) > 1:
            at = self._people.index(self._person) if self._person in self._people else 0
            self._take_person(None)
            self.begin_at(at)
        else:
            self.dismiss()

    def action_take(self) -> None:
        """Choose the person, or open the document at the person's first turn."""
        if not self.count():
            return
        at = self.rows.at
        if self._person is None:
            self._choose(self._people[at])
        elif self._talks is not None:
            self._find(self._talks[at].name)
        else:
            place = self._places[at]
            start = f"turn {place.row.first}" if place.row.first else None
            self._leave_with(self._open(place.path, start))

    def _leave_with(self, refused: str | None) -> None:
        """Leave, or say why a document cannot be opened."""
        if refused:
            self.tell(without_controls(refused))
        else:
            self.opened = True
            self.dismiss()

    def _choose(self, person: PersonEverywhere) -> None:
        joining, self._joining = self._joining, None
        told = ""
        if joining:
            person, told = self._join(joining, person)
        self._take_person(person)
        self.begin_at(0)
        if told:
            self.tell(told)

    def _join(self, one: PersonEverywhere, other: PersonEverywhere) -> tuple[PersonEverywhere, str]:
        """Decide that two are one person, who is returned with a message."""
        if one.rows == other.rows:
            return one, f"{one.name} is one person already."
        try:
            decision = self._library.everywhere.decide_same(one, other)
            return self._library.everywhere.again(one), f"{decision.line} u takes it back."
        except ReaderError as error:
            return one, str(error)

    def action_find(self) -> None:
        """Ask for another name."""
        ask(self, AskScreen("Name: "), lambda typed: self._find(typed or ""))

    def _find(self, typed: str) -> None:
        if not typed.strip():
            return
        try:
            found = self._library.everywhere.find(typed)
        except ReaderError as error:
            self.tell(str(error))
            return
        if not found:
            self.tell(f"Nobody called {typed.strip()} is in the library.")
            return
        self._people = found
        if len(found) == 1:
            self._choose(found[0])
        else:
            self._take_person(None)
            self.begin_at(0)

    def action_talks(self) -> None:
        """List with whom the person talks, or the documents again."""
        if self._person is None:
            return
        talks = self._library.everywhere.talks_with(self._person) if self._talks is None else None
        if talks == []:
            self.tell(f"{self._person.name} talks with nobody.")
            return
        self._talks = talks
        self.begin_at(0)

    # All they said

    def action_all_said(self) -> None:
        """Put together all that the person said, and open it."""
        if self._person is None or (self._making and self._making.busy):
            return
        if not self._person.turns:
            self.tell(f"{self._person.name} says nothing in the documents of the library.")
            return
        if self._library.path is None:
            self.tell("There is no library.")
            return
        name = self._person.name

        def further(share: float) -> None:
            self.tell(f"Reading all that {name} said: {100 * share:.0f} percent; Escape stops.")

        self._making = SaidMaking(self._person, self._library, further, self._made)

    def _made(self, path: Path | None, notices: Sequence[str]) -> None:
        self._leave_with(self._open(path) if path else " ".join(notices))

    # Deciding

    def action_same(self) -> None:
        """Ask who else the person is."""
        if self._person is None:
            return
        person = self._person

        def answered(typed: str | None) -> None:
            if typed and typed.strip():
                self._joining = person
                self._find(typed)
                if self._person is person:  # nobody was found
                    self._joining = None

        ask(self, AskScreen(f"{person.name} is the same person as: "), answered)

    def action_undo(self) -> None:
        """Take back the last decision about the person."""
        if self._person is None:
            return
        decided = self._library.everywhere.about(self._person)
        if not decided:
            self.tell(f"Nothing was decided about {self._person.name}.")
            return
        try:
            self._library.everywhere.decisions.take_back(decided[-1])
        except ReaderError as error:
            self.tell(str(error))
            return
        self._take_person(self._library.everywhere.again(self._person))
        self.begin_at(0)
        self.tell(f"Taken back: {decided[-1].line}")
