"""The table of commands: what a person can do while reading, with ids, keys and words. Faces, help and manual read it.

Keys are unmodified printable characters, Space, Enter, Escape and plain arrows, because screen readers use the others.
What does a command stands in a mapping by its id: `READING_COMMANDS` for all faces, and in each face one for what that
face does itself.
"""

from __future__ import annotations

from typing import Literal

from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.keys import key_name

FULL = "full"
"""The full screen."""
PLAIN = "plain"
"""Plain text mode."""


CommandId = Literal[
    "play_or_pause", "next_page", "previous_page", "next_of_speaker", "previous_of_speaker", "next_sentence",
    "previous_sentence", "next_paragraph", "previous_paragraph", "next_word", "previous_word", "next_part",
    "previous_part", "memo", "repeat", "where", "layout", "mark", "follow", "notes", "people", "give_turn", "undo",
    "split_turn", "join_turn", "gloss", "documents", "library", "verbosity", "go_to", "last_turn", "search", "next_hit",
    "previous_hit", "bookmark", "to_bookmark", "bookmarks", "select", "copy", "copy_reference", "highlight", "outline",
    "export", "go_back", "go_forward", "aside", "notes_aloud", "step", "chair", "prompt", "show_words", "one_side",
    "sleep", "faster", "slower", "louder", "softer", "sound", "recording", "in_step", "times", "cast", "correct",
    "settings", "face", "help", "back", "quit",
]  # fmt: skip
"""The ids of `COMMANDS`. mypy finds one that is misspelt where it is used, a test one that nothing carries out."""


class Command(NamedTuple):
    """Something a person can do while reading."""

    id: CommandId
    keys: tuple[str, ...]
    """Textual's key names; help names the first."""
    words: str
    """Its name in the palette and the help."""
    help: str
    """A sentence that says what it does."""
    faces: tuple[str, ...] = (FULL, PLAIN)
    """Where it can be used."""
    footer: str = ""
    """Its word in the line at the foot of the full screen; empty for most."""
    pair: str = ""
    """A name that it shares with its opposite, so that help lists both in one line."""
    takes_words: bool = False
    """In a typed line, whether words may follow it: "search castro"."""
    takes_number: bool = False
    """Whether a number may come before it: "12 g"."""
    other_names: tuple[str, ...] = ()
    """In a typed line, what else it is called."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "play_or_pause", ("space",), "Play or pause",
        "Read aloud from here, or pause; continue from exactly where it stopped, after minutes a sentence earlier.",
        footer="play", other_names=("read",),
    ),
    Command("next_page", ("n", "right", "enter"), "Next turn", "Go to the next turn.", footer="next", pair="page"),
    Command("previous_page", ("p", "left"), "Previous turn", "Go to the previous turn.", pair="page"),
    Command("next_of_speaker", ("N",), "Next turn of this speaker", "Go to this speaker's next turn.", pair="speaker"),
    Command(
        "previous_of_speaker", ("P",), "Previous turn of this speaker", "Go to this speaker's previous turn.",
        pair="speaker",
    ),
    Command("next_sentence", ("s",), "Next sentence", "Go to the next sentence.", pair="sentence"),
    Command(
        "previous_sentence", ("S",), "Previous sentence",
        "Go to the start of this sentence, or to the previous one; while it reads, to the previous one.",
        pair="sentence",
    ),
    Command(
        "next_paragraph", ("right_curly_bracket",), "Next paragraph", "Go to the next paragraph.", pair="paragraph"
    ),
    Command(
        "previous_paragraph", ("left_curly_bracket",), "Previous paragraph",
        "Go to the start of this paragraph, or to the previous one.", pair="paragraph",
    ),
    Command("next_word", ("e",), "Next word", "Go to the next word.", pair="word"),
    Command(
        "previous_word", ("E",), "Previous word", "Go to the start of this word, or to the previous one.", pair="word"
    ),
    Command("next_part", ("right_square_bracket",), "Next part", "Go to the next part: a memo, an act.", pair="part"),
    Command(
        "previous_part", ("left_square_bracket",), "Previous part",
        "Go to the start of this part, or to the previous one.", pair="part",
    ),
    Command(
        "memo", ("m",), "Memo",
        "Go to the next memo or letter that came with the talk; press it again to hear it. Escape or L leaves it.",
    ),
    Command("repeat", ("r",), "Repeat", "Say or print this turn again."),
    Command(
        "where", ("w",), "Where am I",
        "The turn, who speaks, how far you are and how much time is left; press it again for the title and date, and "
        "a third time for who speaks how much.",
    ),
    Command(
        "layout", ("l",), "Turn, talk or sentence",
        "Show one turn a page, the turn with the talk around it, or one sentence a page.",
        (FULL,),
    ),
    Command(
        "mark", ("M",), "What is marked",
        "Choose what is marked: the word being read, the sentence, both or nothing.", (FULL,),
    ),
    Command(
        "follow", ("R",), "Return to the place",
        "After scrolling away, go back to where you are and follow the voice again.", (FULL,),
    ),
    Command(
        "notes", ("f",), "Notes of this page",
        "Show the notes to which this page refers; in plain text mode say the first, pressed again the next.",
        footer="note",
    ),
    Command("people", ("k",), "Speakers", "List who speaks and how often; correct who is who.", takes_words=True),
    Command(
        "give_turn", ("K", "circumflex_accent"), "Another speaker",
        "Give this turn to another speaker, or to somebody new.", pair="correction", takes_words=True,
    ),
    Command(
        "undo", ("U",), "Undo a correction", "Take back the last correction of a speaker or a turn.", pair="correction"
    ),
    Command("split_turn", ("B",), "Split the turn", "Begin a new turn at the word where you are.", pair="turn"),
    Command(
        "join_turn", ("Z",), "Join with the turn before", "Let this turn go on with the one before it.", pair="turn"
    ),
    Command(
        "gloss", ("i",), "What it means",
        "Explain an abbreviation or a name on this page, if the volume explains it; press it again for the next.",
    ),
    Command("documents", ("d",), "Documents", "Choose another document of this volume."),
    Command(
        "library", ("D",), "Library",
        "List what you have read and how far, and what else there is; find words in all documents; open one.",
    ),
    Command(
        "verbosity", ("y",), "How much is said",
        "Brief (no name while the same person speaks), normal, or full (with the number of the turn).", (PLAIN,),
    ),
    Command(
        "go_to", ("g",), "Go to", "Go to a turn by its number, to 50%, part 2 or a heading.",
        takes_words=True, takes_number=True,
    ),
    Command("last_turn", ("G",), "Last turn", "Go to the last turn.", takes_number=True),
    Command(
        "search", ("slash",), "Search", "Find words, @Ball quarantine, or an /expression/; all hits are marked.",
        takes_words=True,
    ),
    Command(
        "next_hit", ("full_stop",), "Next hit",
        "Go to the next hit of the search; after the last, to the next document of the library that has one.",
        pair="hit",
    ),
    Command("previous_hit", ("comma",), "Previous hit", "Go to the previous hit of the search.", pair="hit"),
    Command("bookmark", ("b",), "Bookmark", "Mark this place."),
    Command(
        "to_bookmark", ("apostrophe",), "Bookmarks",
        "List the bookmarks: go to one, write a note, remove it. In plain text mode: go to the next one, or after a "
        "number to that one.",
        takes_words=True, takes_number=True,
    ),
    Command(
        "bookmarks", ("quotation_mark",), "List of bookmarks",
        "List the bookmarks and highlights by number: go to one, write a note, remove it.", (PLAIN,),
    ),
    Command(
        "select", ("V",), "Select", "Start or end a selection; it grows as you move. The mouse selects too."
    ),
    Command("copy", ("x",), "Copy", "Copy the selection, or this turn, or this paragraph of a memo."),
    Command(
        "copy_reference", ("X",), "Copy with reference",
        "Copy what Copy copies, with the number of its turn and the document it is from.",
    ),
    Command(
        "highlight", ("H",), "Highlight",
        "Highlight the selection permanently, or this sentence; the bookmarks list it too.",
    ),
    Command("outline", ("O",), "Outline", "List parts and turns, with where you are, to go to one."),
    Command(
        "export", ("W",), "Export",
        "Write the document as a file: sound, captions, a book, a web page or text. Escape or L stops it.",
    ),
    Command(
        "go_back", ("less_than_sign",), "Back", "Go back to where the last jump started, also in another document.",
    ),
    Command("go_forward", ("greater_than_sign",), "Forward", "Go forward again to where you went back from."),
    Command("aside", ("a",), "Aside", "Say the note of this place, or who speaks; the talk waits."),
    Command(
        "notes_aloud", ("F",), "Notes read aloud",
        "Choose when notes are read aloud: never, after their sentence, after the turn, at the end.",
    ),
    Command(
        "step", ("t",), "Automatic stop", "Stop after each sentence, paragraph or turn, or never; Space continues."
    ),
    Command(
        "chair", ("A",), "Rehearse a part",
        "Leave the turns of a speaker to yourself, with the words hidden: at your turn there is silence until it is "
        "over, or, as it is set, until Space or Enter. Press it again for where you hesitated, and choose Nobody to "
        "leave the part.",
        takes_words=True,
    ),
    Command(
        "prompt", ("j", "semicolon"), "Prompt", "Whisper the next words of your turn when you rehearse a part.",
        pair="prompt",
    ),
    Command(
        "show_words", ("Q", "exclamation_mark"), "Show the words of your turn",
        "Show the first letters of the words of your turn, press it again for all, then hide them again.",
        pair="prompt",
    ),
    Command("one_side", ("o",), "One side", "Hear only this speaker, or everybody again."),
    Command("sleep", ("z",), "Sleep timer", "Stop in 15, 30, 45 or 60 minutes, at the end of this part, or never."),
    Command("faster", ("plus", "equals_sign"), "Faster", "Read faster, up to 4 times the normal speed.", pair="speed"),
    Command("slower", ("minus",), "Slower", "Read slower, down to half the normal speed.", pair="speed"),
    Command("louder", ("right_parenthesis",), "Louder", "Raise the volume.", pair="volume"),
    Command("softer", ("left_parenthesis",), "Softer", "Lower the volume.", pair="volume"),
    Command(
        "sound", ("v",), "Sound on or off",
        "Turn the sound off or on; without it, words are marked at the same pace.",
    ),
    Command(
        "recording", ("Y",), "Recording or voices",
        "Hear voices instead of the document's recording, or the recording again, from this word on.",
        other_names=("voices",),
    ),
    Command(
        "in_step", ("I",), "In step with the recording",
        "Where the words are heard earlier or later than marked: press it when a sentence begins, go to that sentence, "
        "press it again. A second place, far from the first, also corrects how fast the times run.",
        pair="times", other_names=("in step",),
    ),
    Command(
        "times", ("J",), "Shift the recording's times",
        "Type by how many seconds words are heard later (1.5) or earlier (-0.3) than marked; back takes the last "
        "change back, 0 all of them.",
        pair="times", takes_words=True,
    ),
    Command("cast", ("c",), "Cast", "See, hear and change who has which voice."),
    Command(
        "correct", ("C",), "Correct a word",
        "Change how the last word heard, or another of the page, is pronounced; hear it, and save it for the document.",
    ),
    Command("settings", ("u",), "Settings", "Change settings; applied at once and saved."),
    Command(
        "face", ("T",), "Plain text mode or full screen",
        "Switch between plain text mode and the full screen, at the same place.",
    ),
    Command(
        "help", ("h", "question_mark"), "Help", "List the keys, and open the manual.",
        footer="help", takes_words=True, takes_number=True,
    ),
    Command("back", ("escape", "L"), "Leave", "Close what is open, or stop reading.", other_names=("stop",)),
    Command("quit", ("q",), "Quit", "Save the place and quit.", other_names=("exit",)),
)  # fmt: skip


def keys_of(command: Command) -> str:
    """A command's keys as a person names them: "n, Right, Enter"."""
    return ", ".join(key_name(key) for key in command.keys)
