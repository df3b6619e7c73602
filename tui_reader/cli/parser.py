"""The command line in words: options, commands and their help. Parses, checks each value and does nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui_reader import __version__
from tui_reader.errors import UsageError
from tui_reader.narration.narration_options import NoteReading
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.output import PROGRAM

COMMANDS = {
    "play": "Read aloud without a screen.",
    "export": "Write the reading: sound, captions, a book, a page, text.",
    "verify": "Check a file that was exported: words, times, document.",
    "inspect": "Show what was understood of a file.",
    "people": "Show who speaks; merge, split, name and un-mark labels.",
    "lexicon": "Say how words are said: for one document, or for all.",
    "bookmarks": "List what was marked in a document, or write it as Markdown.",
    "library": "List what was read; add folders; find words in all documents.",
    "voices": "List the voices, and hear one.",
    "serve": "Show the full screen in a browser, for people who see.",
    "accessibility": "Help for screen readers, braille and low vision.",
    "doctor": "Say what this machine has: voices, sound, a screen reader.",
}
"""What may stand as the first word, with a sentence each."""


class _Parser(argparse.ArgumentParser):
    """Help at most 78 columns wide and without colours; wrong use is a UsageError of one line."""

    def __init__(self, **settings: Any) -> None:
        if sys.version_info >= (3, 14):
            settings["color"] = False
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=_Formatter, **settings)
        self.add_argument("-h", "--help", action="help", help="Show this page.")

    def _parse_optional(self, arg_string: str) -> Any:
        """Standard input and a document's id, `-#id`, is no option, whatever it begins with."""
        return None if arg_string.startswith("-#") else super()._parse_optional(arg_string)

    def error(self, message: str) -> NoReturn:
        told = message.removeprefix("argument ").rstrip(".")
        raise UsageError(f"{told}. {self.prog} --help shows the options.")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, **_: Any) -> None:
        super().__init__(prog, max_help_position=24, width=78)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for; `command` is one of COMMANDS or "open". Raises UsageError, and SystemExit for --help."""
    if argv and argv[0] in COMMANDS:
        asked = _command(argv[0]).parse_args(argv[1:])
        _refuse_bytes(asked)
        if asked.command == "serve" and str(asked.file).startswith("-"):
            raise UsageError("serve reads a file, not standard input.")
        return asked
    asked = _opening().parse_args(argv)
    _refuse_bytes(asked)
    if asked.speak and not asked.sound:
        raise UsageError("--speak needs sound, and --no-sound turns it off: leave one of them out.")
    if asked.file and str(asked.file) in COMMANDS and not asked.file.exists():
        raise UsageError(f"The command {asked.file} stands first: {PROGRAM} {asked.file} [FILE] [options].")
    return asked


def _refuse_bytes(asked: argparse.Namespace) -> None:
    """Only names of files may be bytes that are no UTF-8."""
    for value in vars(asked).values():
        for word in value if isinstance(value, list | tuple) else (value,):
            if isinstance(word, str) and any("\ud800" <= sign <= "\udfff" for sign in word):
                raise UsageError(f"{word!a} is no text in UTF-8.")


def _opening() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage="tui-reader [FILE] [options]\n       tui-reader COMMAND [options]",
        description="With a screen reader: tui-reader --plain FILE, or set ACCESSIBLE=1.\n"
        "Opens the transcript of a conversation, pages through it turn by turn, and\n"
        "reads it aloud with a voice for each speaker. Press h for the keys.",
        epilog="commands (tui-reader COMMAND --help tells more):\n"
        + "\n".join(f"  {name:<14}{about}" for name, about in COMMANDS.items()),
    )
    parser.set_defaults(command="open")
    _file(
        parser, "The transcript, - for standard input; without it the one read last, at first a telephone call of 1962."
    )
    faces = parser.add_mutually_exclusive_group()
    faces.add_argument("--full", dest="face", action="store_const", const="full", help="The full screen.")
    faces.add_argument(
        "--plain", dest="face", action="store_const", const="plain",
        help="Plain lines and single keys, as screen readers and braille need them.",
    )  # fmt: skip
    faces.add_argument(
        "--print", dest="face", action="store_const", const="print", help="Print the whole document and end."
    )
    parser.add_argument("--ascii", action="store_true", help="Plain lines in ASCII: dashes, quotes and accents folded.")
    parser.add_argument(
        "--cursor", choices=("hide", "show", "start"), help="Where braille looks: start is a line's first cell."
    )
    parser.add_argument(
        "--keys", dest="typing", choices=("key", "line"),
        help="Single keys, or line: each command is ended with Enter, with --plain.",
    )  # fmt: skip
    parser.add_argument("--speak", action="store_true", help="Own voice on from the start, with --plain.")
    _start(parser)
    _sound(parser)
    _common(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help="Show the version.")
    return parser


def _command(name: str) -> _Parser:
    parser = _Parser(prog=f"{PROGRAM} {name}", description=COMMANDS[name])
    parser.set_defaults(command=name)
    if name == "voices":
        parser.add_argument("voice", metavar="VOICE", nargs="?", help="One voice, by its id.")
        parser.add_argument("--say", metavar="TEXT", nargs="?", const="", help="Hear it, on these words or on its own.")
        parser.add_argument("--measure", action="store_true", help="Measure how high, loud, fast and alike they are.")
        parser.add_argument("--people", action="store_true", help="Who has which voice in every document.")
        parser.add_argument("--forget", metavar="NAME", help="Forget whose voice that is; everybody forgets all.")
        _sound(parser)
        _common(parser, document=False)
        return parser
    if name == "accessibility":
        return parser
    if name == "doctor":
        _common(parser, document=False)
        return parser
    if name == "lexicon":
        _lexicon(parser)
        return parser
    if name == "library":
        _catalogue(parser)
        return parser
    if name == "verify":
        parser.add_argument("output", metavar="OUT", type=Path, help="A file that export --ledger has written.")
        _file(parser, "The document that it is of, to be compared too.")
        _common(parser)
        return parser
    _file(parser, "The transcript, - for standard input; without it the one read last.")
    if name == "play":
        parser.add_argument("--captions", action="store_true", help="Print the words too, as they begin to be heard.")
        _start(parser)
        _said(parser)
        _sound(parser)
    elif name == "export":
        _order(parser)
        _said(parser)
    elif name == "people":
        _people(parser)
    elif name == "serve":
        parser.add_argument(
            "--host", default="127.0.0.1", help="The address to serve at; this machine alone, 127.0.0.1, without it."
        )
        parser.add_argument("--port", metavar="N", type=_port, default=0, help="The port; one that is free without it.")
        _start(parser)
    elif name == "bookmarks":
        parser.add_argument("--export", metavar="OUT", type=Path, help="Write them into a file, OUT.md.")
        parser.add_argument(
            "--remove", metavar="N", type=_number, action="append", default=[], help="Remove the bookmark N."
        )
    elif name == "inspect":
        parser.add_argument("--json", action="store_true", help="As JSON, for programs.")
        parser.add_argument("--ledger", action="store_true", help="What is said, or why not, for every character.")
    _common(parser)
    return parser


def _order(parser: _Parser) -> None:
    """What an export is to be; the names are those of `export.Order`."""
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True,
        help="The file to write, or a folder, if FILE is a folder or holds many documents; "
        "its ending says what: .wav .flac .opus .mp3 .m4b, .vtt .srt .ass .json "
        ".chapters.json, .epub .html, .md .txt .xml (TEI).",
    )  # fmt: skip
    parser.add_argument(
        "--format", dest="formats", metavar="LIST", type=_formats, default=(),
        help="What to write, whatever the ending, such as m4b; of several, m4b,flac, each has its own ending.",
    )  # fmt: skip
    parser.add_argument("--from", dest="first", metavar="N", type=_turn, help="Begin with this turn.")
    parser.add_argument("--until", dest="last", metavar="N", type=_turn, help="End with this turn.")
    parser.add_argument(
        "--loudness", metavar="LUFS", type=_loudness,
        help="How loud, -40 to -5; without it -16, and a WAV file as it is played.",
    )  # fmt: skip
    parser.add_argument(
        "--ledger", action="store_true", help="What was spoken and what not, and why, beside it; see verify."
    )
    parser.add_argument("--jobs", metavar="N", type=_number, help="Of many documents, so many at once; one a core.")
    parser.add_argument(
        "--scheduler", metavar="tcp://HOST:PORT", help="Of many documents: have a Dask cluster make them."
    )
    parser.add_argument("--stems", action="store_true", help="A file for each speaker too, and labels for Audacity.")
    parser.add_argument("--text-only", action="store_true", help="Without sound, for .epub and .html.")
    parser.add_argument(
        "--licence", metavar="TEXT", default="", help="On which terms the text may be used, for the tags."
    )


def _people(parser: _Parser) -> None:
    """What may be decided about labels, each as often as wanted, done in the order of this list."""
    for option, metavar, about in (
        ("--unmark", "LABEL", "This is no label: its words belong to the turn before."),
        ("--split", "LABEL", "This label is a person of its own."),
        ("--merge", "LABEL=PERSON", "This label, or person, is that one: GB=GWB."),
        ("--name", "PERSON=NAME", 'Name a person: GWB="George W. Ball".'),
        ("--role", "PERSON=ROLE", "Give a person a role."),
    ):
        parser.add_argument(option, metavar=metavar, action="append", default=[], help=about)
    parser.add_argument("--forget", action="store_true", help="Take back all that was decided before.")
    parser.add_argument(
        "--share", metavar="OUT", nargs="?", type=Path, const=Path(),
        help="Write the people into a file to share, NAME.people.toml beside the document if none is given.",
    )  # fmt: skip


def _lexicon(parser: _Parser) -> None:
    """What may be done to a lexicon; without any of it, it is listed."""
    _file(parser, "A transcript, for its words alone; without it the words of all documents are meant.")
    for option, metavar, about in (
        ("--add", "WORD=SAID", "How a word is said, in letters: Adlai=Addlay."),
        ("--ipa", "WORD=IPA", "Its sounds in IPA, which espeak says."),
        ("--phonemes", "WORD=SOUNDS", "The same in espeak-ng's mnemonics: Adlai='adleI."),
        ("--skip", "WORD", "A word that is not said at all."),
        ("--remove", "WORD", "Take back what was said of a word."),
    ):
        parser.add_argument(option, metavar=metavar, action="append", default=[], help=about)
    parser.add_argument("--any-case", action="store_true", help="What is added is for capitals and small letters.")
    parser.add_argument(
        "--import", dest="source", metavar="LEXICON", type=Path, help="Add the words of a PLS or TOML lexicon."
    )
    _library(parser)


def _catalogue(parser: _Parser) -> None:
    """What may be done to the library; without any of it, it is listed."""
    parser.add_argument(
        "--add", metavar="PATH", type=Path, action="append", default=[],
        help="Add the documents of a folder, now and whenever some are new, or of a file.",
    )  # fmt: skip
    parser.add_argument(
        "--remove", metavar="PATH", type=Path, action="append", default=[],
        help="List and search a document, file or folder no more; its places and bookmarks stay.",
    )  # fmt: skip
    parser.add_argument(
        "--search", metavar="WORD", nargs="+",
        help='Search all documents: SAM sites, "in a row", beginn*, @Ball sites.',
    )  # fmt: skip
    parser.add_argument("--all", dest="every", action="store_true", help="List all documents, not twenty.")
    _library(parser)


def _start(parser: _Parser) -> None:
    parser.add_argument(
        "--from", dest="start", metavar="WHERE", help="Begin at this turn (9), percent (50%%) or part (part 2)."
    )


def _file(parser: _Parser, about: str) -> None:
    parser.add_argument_group("what to read").add_argument("file", metavar="FILE", nargs="?", type=_path, help=about)


def _sound(parser: _Parser) -> None:
    parser.add_argument(
        "--no-sound", dest="sound", action="store_false", help="Open no sound device; go on at the pace of speech."
    )
    parser.add_argument("--device", metavar="NAME", help="The sound device, by a part of its name; see doctor.")


def _said(parser: _Parser) -> None:
    """What of a document is said."""
    parser.add_argument(
        "--only", metavar="WHO", action="append", default=[], help="Say only this speaker's turns; repeat it for more."
    )
    parser.add_argument(
        "--notes", metavar="WHEN", type=_notes, help="When notes are said: silent, sound, mark, turn or end."
    )


def _common(parser: _Parser, document: bool = True) -> None:
    """The options of everything that reads and speaks."""
    parser.add_argument("--engine", metavar="NAME", help="What makes the sound: espeak or pyttsx3.")
    parser.add_argument("--speed", "--rate", metavar="X", type=_speed, help="0.5 to 4 times the voices' own speed.")
    if document:
        parser.add_argument(
            "--encoding", metavar="NAME", help="The file's encoding, where it is not found out rightly."
        )
        parser.add_argument("--width", metavar="N", type=_width, help="Longest line of text in columns, 20 to 200.")
    _library(parser)


def _library(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--library", metavar="PATH", type=Path, help="Where places and casts are kept.")
    either.add_argument(
        "--no-library", dest="library", action="store_const", const=NO_LIBRARY, help="Know and keep nothing."
    )


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("the file's name is empty")
    return Path(text).absolute() if text.startswith("./-") else Path(text)  # "-" alone is standard input


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0.5 <= speed <= 4:
        raise argparse.ArgumentTypeError(f"{text!r} is no speed from 0.5 to 4")
    return speed


def _notes(text: str) -> NoteReading:
    try:
        return NoteReading(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(NoteReading)}") from None


def _formats(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip().removeprefix(".").lower() for word in text.split(","))))


def _loudness(text: str) -> float:
    try:
        loudness = float(text)
    except ValueError:
        loudness = 0.0
    if not -40 <= loudness <= -5:
        raise argparse.ArgumentTypeError(f"{text!r} is no loudness from -40 to -5 LUFS")
    return loudness


def _width(text: str) -> int:
    if not text.isdecimal() or not 20 <= int(text) <= 200:
        raise argparse.ArgumentTypeError(f"{text!r} is no width from 20 to 200")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _turn(text: str) -> int:
    return _number(text, "number of a turn")


def _number(text: str, thing: str = "number") -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no {thing}")
    return int(text)
