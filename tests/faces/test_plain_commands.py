"""The plain face: what is written for each command, one test a command, named by its id."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.plain_answers import answers
from tests.support.plain_program import SENT
from tui_reader.manual import SUBJECTS
from tui_reader.paths import NO_LIBRARY
from tui_reader.settings import settings_path
from tui_reader.settings.setting_words import in_groups
from tui_reader.settings.settings_table import settings_table
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.key_sequences import key_names

Answer = tuple[list[str], str]
"""Keys, and how the answer to the last of them begins."""
STEVENSON = "\nStevenson: I wonder if you would care to submit this afternoon at the\nmeeting (note 1) a suggestion"
BALL = "\nBall: I think the meeting has been called off."
MEMO = "\nMemorandum From the Permanent Representative to the United Nations\n"
TABLE = [setting.name for setting in in_groups(settings_table())]
SPEED = ["1", "enter"]
VERBOSITY = [*str(TABLE.index("verbosity") + 1)]
"""Keys that choose these settings in their list."""
COMMAND_ANSWERS: dict[str, list[Answer]] = {
    "next_page": [(["n"], BALL), (["right"], BALL), (["enter"], BALL)],
    "previous_page": [(["n", "p"], STEVENSON), (["n", "left"], STEVENSON), (["p"], "\nStart of document.")],
    "next_of_speaker": [(["N"], "\nStevenson: Maybe you could send it over to Kennedy to be reflecting on.")],
    "previous_of_speaker": [(["P"], "\nNo earlier turn of Stevenson.")],
    "next_sentence": [(["s"], "\nI think the meeting has been called\noff.")],
    "previous_sentence": [(["S"], "\nNovember 9, 1962, 4:15 p.m.")],
    "next_paragraph": [(["}"], BALL)],
    "previous_paragraph": [(["{"], "\nStart of document.")],
    "next_word": [(["e"], "\nwonder")],
    "previous_word": [(["e", "E"], "\nI")],
    "next_part": [(["]"], MEMO)],
    "previous_part": [(["["], "\nNo earlier part.")],
    "memo": [
        (["m"], MEMO), (["m", "m"], "\nHeading: Memorandum From"), (["m", "escape"], "\nLeft the memorandum."),
        (["3", "g", "m", "m", "L"], "\nLeft the memorandum."), (["w"], "\nTurn 1 of 23"),
    ],
    "repeat": [(["n", "r"], BALL)],
    "where": [(["w"], "\nTurn 1 of 23, Stevenson. 0 percent, ")],
    "notes": [
        (["f"], "\nNote 1: The Executive Committee\nmeeting."), (["f", "escape"], "\nBack at turn 1."),
        (["n", "f"], "\nNo notes here."),
    ],
    "people": [
        (["k"], "\n2 speakers. 1 Stevenson, 12 turns. 2 Ball, 11 turns."), (["k", "2"], BALL), (["k", "n"], BALL),
    ],
    "gloss": [(["i"], "\nNothing is explained here.")],
    "library": [(["D"], "\nThere is no library, so nothing of this is saved.\n1 document.\n1 Memorandum of Telephone")],
    "verbosity": [
        (["y"], "\nFull."), (["n"], "\nTurn 2 of 23. Ball: I think the meeting has been called off."),
        (["y"], "\nBrief."), (["n"], BALL),
        (["3", "g"], "\nMaybe you could send it over to Kennedy to be reflecting on."), (["y"], "\nNormal."),
    ],
    "go_to": [
        (["2", "3", "g"], "\nBall: I'll have this thing typed up and give it some thought."),
        (["5", "enter"], "\nBall: Yes."), (["9", "9", "g"], "\nNo turn 99. The last is 23."),
        (["g", "2", "enter"], BALL),
    ],
    "last_turn": [(["G"], "\nBall: I'll have this thing typed up and give it some thought.")],
    "search": [
        (["/", "escape"], "\nBack at turn 1."), (["/", "enter"], "\nBack at turn 1."),
        (["/", *"Castor", "enter"], "\nNothing found for Castor."), (["."], "\nNo further turn with Castor."),
    ],
    "next_hit": [
        (["/", *"Castro", "enter"], "\n6 turns with Castro. First, turn 6, Stevenson: It seems to me highly"),
        (["."], "\nTurn 6, Stevenson: It seems to me highly"),
    ],
    "previous_hit": [
        ([*"/Castro", "enter"], "\n6 turns with Castro."),
        ([".", ".", ","], "\nTurn 6, Stevenson: It seems to me highly"),
    ],
    "bookmark": [(["2", "g", "b"], "\nBookmark 1 at turn 2.")],
    "to_bookmark": [
        (["'"], "\nThere are no bookmarks."),
        (["2", "g", "b", "1", "'"], "\nBookmark 1, turn 2, Ball: I think the meeting has been called off."),
        (["2", "'"], "\nThere is no bookmark 2."),
    ],
    "bookmarks": [
        (['"'], "\nThere are no bookmarks."),
        (["b", '"'], "\n1 bookmark.\n1 turn 1, Stevenson: I wonder if you would care"),
    ],
    "documents": [(["d"], "\nThis file holds one document.")],
    "outline": [
        (["O"], "\nOutline.\n24 places.\n1 Turn 1, Stevenson: I wonder if you would care"),
        (["O", "2", "enter"], BALL),
    ],
    "cast": [
        (["c"], "\n3 voices.\n1 Stevenson, voice Adlai, man\n2 Ball, voice George, man\n3 Narrator, voice "),
        (["c", "2"], "\nBall, voice George, man. 2 of 3."),
        (["c", "2", "h"], "\nThere is no sound, for --no-sound was given."),
        (["c", "2", "n", "enter"], "\nBall, voice "),
        (["c", "3", "enter"], "\nNarrator, voice Narrator, woman. Not saved:"),
    ],
    "correct": [
        (["C"], "\n19 words. 1 I 2 wonder 3 if "),
        (["C", "2"], "\nwonder. 2 of 19."),
        (["C", "8", "enter", "1", "enter"], "\nsubmit is pronounced 1 in this\ndocument."),
    ],
    "settings": [
        (["u", "n"], "\nReading: Speed, 1. 1 of "),
        (["u", *SPEED, "+"], "\nSpeed, 1.1."),
        (["u", *SPEED, "-"], "\nSpeed, 1."),
        (["+", "u", "n"], "\nReading: Speed, 1.1. 1 of "),
        (["+", "u", *SPEED, "d", "+"], "\nSpeed, 1.1."),
        (["u", *SPEED, "d", "L", "+"], "\nSpeed 1.1."),
        (["-", "y", "u", *VERBOSITY, "d", "L", "2", "g"], BALL),
        (["y", "u", *VERBOSITY, "-"], "\nHow much is said, normal."),
        (["u", *SPEED, "i"], "\nReading speed, as a multiple of each voice's own."),
        (["u", *SPEED, "enter", "9", "enter"], "\nSpeed must be 0.5 to 4."),
        (["u", *SPEED, "enter", "2", "enter"], "\nSpeed, 2."),
        (["u", *SPEED, "d"], "\nSpeed, 1."),
        (["u", *SPEED, "+", "-"], "\nSpeed, 1."),
        (["u", "/", *"width", "enter"], "\n1 of "),
        (["u", "/", *"width", "enter", "enter"], "\nWidth of the text, 72 columns: 20 to 200 columns."),
        (["escape", "u", "/", *"commands", " ", *"typed", "enter", "+", "+"], "\nHow commands are typed, key. Takes"),
        (["u", "/", *"keys:", " ", *"quit", "enter", "d"], "\nKeys: Quit, q. Takes effect"),
    ],
    "select": [(["V"], "\nSelecting from here."), (["V"], "\nNothing is selected.")],
    "copy": [(["2", "g", "x"], "\nCopied turn 2, 9 words, to")],
    "copy_reference": [(["2", "g", "X"], "\nCopied turn 2 with reference, 9 words, to")],
    "export": [(["W"], "\n15 forms.\n1 wav, sound as it is played.")],
    "highlight": [(["2", "g", "H"], "\nHighlight 1 at turn 2.")],
    "louder": [(["("], "\nVolume 90 percent."), ([")"], "\nVolume 100 percent.")],
    "softer": [(["(", "("], "\nVolume 80 percent.")],
    "go_back": [(["2", "g", "<"], STEVENSON)],
    "go_forward": [(["2", "g", "<", ">"], BALL)],
    "aside": [
        (["a"], "\nNote 1: The Executive Committee\nmeeting."), (["n", "a"], "\nBall, Under Secretary of State."),
    ],
    "notes_aloud": [(["F", "F", "F", "F", "F"], "\nNotes are not read aloud.")],
    "give_turn": [
        (["2", "g", "K", "1"], "\nTurn 2 is Stevenson's now."), (["2", "g", "^", "1"], "\nTurn 2 is Ball's now."),
    ],
    "chair": [(["A", "2", "enter"], "\nYour part: Ball."), (["A", *"GWB", "enter"], "\nYour part: Ball.")],
    "prompt": [(["j"], "\nNo part is yours."), (["A", "2", "enter", "n", ";"], "\nPrompt: I think the meeting")],
    "show_words": [
        (["Q"], "\nNo part is yours."), (["A", "2", "enter", "n", "!"], "\nFirst letters. I t. t. m. h. b. c. o."),
    ],
    "split_turn": [(["6", "g", "s", "B"], "\nTurn 7 begins here now.")],
    "join_turn": [(["4", "g", "Z"], "\nThis belongs to turn 3 now.")],
    "undo": [(["U"], "\nThere is nothing to take back."), (["4", "g", "Z", "U"], "\nTaken back: A turn was joined")],
    "step": [(["t"], "\nStop after each sentence.")],
    "one_side": [(["o", "o"], "\nEverybody is heard.")],
    "sleep": [(["z"], "\nSleep in 15 minutes.")],
    "faster": [(["plus"], "\nSpeed 1.1."), (["equals_sign"], "\nSpeed 1.2.")],
    "slower": [(["minus"], "\nSpeed 0.9.")],
    "recording": [(["Y"], "\nThis document has no recording.")],
    "in_step": [(["I"], "\nThis document has no recording.")],
    "times": [(["J"], "\nThis document has no recording.")],
    "sound": [(["v"], "\nThere is no sound, for --no-sound was given. Your screen reader reads.")],
    "help": [
        (["h"], "\nSpace: Play or pause.\nn, p: Next turn, previous turn.\n"),
        ([str(SUBJECTS.index("formats") + 1), "h"], "\nFormats\nFiles that can be read, and how speakers are found.\n"),
        (["9", "9", "h"], "\nManual: type a number and then h for a page. 1 start, "),
        (["question_mark"], "\nPress a key to be told what it does."),
        (["question_mark", "n"], "\nn: Next turn. Go to the next turn."), (["question_mark", "+"], "\nplus: Faster. "),
    ],
    "back": [(["n", "L"], "\nBack at turn 2."), (["n", "escape"], "\nBack at turn 2.")],
}  # fmt: skip
ELSEWHERE = {"play_or_pause": "test_plain", "face": "test_face_changes", "quit": "test_plain"}
"""Commands that are tested with the real program, and the file."""
UNKNOWN: list[Answer] = [
    (["~"], "\nUnknown key tilde. h for help."), (["%"], "\nUnknown key percent sign. h for help."),
    (["\x1b[15~"], "\nUnknown key. h for help."), (["é"], "\nUnknown key é. h for help."),
]  # fmt: skip


def check(expected: Sequence[Answer]) -> None:
    """Press the keys of each answer, from turn 1 on, and look at the answer to the last."""
    keys: list[str] = []
    places: list[int] = []
    for pressed, _ in expected:
        keys += pressed
        places.append(len(keys))
        keys += ["w", "1", "g"]  # answers what was asked, and goes back
    names = [name for key in keys for name in key_names(SENT.get(key, key))]
    told = answers(MEMORANDUM, names, ReadingOptions(NO_LIBRARY, sound=False))
    for place, (pressed, beginning) in zip(places, expected, strict=True):
        assert told[place].startswith(beginning), f"{pressed} said {told[place]!r}"


@pytest.mark.parametrize("command", COMMAND_ANSWERS)
def test_a_command_says_its_message(command: str) -> None:
    check(COMMAND_ANSWERS[command])


def test_an_unknown_key_is_named() -> None:
    check(UNKNOWN)


@pytest.mark.parametrize("command", [command for command in COMMANDS if "plain" in command.faces], ids=lambda c: c.id)
def test_each_key_of_a_command_is_tried(command: object) -> None:
    assert isinstance(command, type(COMMANDS[0]))
    if command.id not in ELSEWHERE:
        sent = {key for keys, _ in COMMAND_ANSWERS[command.id] for key in keys}
        tried = sent | {name for key in sent if len(key) == 1 for name in key_names(key)}
        assert set(command.keys) <= tried


def test_a_setting_that_cannot_be_saved_is_told_and_holds_until_the_end() -> None:
    settings_path().with_name(".settings.toml.lock").mkdir(parents=True)
    told = answers(MEMORANDUM, ["y", "n"], ReadingOptions(NO_LIBRARY, sound=False))
    assert " ".join(told[1].split()).startswith("Full. verbosity could not be saved: ")
    assert told[2].startswith("\nTurn 2 of 23. Ball: ")
    told = answers(MEMORANDUM, ["u", *SPEED, "plus"], ReadingOptions(NO_LIBRARY, sound=False))
    assert " ".join(told[-1].split()).startswith("Speed, 1.1. speed could not be saved: ")


def test_the_figures_of_a_number_are_told_as_they_are_typed() -> None:
    told = answers(MEMORANDUM, ["1", "2", "g"], ReadingOptions(sound=False, start="1"))
    assert [one.strip() for one in told[1:3]] == ["1", "12"] and told[3].startswith("\nStevenson: ")
