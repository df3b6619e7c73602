"""The man page, in the man macros of groff and mandoc, from the program's own tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import wrap

from tests.support.manual.command_line import Argument, CommandWords, commands, opening
from tests.support.manual.tables import other_keys
from tui_reader import __version__, manual
from tui_reader.export.output_formats import OUTPUT_FORMATS
from tui_reader.formats.readable_formats import READABLE_FORMATS
from tui_reader.settings.settings_table import settings_table
from tui_reader.terminal.commands import COMMANDS
from tui_reader.terminal.keys import key_name

CHANGED = "2026-11-29"
"""The date in the page's head: when its text was last written anew."""
_ESCAPES = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}


def man_page() -> str:
    """The whole page."""
    lines = [f'.TH TUI\\-READER 1 "{CHANGED}" "tui\\-reader {__version__}"']
    for name, section in _SECTIONS.items():
        lines += (f".SH {name}", *section())
    return "\n".join(lines) + "\n"


def _name() -> Iterator[str]:
    yield "tui\\-reader \\- read and hear the transcript of a conversation in a terminal"


def _synopsis() -> Iterator[str]:
    yield from (".B tui\\-reader", "[\\fIFILE\\fR] [\\fIoptions\\fR]", ".br")
    yield from (".B tui\\-reader", "\\fICOMMAND\\fR [\\fIoptions\\fR]")


def _description() -> Iterator[str]:
    first, *rest = _DESCRIPTION
    yield _text(first)
    for paragraph in rest:
        yield from (".PP", _text(paragraph))


def _options() -> Iterator[str]:
    yield from _arguments(opening())


def _commands() -> Iterator[str]:
    for command in commands():
        yield from (f".SS {_text(command.name)}", _text(command.about))
        yield from _arguments(command)


def _keys() -> Iterator[str]:
    for one in COMMANDS:
        face = "the full screen" if "full" in one.faces else "plain text mode"
        only = "" if len(one.faces) > 1 else f" Only in {face}."
        yield from _item(", ".join(map(key_name, one.keys)), one.help + only)
    for keys, about, face in other_keys():
        yield from _item(keys, f"{about} Only in {face}." if face else about)


def _formats() -> Iterator[str]:
    yield _text(f"Formats that are read: {_listed(one.name for one in READABLE_FORMATS)}.")
    yield ".PP"
    yield _text("Formats that export writes, by the ending of the file:")
    for format in OUTPUT_FORMATS:
        yield from _item(format.ending, format.about)


def _settings() -> Iterator[str]:
    yield _text("Settings are stored in the file settings.toml, or chosen with the key u in the full screen.")
    for setting in settings_table():
        if not setting.name.startswith("keys."):
            default = f" Default: {str(setting.default).lower()}." if setting.default != "" else ""
            yield from _item(setting.name, f"{setting.about} May be: {setting.values}.{default}")


def _environment() -> Iterator[str]:
    yield from _items(_ENVIRONMENT)


def _files() -> Iterator[str]:
    yield _text("tui-reader doctor says where the configuration folder is.")
    yield from _items(_FILES)


def _exit_status() -> Iterator[str]:
    yield from _items(_STATUSES)


def _examples() -> Iterator[str]:
    yield from _items(_EXAMPLES)


def _see_also() -> Iterator[str]:
    yield _text(f"tui-reader help SUBJECT prints a page of the manual: {_listed(manual.SUBJECTS)}.")


_SECTIONS: Mapping[str, Callable[[], Iterator[str]]] = {
    "NAME": _name, "SYNOPSIS": _synopsis, "DESCRIPTION": _description, "OPTIONS": _options, "COMMANDS": _commands,
    "KEYS": _keys, "FORMATS": _formats, "SETTINGS": _settings, "ENVIRONMENT": _environment, "FILES": _files,
    "EXIT STATUS": _exit_status, "EXAMPLES": _examples, "SEE ALSO": _see_also,
}  # fmt: skip
_DESCRIPTION = (
    "Opens the transcript of a conversation, finds out who speaks, pages through it turn by turn, and reads it aloud "
    "with a voice for each speaker and the spoken word marked.",
    "Without FILE it opens the document that was read last; the first time, a telephone call of 1962 that comes with "
    "the program. A FILE of - is standard input. FILE#ID is one document of a file that holds many.",
    "With a screen reader: tui-reader --plain FILE, or set ACCESSIBLE=1. tui-reader help screen-readers tells more.",
)
_ENVIRONMENT = (
    ("ACCESSIBLE", "Set to 1, chooses plain text mode, for screen readers and braille."),
    ("NO_COLOR", "Set to anything, turns colours off."),
)
_FILES = (
    ("settings.toml", "The settings, in the configuration folder."),
    ("voices/NAME.toml", "A voice of your own, in the configuration folder."),
    ("lexicon.toml", "How words are said in all documents, in the configuration folder."),
    ("NAME.people.toml", "Full names and roles, beside the document NAME."),
    ("NAME.lexicon.toml", "How words are said in that document, beside it."),
)
_STATUSES = (
    ("0", "Success."),
    ("1", "Something failed; a line on standard error says what."),
    ("2", "Wrong options or arguments."),
    ("130", "Stopped with Ctrl+C."),
    ("141", "Nobody reads the output any more, as after | head."),
)
_EXAMPLES = (
    ("tui-reader talk.txt", "Read a transcript."),
    ("pdftotext -layout talk.pdf - | tui-reader -", "Read the text of a PDF."),
    ("tui-reader export talk.txt -o talk.m4b", "Write an audiobook."),
    ("tui-reader export FOLDER -o DIR --format m4b,epub", "Export all documents of a folder."),
    ('tui-reader people talk.txt --name GWB="George W. Ball"', "Name a speaker."),
)


def _arguments(command: CommandWords) -> Iterator[str]:
    for argument in command.own:
        yield from _item(argument.typed, argument.about + _values(argument))
    if command.shared:
        yield from (".PP", _text(command.shared))


def _values(argument: Argument) -> str:
    """A sentence on the values, where the text on the option does not name them already."""
    if all(value in argument.about for value in argument.values):
        return ""
    return f" One of {_listed(argument.values)}." if len(argument.values) < 15 else ""


def _items(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, about in rows:
        yield from _item(term, about)


def _item(term: str, about: str) -> Iterator[str]:
    sentence = about if about.endswith((".", "?")) else f"{about}."
    yield from (".TP", f"\\fB{_escaped(term)}\\fR", _text(sentence[:1].upper() + sentence[1:]))


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _text(text: str, width: int = 70) -> str:
    """The text in lines, its signs escaped, so that no line begins a request."""
    lines = wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(_escaped, lines))


def _escaped(line: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in line)
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
