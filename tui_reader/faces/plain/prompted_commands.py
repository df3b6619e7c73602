"""Commands of the plain face that need an answer: words, a place, a number, a key. They ask unless it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.faces.plain.plain_search import PlainSearch
from tui_reader.faces.plain.questions import Questions
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.writing import Writing
from tui_reader.reading import Reading
from tui_reader.reading.label_decisions import NO_TURN
from tui_reader.reading.speakers import likely_speakers
from tui_reader.reading.typed_place import EXAMPLES
from tui_reader.terminal.commands import Command
from tui_reader.terminal.keys import key_said, named_key

CHANGE = "Change: "
SEARCH = "Search: "
GO_TO = "Go to: "
TIMES = "Seconds: "
NAME = "Name: "
PART = "Part: "
MOST_OFFERED = 9
"""People who are offered by number as those who may have said a turn."""


class PromptedCommands:
    """A method for each of these commands. Each takes what was typed with it, "" for nothing."""

    def __init__(
        self,
        reading: Reading,
        search: PlainSearch,
        questions: Questions,
        telling: TextTelling,
        writing: Writing,
        commands: Mapping[str, Command],
        everywhere: Callable[[str], None],
        by_lines: bool,
    ) -> None:
        """`commands` are those of this face, by their keys; `everywhere` tells of a speaker in all documents.

        `by_lines`: commands are typed by their names.
        """
        self._reading, self._search, self._questions, self._telling = reading, search, questions, telling
        self._writing, self._commands, self._everywhere = writing, commands, everywhere
        self._by_lines = by_lines

    def search(self, typed: str) -> None:
        """Find words."""
        if typed:
            self._search.start(typed)
        else:
            self._questions.ask_line("Type words to find, then Enter.", SEARCH, self.search)

    def go_to(self, typed: str) -> None:
        """Go to a turn by its number, to a percentage, to a part."""
        if typed:
            self._telling.line_or_page(self._reading.jumps.to_typed(typed))
        else:
            self._questions.ask_line(EXAMPLES, GO_TO, self.go_to)

    def times(self, typed: str) -> None:
        """Shift the recording's times by seconds."""
        from tui_reader.reading.recording_times import ASK_SHIFT

        if typed or self._reading.recorded.recording is None:
            self._writing.say(self._reading.recording_times.shift(typed))
        else:
            self._questions.ask_line(ASK_SHIFT.rstrip(": ") + ".", TIMES, self.times)

    def to_bookmark(self, typed: str) -> None:
        """Go to the bookmark of a number, or the next."""
        if typed and not (typed.isascii() and typed.isdecimal()):
            self._writing.say(f"There is no bookmark {typed}.")
            return
        self._writing.say(self._reading.bookmarks.go_to(int(typed[:9]) if typed else None))

    def people(self, typed: str) -> None:
        """List who speaks; a number goes to the next turn of one, c changes who is who."""
        from tui_reader.faces.plain.numbered_list import ListContents, NumberedList
        from tui_reader.faces.plain.people_words import list_labels, people, people_hint, people_rows

        found = people(self._reading)

        def chosen(index: int) -> None:
            self._telling.line_or_page(self._reading.place.next_turn_of(found[index].id))

        def change() -> None:
            self._questions.ask_line(list_labels(self._reading), CHANGE, self._change_people)

        if typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(found):
            chosen(int(typed) - 1)
            return

        def everywhere(index: int) -> None:
            self._everywhere(found[index].id)

        rows, hint = people_rows(self._reading), people_hint(self._reading)
        acts = {"e": everywhere}
        contents = ListContents("speaker", rows, chosen, hint, acts, others={"c": change}, between=" ")
        NumberedList(self._questions, contents).open()

    def _change_people(self, typed: str) -> None:
        from tui_reader.faces.plain.people_words import change

        self._questions.ask_line(change(self._reading, typed), CHANGE, self._change_people)

    def give_turn(self, typed: str) -> None:
        """Give this turn to a person by number or name, or to somebody new."""
        page, document, say = self._reading.place.page, self._reading.document, self._writing.say
        found = likely_speakers(document, page)[:MOST_OFFERED]

        def chosen(number: int) -> None:
            say(self._reading.labels.give_turn(found[number - 1].id))

        def named(words: str) -> None:
            say(self._reading.labels.give_turn(" ".join(words.split())))

        def ask_name(_: str) -> bool:
            self._questions.ask_line("Type the name, then Enter.", NAME, named)
            return True

        if page is None or page.turn is None:
            say(NO_TURN)
        elif typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(found):
            chosen(int(typed))
        elif typed:
            named(typed)
        else:
            people = "".join(f" {number} {document.short_name(one.id)}." for number, one in enumerate(found, 1))
            line = f"Turn {page.turn.number} is whose?{people} n for another name."
            self._questions.ask_number(line, len(found), chosen, {"n": ask_name})

    def chair(self, typed: str) -> None:
        """Ask whose part is rehearsed, after where the person hesitated; a name or number that was typed answers."""
        rehearsal, say = self._reading.rehearsal, self._writing.say
        choices = rehearsal.choices[:MOST_OFFERED]

        def chosen(number: int) -> None:
            say(rehearsal.take(choices[number - 1][1]))

        if not self._reading.document.turns:
            say(NO_TURN)
        elif typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(choices):
            chosen(int(typed))
        elif typed:
            say(rehearsal.take_named(typed))
        else:
            names = "".join(f" {number} {name}." for number, (name, _) in enumerate(choices, 1))
            line = f"{rehearsal.question}{names} Type a number or a name, then Enter."
            self._questions.ask_line(line, PART, self.chair)

    def help(self, typed: str) -> None:
        """Read a page of the manual, by its number or subject; say what a key does; or list the keys."""
        from tui_reader.faces.plain.manual_words import offer, page_lines, subject_of
        from tui_reader.faces.plain.plain_words import help_lines

        key = key_said(next(key for key, command in self._commands.items() if command.id == "help"))
        subject = subject_of(typed)
        if subject:
            self._questions.tell(page_lines(subject, self._writing.columns), "More.")
        elif typed.isdecimal():
            self._writing.say(offer(key))
        elif typed:
            self._describe(typed)
        else:
            self._questions.tell(
                [*help_lines(self._commands.values(), self._by_lines), offer(key)], "More keys and the manual."
            )

    def describe(self) -> None:
        """Ask for a key or a command's name and say what it does."""
        asked = "Type the command to be told of." if self._by_lines else "Press a key to be told what it does."
        self._questions.ask(asked, self._describe, line=self._describe)

    def _describe(self, typed: str) -> bool:
        from tui_reader.faces.plain.plain_words import described
        from tui_reader.faces.plain.typed_line import meant

        key = named_key(typed)
        found = meant(typed, self._commands) if self._by_lines and key not in self._commands else None
        command = self._commands.get(key) or (found.command if found and not found.about else None)
        self._writing.say(described(key, command))
        return True
