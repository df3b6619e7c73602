"""What a sighted person can do, the key on the full screen, the key in plain text mode, and what is heard there.

The keys are those of the table of commands. What one of the modes has no key for is done by what is named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui_reader.terminal.commands import COMMANDS, FULL, PLAIN, CommandId
from tui_reader.terminal.keys import key_name, key_said

INSTEAD: Mapping[CommandId, str] = {
    "layout": "`s` sentence, `}` (right brace) paragraph, `n` turn",
    "mark": "`e` word, `s` sentence",
    "follow": "`r` (the place always follows the voice)",
    "verbosity": "`u`, `verbosity`",
    "bookmarks": "`'` (apostrophe)",
}
"""How it is done in the mode that has no key for a command."""
HEARD: Mapping[CommandId, str] = {
    "play_or_pause": "the talk, turn after turn; Stopped at turn 9.",
    "next_page": "Ball: I think the meeting has been called off.",
    "previous_page": "the turn, or Start of document.",
    "next_of_speaker": "the turn, or No further turn of Stevenson.",
    "previous_of_speaker": "the turn, or No earlier turn of Stevenson.",
    "next_sentence": "the sentence",
    "previous_sentence": "the sentence",
    "next_paragraph": "the paragraph",
    "previous_paragraph": "the paragraph",
    "next_word": "the word",
    "previous_word": "the word",
    "next_part": "the heading of the part and how long it is",
    "previous_part": "the heading of the part and how long it is",
    "memo": "its heading; m to hear it, n to go on.",
    "repeat": "the turn",
    "where": "Turn 2 of 23, Ball. 9 percent, 7 minutes left. Again: title and date. A third time: "
    "Stevenson, 60 percent of the words, 12 turns.",
    "layout": "the sentence, paragraph or turn",
    "mark": "the word or sentence",
    "follow": "the turn",
    "notes": "Note 1: The Executive Committee meeting.",
    "people": "2 speakers. 1 Stevenson, 12 turns. 2 Ball, 11 turns.",
    "give_turn": "Turn 2 is whose? 1 Stevenson. 2 Ball. Then: Turn 2 is Stevenson's now.",
    "undo": "Taken back, and what",
    "split_turn": "Turn 7 begins here now.",
    "join_turn": "This belongs to turn 3 now.",
    "gloss": "the word and what it means, or Nothing is explained here.",
    "documents": "how many, the first ten by number",
    "library": "how many, the first ten by number, with how far each was read",
    "verbosity": "Brief. Normal. Full.",
    "go_to": "the turn, or No turn 99. The last is 23.",
    "last_turn": "the last turn",
    "search": "6 turns with Castro. First, turn 6, Stevenson, and the sentence",
    "next_hit": "Turn 6, Stevenson, and the sentence",
    "previous_hit": "Turn 6, Stevenson, and the sentence",
    "bookmark": "Bookmark 1 at turn 2.",
    "to_bookmark": "Bookmark 1, turn 2, Ball, and the sentence",
    "bookmarks": "how many, the first ten by number, with their notes",
    "select": "Selecting from here. Go on by words, sentences or turns; x copies, H highlights.",
    "copy": "Copied turn 2, 9 words, and where to",
    "copy_reference": "Copied turn 2 with reference, 9 words, and where to",
    "highlight": "Highlight 1 at turn 2.",
    "outline": "how many places, the first ten by number",
    "export": "the forms by number; Half done, 2 minutes left. Wrote talk.mp3 from talk.txt, 8 minutes.",
    "go_back": "the turn",
    "go_forward": "the turn",
    "aside": "the note, or Ball, Under Secretary of State.",
    "notes_aloud": "Notes are read after their sentence.",
    "step": "Stop after each sentence.",
    "chair": "Rehearse whose part? 1 Ball. 2 Stevenson. Then: Your part: Ball.",
    "prompt": "a whisper of the next words, or Prompt: I think the meeting",
    "show_words": "First letters. I t. t. m. h. b. c. o.",
    "one_side": "who alone is heard, or Everybody is heard.",
    "sleep": "Sleep in 15 minutes.",
    "faster": "Speed 1.1.",
    "slower": "Speed 0.9.",
    "louder": "Volume 100 percent.",
    "softer": "Volume 90 percent.",
    "sound": "Own voice on. Own voice off. Your screen reader reads.",
    "recording": "Voices read, without the recording. The recording is heard. This document has no recording.",
    "in_step": "Marked 12:31 in the recording. Again: Words are heard 2.4 s later than in the file.",
    "times": "Words are heard 0.3 s earlier than in the file.",
    "cast": "3 voices. 1 Stevenson, voice Adlai, man; each voice on trial",
    "correct": "19 words. 1 I 2 wonder; the word as it is pronounced now",
    "settings": "Reading: Speed, 1, and its place in the list",
    "face": "Plain text mode. Turn 9 of 23.",
    "help": "the keys, one a line; the pages of the manual by number",
    "back": "Back at turn 2. Stopped at turn 9.",
    "quit": "Stopped at turn 9; place saved.",
}
"""What is heard in plain text mode, by an example or in words."""
FURTHER = (
    ("Read from a word", "a click on it", "`/` (slash) and the word, then Space", "the talk from that sentence"),
    ("Scroll a long turn", "Up, Down, PageUp, PageDown, the wheel", "Enter", "the next part of the turn"),
    (
        "Find a command, setting, theme, document, speaker or export",
        "Ctrl+P",
        "`h`, or its name with `--keys line`",
        "the keys, one a line",
    ),
    ("Suspend the program", "Ctrl+Z", "Ctrl+Z", "the turn, after fg"),
    ("See who speaks how much", "the line at the foot", "`w` three times", "Ball, 40 percent, 11 turns."),
)
"""What is no command of the table."""


def parity() -> Iterator[tuple[str, str, str, str]]:
    """A row for each thing that can be done."""
    for command in COMMANDS:
        keys = ", ".join(map(key_in_words, command.keys))
        full, plain = (keys if face in command.faces else INSTEAD[command.id] for face in (FULL, PLAIN))
        yield command.words, full, plain, HEARD[command.id]
    yield from FURTHER


def key_in_words(key: str) -> str:
    """A key, and its name too where it is a sign, for most voices leave signs out."""
    name, said = key_name(key), key_said(key)
    return f"`{name}`" if name == said else f"`{name}` ({said})"
