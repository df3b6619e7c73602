"""One table of what a person can do: id, keys, words, help. Both faces, the palette, the help and the README read it.

Keys are unmodified printable characters, space, Enter, Escape and plain arrows, for screen readers own the others.
A command's id is the name of the method that does it: of `Reading`, or of the face where `by_face` says so.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_reader.terminal.keys import key_name


class Command(NamedTuple):
    """Something a person can do while reading."""

    id: str
    keys: tuple[str, ...]
    """The first is the one that is named; Textual's key names."""
    words: str
    """What it is called in the palette and the help."""
    help: str
    """A sentence on what it does."""
    faces: tuple[str, ...] = ("full", "plain")
    by_face: bool = False
    """Whether the face itself does it, and not the reading."""
    footer: str = ""
    """The word in the line at the foot, for the few that stand there."""

    @property
    def pair(self) -> str:
        """What it shares with its opposite, the same step the other way; empty for one that has none."""
        way, _, step = self.id.partition("_")
        if way in ("next", "previous"):
            return step
        return next((name for name, both in _OPPOSITES.items() if self.id in both), "")


_OPPOSITES = {"speed": ("faster", "slower"), "volume": ("louder", "softer")}


FULL = ("full",)
PLAIN = ("plain",)

COMMANDS: tuple[Command, ...] = (
    Command(
        "play_or_pause",
        ("space",),
        "Play or pause",
        "Read aloud from here; pause, and go on at the same sound.",
        footer="play",
    ),
    Command("next_page", ("n", "right", "enter"), "Next turn", "Go to the next turn.", footer="next"),
    Command("previous_page", ("p", "left"), "Previous turn", "Go to the turn before."),
    Command("next_of_speaker", ("N",), "Next turn of this speaker", "Go to the next turn of who speaks here."),
    Command(
        "previous_of_speaker", ("P",), "Previous turn of this speaker", "Go to the turn before of who speaks here."
    ),
    Command("next_sentence", ("s",), "Next sentence", "Go to the next sentence."),
    Command("previous_sentence", ("S",), "Previous sentence", "Go to the sentence before."),
    Command("next_paragraph", ("right_curly_bracket",), "Next paragraph", "Go to the next paragraph."),
    Command(
        "previous_paragraph",
        ("left_curly_bracket",),
        "Previous paragraph",
        "Go to the start of this paragraph, or to the one before.",
    ),
    Command("next_word", ("e",), "Next word", "Go to the next word."),
    Command("previous_word", ("E",), "Previous word", "Go to the start of this word, or to the one before."),
    Command("next_part", ("right_square_bracket",), "Next part", "Go to the next part: a memo, an act."),
    Command("previous_part", ("left_square_bracket",), "Previous part", "Go to the part before."),
    Command(
        "memo",
        ("m",),
        "Memo",
        "Go to the next memo or letter that came with the talk; there, hear it. Escape or L leaves it.",
        by_face=True,
    ),
    Command("repeat", ("r",), "Repeat", "Say or print this turn again."),
    Command("where", ("w",), "Where am I", "Say the turn, who speaks, how far it is and how long it will take."),
    Command(
        "layout",
        ("l",),
        "Page or whole dialogue",
        "Show one turn a page, the whole dialogue with the turns around this one dimmed, or one sentence a page.",
        FULL,
        by_face=True,
    ),
    Command(
        "mark",
        ("M",),
        "What is marked",
        "Mark the word that is read, the sentence, both or nothing.",
        FULL,
        by_face=True,
    ),
    Command(
        "follow",
        ("R",),
        "Return to the place",
        "After scrolling away: back to where one is, and along with the voice.",
        FULL,
        by_face=True,
    ),
    Command(
        "notes", ("f",), "Notes of this page", "Show the notes that this page refers to.", by_face=True, footer="note"
    ),
    Command("people", ("k",), "Speakers", "List who speaks and how often; put right who is who.", by_face=True),
    Command(
        "gloss",
        ("i",),
        "What it means",
        "Say what an abbreviation or a name of this page means, if the volume explains it; again, the next.",
    ),
    Command("documents", ("d",), "Documents", "Choose another document of this volume.", FULL, by_face=True),
    Command(
        "library",
        ("D",),
        "Library",
        "List what was read and how far, and what else there is; find words in all of it; open one.",
        by_face=True,
    ),
    Command(
        "verbosity",
        ("y",),
        "How much is said",
        "Brief, without a name that stays the same; normal; or full, with the number of the turn.",
        PLAIN,
        by_face=True,
    ),
    Command("go_to", ("g",), "Go to", "Go to a turn by its number, to 50%, part 2 or a heading.", by_face=True),
    Command(
        "search",
        ("slash",),
        "Search",
        "Find words, @Ball quarantine, or an /expression/; all that is found is marked.",
        by_face=True,
    ),
    Command("next_hit", ("full_stop",), "Next hit", "Go to the next place that was found."),
    Command("previous_hit", ("comma",), "Hit before", "Go to the place before that was found."),
    Command("bookmark", ("b",), "Bookmark", "Mark this place."),
    Command(
        "to_bookmark",
        ("apostrophe",),
        "Bookmarks",
        "List the bookmarks: go there, write a note, remove; in "
        "the plain face to the next one, or after a number to that one.",
        by_face=True,
    ),
    Command(
        "select",
        ("V",),
        "Select",
        "Select from here to where you go, or no longer; the mouse selects too.",
        FULL,
        by_face=True,
    ),
    Command("copy", ("x",), "Copy", "Copy what is selected, or this turn.", FULL, by_face=True),
    Command(
        "copy_reference",
        ("X",),
        "Copy with reference",
        "The same, with the turn and the document it is from.",
        FULL,
        by_face=True,
    ),
    Command(
        "highlight",
        ("H",),
        "Highlight",
        "Highlight what is selected, for good; it stands among the bookmarks.",
        FULL,
        by_face=True,
    ),
    Command("outline", ("O",), "Outline", "List parts and turns, with where you are, to go there.", FULL, by_face=True),
    Command("go_back", ("less_than_sign",), "Back", "Go back to where the last jump was from."),
    Command("go_forward", ("greater_than_sign",), "Forward", "Go forward again to where you went back from."),
    Command("aside", ("a",), "Aside", "Say the note of this place, or who speaks; the talk waits for it."),
    Command(
        "notes_aloud",
        ("F",),
        "Notes read aloud",
        "Choose when notes are read aloud: not, after their sentence, after the turn, at the end.",
    ),
    Command("step", ("t",), "Stop by itself", "Stop after each sentence, paragraph or turn, or not; Space goes on."),
    Command("one_side", ("o",), "One side", "Hear only who speaks here, or everybody again."),
    Command("sleep", ("z",), "Sleep timer", "Stop in 15, 30, 45 or 60 minutes, at the end of this part, or not."),
    Command("faster", ("plus", "equals_sign"), "Faster", "Read faster, up to 4 times."),
    Command("slower", ("minus",), "Slower", "Read slower, down to half the speed."),
    Command("louder", ("right_parenthesis",), "Louder", "Raise the volume.", FULL),
    Command("softer", ("left_parenthesis",), "Softer", "Lower the volume.", FULL),
    Command(
        "sound",
        ("v",),
        "Sound on or off",
        "Turn the sound off and on; the words are marked at the same pace without it.",
    ),
    Command("cast", ("c",), "Cast", "See, hear and change who has which voice.", FULL, by_face=True),
    Command(
        "correct",
        ("C",),
        "Correct a word",
        "Say how the word heard last, or another of the page, is said; hear it, keep it for the document.",
        FULL,
        by_face=True,
    ),
    Command(
        "settings", ("u",), "Settings", "See and change what is set; it is so at once, and kept.", FULL, by_face=True
    ),
    Command(
        "face", ("T",), "The other face", "Go on in plain lines or on the full screen, at the same place.", by_face=True
    ),
    Command("help", ("h", "question_mark"), "Help", "List the keys.", by_face=True, footer="help"),
    Command("back", ("escape", "L"), "Leave", "Close what is open, or stop reading.", by_face=True),
    Command("quit", ("q",), "Quit", "Keep the place and leave.", by_face=True),
)


def keys_of(command: Command) -> str:
    """A command's keys as a person names them: "n, Right, Enter"."""
    return ", ".join(key_name(key) for key in command.keys)
