"""A person in all documents of the library, in the plain face: numbered lists of people and of their documents."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.faces.plain.questions import Questions
from tui_reader.library.people_everywhere import PersonEverywhere
from tui_reader.library.people_words import MOST, person_line, place_line, talks_line
from tui_reader.reading import Reading
from tui_reader.terminal.milestones import Milestones

NAME = "Name: "
KEYS = "A number opens, a all they said, w with whom they talk, s same as another, u undo."
TYPE = "Type a name, then Enter."


class PersonLists:
    """Asks for a person, and tells where they speak; a number opens the document at their first turn."""

    def __init__(
        self,
        reading: Reading,
        questions: Questions,
        say: Callable[[str], None],
        open: Callable[..., None],
        waiting: Callable[[], bool],
    ) -> None:
        """As for `LibraryLists`."""
        self._reading, self._people, self._questions = reading, reading.library.everywhere, questions
        self._say, self._open, self._waiting = say, open, waiting

    def ask(self) -> None:
        """Ask for a name."""
        self._questions.ask_line(TYPE, NAME, lambda typed: self._find(typed, self.show))

    def of_speaker(self, id: str) -> None:
        """Tell of a speaker of the document that is open."""
        from tui_reader.reading.people_found import people_found

        try:
            found = people_found(self._reading, id)
        except ReaderError as error:
            self._say(str(error))
            return
        if found:
            self._choose(found, self.show)
        else:
            self._say("The library does not know this document yet.")

    def show(self, person: PersonEverywhere, told: str = "") -> None:
        """Tell who a person is, and list the documents."""
        places = self._people.places(person)

        def opened(index: int) -> None:
            row = places[index].row
            self._open(places[index].path, f"turn {row.first}" if row.first else None)

        decided = [f"Decided: {one.line}" for one in self._people.about(person)]
        contents = ListContents(
            "document",
            MadeRows(len(places), lambda index: f"{place_line(places[index])}."),
            opened,
            KEYS,
            others={
                "a": lambda: self._all_said(person),
                "w": lambda: self._talks(person),
                "s": lambda: self._ask_same(person),
                "u": lambda: self._undo(person),
            },
            before="\n".join(filter(None, (told, person_line(person), *decided))),
        )
        NumberedList(self._questions, contents).open()

    def _find(self, typed: str, then: Callable[[PersonEverywhere], None]) -> None:
        """Find who is called so; `then` is given the one who is meant."""
        try:
            found = self._people.find(typed)
        except ReaderError as error:
            self._say(str(error))
            return
        if found:
            self._choose(found, then)
        else:
            self._say(f"Nobody called {typed.strip()} is in the library.")

    def _choose(self, found: list[PersonEverywhere], then: Callable[[PersonEverywhere], None]) -> None:
        if len(found) == 1:
            then(found[0])
            return

        def chosen(index: int) -> None:
            then(found[index])

        rows = MadeRows(len(found), lambda index: person_line(found[index]))
        NumberedList(self._questions, ListContents("person", rows, chosen, "A number chooses.")).open()

    def _talks(self, person: PersonEverywhere) -> None:
        talks = self._people.talks_with(person)
        told = "; ".join(map(talks_line, talks[:MOST]))
        self._say(f"{person.name} talks with {told or 'nobody'}.")

    def _ask_same(self, person: PersonEverywhere) -> None:
        def same(other: PersonEverywhere) -> None:
            if person.rows == other.rows:
                self._say(f"{person.name} is one person already.")
                return
            try:
                told = f"{self._people.decide_same(person, other).line} u takes it back."
            except ReaderError as error:
                self._say(str(error))
            else:
                self.show(self._people.again(person), told)

        self._questions.ask_line(f"Who else is {person.name}? {TYPE}", NAME, lambda typed: self._find(typed, same))

    def _undo(self, person: PersonEverywhere) -> None:
        decided = self._people.about(person)
        if not decided:
            self._say(f"Nothing was decided about {person.name}.")
            return
        try:
            self._people.decisions.take_back(decided[-1])
        except ReaderError as error:
            self._say(str(error))
        else:
            self.show(self._people.again(person), f"Taken back: {decided[-1].line}")

    def _all_said(self, person: PersonEverywhere) -> None:
        """Put together all that a person said, until a key is pressed, and open it."""
        from tui_reader.reading.all_said import all_said

        progress = Milestones(f"Reading all that {person.name} said. Any key stops.", self._say)

        def tell(share: float) -> None:
            progress.reached(share)
            if self._waiting():
                raise ReaderError("Stopped.")

        try:
            said = all_said(person, self._reading.library, tell)
            path = said.write()
        except ReaderError as error:
            self._say(f"{str(error).rstrip('.')}.")
            return
        for notice in said.notices:
            self._say(f"{notice.rstrip('.')}.")
        self._open(path)
