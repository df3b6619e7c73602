"""The command `accessibility`: a help page in plain lines for people who use a screen reader, braille or large print.

Short lines, plain ASCII, no drawing: it is heard line by line. The keys are those of the one table of commands.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.faces.plain.plain_words import help_lines
from tui_reader.settings import load_settings
from tui_reader.terminal.keymap import keymap

_BEFORE = """\
tui-reader with a screen reader, in braille, with low vision.

Which face.
tui-reader --plain FILE prints plain lines, one message for each key.
ACCESSIBLE=1 in the environment chooses it always; so does face = "plain"
in the settings file. Where Orca, yasr, Fenrir, tdsr, brltty or speakup is
found, or the desktop says that a screen reader is on, it is chosen by
itself, and the first line says so.
tui-reader --full FILE is the full screen, whatever was found.
T changes between the two while you read, at the same place.
tui-reader --print FILE prints the whole document and ends.
tui-reader doctor says which screen reader was found and what speaks.

Who speaks.
Your screen reader reads the lines. The voices of the program are off.
v turns them on, a voice for each speaker; a turn that is spoken is then
not printed too. tui-reader --plain --speak FILE begins with them on.
On Linux they are those of your own synthesiser, by speech-dispatcher.
On Windows and macOS: pip install 'tui-reader[screenreader]' and
--engine screenreader. Any key silences them.

How much is said.
y changes it: brief leaves a name out while it stays the same, normal says
the name of each turn, full says the number of the turn too.
notes = "sound" and earcons = "all" in the settings tell notes, speakers
and ends by short sounds. announce = "changes" has names said.

Lines in place of keys.
--keys line, or typing = "line" in the settings, takes a line for each
command, ended with Enter: for dictation, input methods and Emacs. n, 12 g,
/castro; or the name of a command: next, where, help, quit. Enter alone is
the next turn. The terminal echoes and edits what you type.

Braille.
--width 40 or the setting width breaks lines for your display.
--ascii prints dashes, quotes and accents as plain ASCII.
--cursor start leaves the cursor at the first cell of each message, in the
plain face; cursor = "start" in the settings keeps it so.
In the full screen the cursor stands on the turn, and on the spoken word;
cursor = "show" lets it be seen. calm = true leaves signs and hints out.

Low vision.
In the full screen u opens the settings: the themes contrast-dark and
contrast-light are at least 7 to 1, width and line spacing can be changed.
layout = "sentence", or l, shows one sentence at a time, with the voice.
Nothing moves but the text; calm = true paints the first page once.
keymap = "vi" or "less", and keys of your own in u, or in the settings
file: [keys] and then next_page = "j Right".

Screen readers' own keys.
No command needs Ctrl, Alt, Insert or the number pad. Under Fenrir and
Orca, Escape may not be heard: L does the same, and at a question that
takes words Enter alone.

To take with you.
tui-reader export FILE -o talk.epub is a book that is read along, -o
talk.html a page with headings, landmarks and keys, -o talk.txt plain text.

The keys of the plain face.
"""
_AFTER = """\
A number and then g goes to that turn; g alone asks for a turn, 50%, or
part 2. D lists the documents of the library: a number opens one, slash
finds words in all of them, a adds a folder.
Question mark and then a key says what the key does.
What is wrong or missing: tell it with the output of tui-reader doctor."""


def page() -> str:
    """The whole page."""
    return _BEFORE + "\n".join(_keys()) + "\n" + _AFTER


def _keys() -> Iterator[str]:
    settings, _ = load_settings()
    yield from help_lines(keymap(settings.keymap, settings.keys).of("plain"))
