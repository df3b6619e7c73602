"""Lists of plain text mode: told ten rows at a time, stepped through, filtered, chosen from; by keys and by lines."""

from __future__ import annotations

import pytest

from tui_reader.faces.plain.numbered_list import ListContents, MadeRows, NumberedList
from tui_reader.faces.plain.questions import Questions


class Told:
    """Stands for the terminal."""

    def __init__(self) -> None:
        self.last = ""
        self.columns = 80

    def say(self, text: str, question: str = "") -> None:
        self.last = f"{text}\n{question}" if question else text

    def write(self, text: str) -> None:
        self.last += text


class Person:
    """Somebody at a list of so many rows."""

    def __init__(self, rows: int, first: int = 0, numbers: list[int] | None = None) -> None:
        self.told = Told()
        self.done: list[object] = []
        self.questions = Questions(self.told, lambda: self.done.append("left"))  # type: ignore[arg-type]
        names = ["pear", "plum", "fig"]
        contents = ListContents(
            "fruit",
            MadeRows(rows, lambda index: f"{names[index % 3]} of tree {index}."),
            self.done.append,
            "A number eats.",
            {"x": lambda index: self.done.append(("cut", index))},
            {"a": lambda: self.done.append("planted")},
            numbers or (),
            first,
        )
        NumberedList(self.questions, contents).open()

    def press(self, *keys: str) -> bool:
        """Whether the list took the last of these keys."""
        return [self.questions.answered(key) for key in keys][-1]

    def type(self, line: str) -> bool:
        """Whether the list took a line."""
        return self.questions.answered_line(line)


def test_a_short_list_is_told_whole() -> None:
    assert Person(2).told.last == "2 fruits.\n1 pear of tree 0.\n2 plum of tree 1.\nA number eats."
    assert Person(0).told.last == "0 fruits.\nA number eats."


def test_a_long_list_comes_ten_rows_at_a_time() -> None:
    person = Person(23)
    assert person.told.last.split("\n")[:2] == ["23 fruits.", "1 pear of tree 0."]
    assert person.told.last.endswith("10 pear of tree 9.\nA number eats. Enter: more. 13 left. Escape or L leaves.")
    assert person.press("enter") and person.told.last.endswith("20 plum of tree 19.\nEnter: more. 3 left.")
    assert person.press("enter") and person.told.last.endswith("\n23 plum of tree 22.")
    assert person.press("enter") and person.told.last == "End of the list."
    assert Person(23, first=20).told.last.startswith("23 fruits.\n21 fig of tree 20.")


@pytest.mark.parametrize(("keys", "row"), [("3", 2), ("2 3", 22), ("2 enter", 1), ("enter enter 1 1", 10)])
def test_a_number_chooses_as_soon_as_no_digit_can_follow(keys: str, row: int) -> None:
    person = Person(23)
    assert person.press(*keys.split()) and person.done == [row]


def test_a_number_that_no_row_has_is_told_and_the_list_stays() -> None:
    person = Person(3, numbers=[1, 4, 7])
    assert person.press("5") and person.told.last == "There is no fruit 5."
    assert person.press("4") and person.done == [1]


def test_arrows_step_and_tell_the_place_and_enter_chooses() -> None:
    person = Person(12)
    assert person.press("down") and person.told.last == "pear of tree 0. 1 of 12."
    assert person.press("down") and person.told.last == "plum of tree 1. 2 of 12."
    assert person.press("up", "up") and person.told.last == "pear of tree 0. 1 of 12."
    assert person.press("down", "enter") and person.done == [1]


def test_a_row_is_told_as_a_sentence_before_its_place() -> None:
    for row, told in (("Who?", "Who? 1 of 2."), ("a pear", "a pear. 1 of 2."), ("It has ...", "It has ... 1 of 2.")):
        heard = Told()
        questions = Questions(heard, list)  # type: ignore[arg-type]
        NumberedList(questions, ListContents("row", [row, "b"], str)).open()
        assert questions.answered("down") and heard.last == told


def test_the_only_row_needs_no_number() -> None:
    person = Person(12)
    assert person.type("/tree 7") and person.press("x") and person.done == [("cut", 7)]
    person = Person(12)
    assert person.type("/tree 7") and person.type("") and person.done == [7]


def test_an_empty_list_asks_for_no_row() -> None:
    person = Person(0)
    assert person.press("x") and person.told.last == "The list is empty." and person.done == []


def test_a_row_that_something_was_done_with_is_gone_to_where_numbers_go_to_rows() -> None:
    heard, done = Told(), list[tuple[str, int]]()

    def raised(index: int) -> str:
        done.append(("raised", index))
        return "Raised."

    questions = Questions(heard, list)  # type: ignore[arg-type]
    contents = ListContents(
        "knob", ["a", "b", "c"], lambda index: done.append(("typed", index)), acts={"plus": raised}, selects=True
    )
    NumberedList(questions, contents).open()
    assert questions.answered_line("+ 2") and questions.answered("plus") and questions.answered("enter")
    assert done == [("raised", 1), ("raised", 1), ("typed", 1)]


def test_words_filter_and_numbers_stay_those_of_the_rows() -> None:
    person = Person(12)
    assert person.press("slash") and person.told.last.endswith("\nFilter: ")
    person.press(*"TREE", "space", *"plum", "enter")
    assert person.told.last.startswith("4 of 12 fruits.\n2 plum of tree 1.\n5 plum of tree 4.")
    assert person.press("down", "down") and person.told.last == "plum of tree 4. 2 of 4."
    assert person.press("5") and person.done == [4]
    person = Person(12)
    person.press("slash", *"apple", "enter")
    assert person.told.last == "No fruit with apple." and person.press("3") and person.done == [2]


def test_a_letter_of_the_list_asks_which_row_unless_one_was_stepped_to() -> None:
    person = Person(3)
    assert person.press("x") and person.told.last == "Which number?"
    assert person.press("2") and person.done == [("cut", 1)]
    person = Person(3)
    assert person.press("down", "x") and person.done == [("cut", 0)]
    person = Person(3)
    assert person.press("a") and person.done == ["planted"]


def test_other_keys_close_it_and_are_commands() -> None:
    for key in ("n", "escape", "L", "0"):
        person = Person(12)
        assert not person.press(key) and not person.press("3") and person.done == []


def test_the_same_by_typed_lines() -> None:
    person = Person(23)
    assert person.type("") and person.told.last.startswith("11 plum")
    assert person.type("/plum") and person.told.last.startswith("8 of 23 fruits.")
    assert person.type("down") and person.told.last == "plum of tree 1. 1 of 8."
    assert person.type("x 5") and person.done == [("cut", 4)]
    person = Person(23)
    assert person.type("22") and person.done == [21]
    assert not Person(23).type("next turn")
