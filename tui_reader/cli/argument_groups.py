"""Arguments that several commands share, and the reading options that they make together."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.cli.argument_values import columns, document_path, language, note_reading, sound_path, speed, width
from tui_reader.paths import NO_LIBRARY

if TYPE_CHECKING:
    from tui_reader.startup.reading_options import ReadingOptions


class _ReadAs(Action):
    """Takes the name of a format; `list` prints all names and ends the program."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        """Keep the name. Raises SystemExit after the list."""
        if values == "list":
            from tui_reader.formats.producers.table import listed
            from tui_reader.terminal.output import print_lines

            print_lines(listed())
            parser.exit()
        setattr(namespace, self.dest, values)


def add_document(
    parser: ArgumentParser, about: str = "The transcript; - reads standard input. Without FILE: the one read last."
) -> None:
    """FILE, the document."""
    parser.add_argument("file", metavar="FILE", nargs="?", type=document_path, help=about)


def add_start(parser: ArgumentParser) -> None:
    """Where reading starts."""
    parser.add_argument(
        "--from", dest="start", metavar="WHERE", help='Start at a turn (9), a percentage (50%%) or a part ("part 2").'
    )


def add_narration(parser: ArgumentParser) -> None:
    """What of a document is read aloud."""
    parser.add_argument(
        "--only", metavar="WHO", action="append", default=[],
        help="Read only this speaker's turns; repeat it for more speakers.",
    )  # fmt: skip
    parser.add_argument(
        "--notes", metavar="WHEN", type=note_reading,
        help="When notes are read aloud: silent (never), sound (a short sound where a note is), "
        "mark (after its sentence), turn (after the turn) or end (after everything).",
    )  # fmt: skip


def add_chair(parser: ArgumentParser) -> None:
    """Whose turns are left to the person."""
    parser.add_argument(
        "--chair", metavar="WHO", action="append", default=[],
        help="Rehearse this speaker's part: silence at each of their turns, the words hidden. It is kept for the "
        "document; repeat it for more speakers, nobody leaves it.",
    )  # fmt: skip


def add_sound(parser: ArgumentParser) -> None:
    """Where sound goes."""
    parser.add_argument(
        "--no-sound", dest="sound", action="store_false", help="Play no sound, but move on at the pace of speech."
    )
    parser.add_argument(
        "--device", metavar="NAME", help="Sound device, by a part of its name; doctor lists the devices."
    )


def add_recording(parser: ArgumentParser) -> None:
    """The document's recording."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--audio", metavar="SOUND", type=sound_path,
        help="The recording of the document, to be heard in step with its words; without it, the one that was named "
        "before, or one found beside FILE. --audio beside takes the latter again.",
    )  # fmt: skip
    either.add_argument(
        "--no-audio", action="store_true", help="Use voices, even where a recording is found beside FILE."
    )


def add_reading(parser: ArgumentParser) -> None:
    """How any document is read and spoken, and the library."""
    add_speech(parser)
    add_text(parser)
    add_library(parser)


def add_speech(parser: ArgumentParser) -> None:
    """What speaks, and how fast."""
    parser.add_argument("--engine", metavar="NAME", help="Speech engine, such as natural, espeak or pyttsx3.")
    parser.add_argument(
        "--speed", "--rate", metavar="X", type=speed, help="Speed, from 0.5 to 4; 1 is the voices' own."
    )


def add_text(parser: ArgumentParser) -> None:
    """How a document's text is decoded, understood and broken into lines."""
    parser.add_argument("--encoding", metavar="NAME", help="Text encoding, if detection is wrong.")
    parser.add_argument(
        "--as", dest="producer", metavar="NAME", action=_ReadAs,
        help="Format, if detection is wrong, such as srt; list prints the names.",
    )  # fmt: skip
    parser.add_argument(
        "--columns", metavar="WHICH", type=columns, default=(),
        help="Columns of a table, by number or head, if detection is wrong: speaker=2,text=3 (also start, end).",
    )  # fmt: skip
    parser.add_argument(
        "--language", metavar="TAG", type=language, help="Language of the document, such as fr, if detection is wrong."
    )
    parser.add_argument("--width", metavar="N", type=width, help="Longest line of text in columns, from 20 to 200.")


def add_library(parser: ArgumentParser) -> None:
    """Options that choose the library's file, or no library."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--library", metavar="PATH", type=Path, help="File where reading positions and voices are stored."
    )
    either.add_argument(
        "--no-library", dest="library", action="store_const", const=NO_LIBRARY,
        help="Read and save no reading positions, bookmarks or voices.",
    )  # fmt: skip


def add_repeatable(parser: ArgumentParser, *options: tuple[str, str, str]) -> None:
    """Options that may be given several times: each as it is typed, its value's name, and its help."""
    for option, metavar, about in options:
        parser.add_argument(option, metavar=metavar, action="append", default=[], help=about)


def make_reading_options(arguments: Namespace) -> ReadingOptions:
    """The options that were given, whichever of the groups above the command has."""
    from tui_reader.startup.reading_options import ReadingOptions

    given: dict[str, Any] = vars(arguments)
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return ReadingOptions(**{name: given[name] for name in ReadingOptions._fields if name in given})
