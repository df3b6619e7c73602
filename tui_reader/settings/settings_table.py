"""The table of settings: a sentence and the allowed values for each. The manual and the settings screen show it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tui_reader.document.hidden_words import WordsShown
from tui_reader.narration.narration_options import Announce, Earcons, LetterVoice, NoteReading, Titles
from tui_reader.narration.pause import Pause
from tui_reader.settings.setting import Setting
from tui_reader.settings.values import DEFAULT_PAUSES, Settings, Value, Verbosity
from tui_reader.terminal.commands import COMMANDS, Command
from tui_reader.terminal.keymap import PRESETS
from tui_reader.terminal.keys import keys_typed

KEYS_FORM = "key names separated by spaces, such as j Right; empty for the keys of the keymap"
PAUSE_SENTENCES: Mapping[Pause, str] = {
    Pause.SENTENCE: "Pause before the next sentence, in milliseconds: about a breath.",
    Pause.ITEM: "Pause before the next item of a list, in milliseconds: short, because the sentence goes on.",
    Pause.PARAGRAPH: "Pause before the next paragraph, in milliseconds: longer than a breath, for a new thought.",
    Pause.SAME_SPEAKER: "Pause before the same speaker's next turn, in milliseconds: no new voice marks the turn.",
    Pause.CHANGE: "Pause before another speaker's turn, in milliseconds: time to take in the last words.",
    Pause.ANSWER: "Pause after a short answer and between short turns, in milliseconds: quick exchanges stay quick.",
    Pause.INTERRUPTION: "Pause before another speaker after a turn that breaks off (-- or ...), in milliseconds.",
    Pause.NOTE: "Pause before and after a note that is read aloud, in milliseconds.",
    Pause.PART: "Pause before the next part and after a title, in milliseconds: about the turning of a page.",
}
"""What each pause is, and why it is so long."""


def _row(
    name: str, about: str, choices: tuple[str, ...] = (), low: float | None = None, high: float | None = None
) -> tuple[str, Setting]:
    default: Value = Settings._field_defaults[name]
    default = str(default) if isinstance(default, str) else default
    return name, Setting(name, default, about, tuple(map(str, choices)), low, high)


_ROWS: Mapping[str, Setting] = dict(
    (
        _row(
            "face",
            "How the reader appears: full is the full screen, plain is plain text line by line, which suits screen "
            "readers; auto decides by whether a screen reader runs.",
            ("auto", "full", "plain"),
        ),
        _row(
            "engine",
            "What speaks. auto is natural where it is installed (speech-dispatcher in plain text mode on Linux, if it "
            "runs); otherwise espeak on Linux, and pyttsx3, the system's voices, on Windows and macOS.",
            ("auto", "natural", "espeak", "pyttsx3", "speech-dispatcher", "piper", "screenreader", "tone", "quiet"),
        ),
        _row("speed", "Reading speed, as a multiple of each voice's own.", low=0.5, high=4),
        _row("volume", "Loudness, from 0 (silent) to 1 (the system's volume).", low=0, high=1),
        _row(
            "typing",
            "How to give commands in plain text mode: key is single keys, line is lines ended with Enter, for "
            "dictation and input methods.",
            ("key", "line"),
        ),
        _row(
            "verbosity",
            "What plain text mode says before a turn: brief is the speaker's name when it changes, normal is the name, "
            "full is number and name.",
            tuple(Verbosity),
        ),
        _row(
            "citation",
            "How the document is cited where words are copied with reference, and in exports unless it is plain: plain "
            "sentences, a note of the Chicago Manual of Style, BibTeX, or CSL-JSON for Zotero and Pandoc.",
            ("plain", "chicago", "bibtex", "csl-json"),
        ),
        _row(
            "announce",
            "When the narrator says the speaker's name before a turn: never, when the speaker changes, or always.",
            tuple(Announce),
        ),
        _row("letters", "Whose voice reads a memo or letter: its author's or the narrator's.", tuple(LetterVoice)),
        _row(
            "titles",
            "How title and date are said when reading begins: short is only the first words of a long title, so that "
            "the talk begins within three seconds (w pressed twice tells all of it), full is whole. Exports say all.",
            tuple(Titles),
        ),
        _row(
            "notes",
            "When notes are read aloud: silent is only on request, sound is the same with a short sound where a note "
            "is, mark is after the sentence with the mark, turn is after the turn, end is at the end.",
            tuple(NoteReading),
        ),
        _row(
            "earcons",
            "Short sounds: speakers is when the speaker changes; kinds is at headings, directions and notes, also "
            "beside the lines of plain text mode; all is both, at ends of parts, the end and when a bookmark is set. "
            "Not in the speech of speech-dispatcher or screenreader.",
            tuple(Earcons),
        ),
        _row("spell_out", "Whether rules and the lexicon say dates, numbers and names; if not, the engine does."),
        _row("stereo", "Whether each voice has a place of its own between left and right."),
        _row(
            "unrecorded",
            "What is heard where a document has a recording, for what that lacks (title, notes, turns without times): "
            "voices, or nothing.",
            ("voices", "silence"),
        ),
        _row(
            "skip_silence",
            "Whether long silences of a recording are shortened; music and applause are not.",
        ),
        _row(
            "sound",
            "Whether the full screen starts with sound. Without it, words are marked at the pace of speech; v turns "
            "sound on.",
        ),
        _row(
            "rewind",
            "After a pause of so many minutes, reading goes on a sentence earlier, after half a day two; 0 is never.",
            low=0,
            high=10_000,
        ),
        _row(
            "rehearsal",
            "What happens at your own turn when you rehearse a part (A): timed is silence as long as the turn would "
            "take, wait is silence until Space or Enter.",
            ("timed", "wait"),
        ),
        _row(
            "rehearsal_words",
            "What is shown of the words of your part when you rehearse it: nothing, the first letter of each word, or "
            "all; Q changes it for one turn.",
            tuple(WordsShown),
        ),
        _row(
            "layout",
            "What the full screen shows: page is one turn at a time, scroll is the turn with the talk around it, "
            "sentence is one sentence at a time; auto is scroll in a window of 100 columns and 30 lines or more.",
            ("auto", "page", "scroll", "sentence"),
        ),
        _row(
            "beside",
            "What stands beside the talk in a window of 120 columns or more; auto is the notes, the outline of a "
            "document without notes, or the speakers where it has neither.",
            ("auto", "notes", "outline", "speakers", "nothing"),
        ),
        _row(
            "shape",
            "Whether the full screen draws the whole talk in a line at its foot, each turn as long as its words; a "
            "click goes there. Never on a calm screen.",
        ),
        _row("mark", "What is marked while it is read aloud.", ("word", "sentence", "both", "none")),
        _row("width", "The longest line of text, in columns.", low=20, high=200),
        _row(
            "wrap",
            "Whether lines are broken between words. If not, plain text mode and print write each paragraph as one "
            "line, which the terminal or the display breaks (plain text mode divides one that is longer than the "
            "screen); the full screen fills the window.",
        ),
        _row("spacing", "Line spacing of the text: 2 leaves one line empty between lines, 3 two.", low=1, high=3),
        _row("justify", "Whether the full screen aligns both edges of the text."),
        _row(
            "margins",
            "Empty columns on each side of the full screen; half as many on a screen of less than 84 columns, a "
            "quarter below 60.",
            low=0,
            high=40,
        ),
        _row(
            "names",
            "How speakers are named: by the whole name, by the label printed in the document, or by both (in plain "
            "text mode both is a short name); first is the whole name and role once, at a speaker's first turn.",
            ("both", "name", "label", "first"),
        ),
        _row("show_notes", "Whether the full screen always shows the notes of each page."),
        _row("motion", "Whether text scrolls smoothly instead of jumping; never on a calm screen."),
        _row(
            "theme",
            "The colours of the full screen: contrast-dark, contrast-light (7 to 1) or a theme of Textual (at least "
            "4.5 to 1); auto uses the terminal's own colours, whose contrast is the terminal's.",
        ),
        _row(
            "hints",
            "When the bottom line shows keys: auto hides each hint after three uses.",
            ("auto", "always", "never"),
        ),
        _row(
            "calm",
            "Whether the full screen is kept plain for screen readers: no symbols, no hints, nothing painted twice.",
        ),
        _row(
            "cursor",
            "Where the terminal's cursor is: hidden on the full screen, shown at the turn or word that is read, or, "
            "for braille, also at the start of each message in plain text mode.",
            ("hide", "show", "start"),
        ),
        _row("device", "The sound device, by a part of its name as doctor lists it; empty for the system's default."),
        _row(
            "buffer",
            "Sound buffered ahead, in milliseconds: less responds to keys sooner, more helps if sound crackles.",
            low=10,
            high=500,
        ),
        _row(
            "media_keys",
            "Whether media keys and the desktop's player controls work, and see title and speaker: on Linux, by MPRIS.",
        ),
        _row(
            "library_order",
            "The order of the library's list: read is what was read last first, number is by the numbers of a series, "
            "date by when it was said. o in the list changes it.",
            ("read", "number", "date"),
        ),
        _row(
            "keymap",
            "The set of keys to which your own are added; in vi and less, n and N repeat a search.",
            (*PRESETS,),
        ),
    )
)


def _own_keys(command: Command) -> Setting:
    about = f"Your own keys for: {command.words}."
    return Setting(f"keys.{command.id}", "", about, read=keys_typed, form=KEYS_FORM)


@cache
def settings_table() -> tuple[Setting, ...]:
    """All settings in the order in which the manual lists them, those of pauses and keys one by one."""
    rows: list[Setting] = []
    for name in Settings._fields:
        if name == "pauses":
            rows += (
                Setting(f"pauses.{pause}", milliseconds, PAUSE_SENTENCES[pause], low=0, high=10_000)
                for pause, milliseconds in DEFAULT_PAUSES.items()
            )
        elif name == "keys":
            rows += map(_own_keys, COMMANDS)
        else:
            rows.append(_ROWS[name])
    return tuple(rows)
