"""Reads the words of exported files back, independently of the writers and of the formats that read documents."""

from __future__ import annotations

import json
import re
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path

from lxml import etree

from tui_reader.errors import ReaderError

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
_CLOCK = r"(\d+):(\d\d):(\d\d[.,]\d+)"
_CAPTION_LINE = {
    ".vtt": re.compile(rf"{_CLOCK} -->"),
    ".srt": re.compile(rf"{_CLOCK} -->"),
    ".ass": re.compile(rf"Dialogue: \d+,{_CLOCK},"),
}
"""By the ending of captions, the line that tells when one begins."""
_CONTAINER = "META-INF/container.xml"


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits."""
    return _WORD.findall(text)


def text_of(path: Path) -> str | None:
    """The text in a file, of captions without the speakers' names; None for a sound file.

    Raises ReaderError for a file that is not of the format its name says.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return None
    try:
        return reader(path)
    except OSError as error:
        raise ReaderError(f"{path}: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile, etree.LxmlError) as error:
        raise ReaderError(f"{path.name}: cannot be read as {path.suffix}: {str(error).splitlines()[0]}.") from None


def is_exact(path: Path) -> bool:
    """Whether a file of that format holds exactly the words of what is read aloud, and nothing else of the document."""
    return path.suffix.lower() in (".vtt", ".srt", ".ass", ".json")


def caption_starts(path: Path) -> list[float]:
    """When the captions of a file begin, in seconds; empty for a file of another form.

    Raises ReaderError for a file that is not of the format its name says.
    """
    ending = path.suffix.lower()
    try:
        if ending == ".json":
            return [segment["startTime"] for segment in json.loads(_plain(path))["segments"]]
        lines = _plain(path).split("\n") if ending in _CAPTION_LINE else []
        return [_seconds(*found.groups()) for line in lines if (found := _CAPTION_LINE[ending].match(line))]
    except (ValueError, KeyError, TypeError) as error:
        raise ReaderError(f"{path.name}: cannot be read as {path.suffix}: {error}.") from None


def _seconds(hours: str, minutes: str, seconds: str) -> float:
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds.replace(",", "."))


def embedded_sound(path: Path) -> bytes | None:
    """The sound in a page or a book, empty for files of text; None for a file that is sound and nothing else.

    Raises ReaderError for a file that is not of the format its name says.
    """
    ending = path.suffix.lower()
    if reader := {".epub": _sound_of_book, ".html": _sound_of_page}.get(ending):
        return reader(path)
    return b"" if ending in _READERS else None


def _sound_of_page(path: Path) -> bytes:
    start = b";base64,"
    _, _, rest = path.read_bytes().partition(b'<audio id="sound"')
    source, _, _ = rest.partition(b">")
    return b64decode(source.partition(start)[2].partition(b'"')[0])


def _sound_of_book(path: Path) -> bytes:
    with zipfile.ZipFile(path) as book:
        name = next((name for name in book.namelist() if name.endswith(".mp3")), None)
        return book.read(name) if name else b""


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _cues(path: Path) -> Iterable[list[str]]:
    """The lines of each cue below its times."""
    for block in re.split(r"\n\s*\n", _plain(path)):
        lines = block.strip("\n").split("\n")
        at = next((number for number, line in enumerate(lines) if "-->" in line), None)
        if at is not None:
            yield lines[at + 1 :]


def _vtt(path: Path) -> str:
    return unescape("\n".join(_TAG.sub("", "\n".join(lines)) for lines in _cues(path)))


def _srt(path: Path) -> str:
    """The captions without the speaker's name: what follows the first colon of each."""
    return "\n".join("\n".join(lines).partition(":")[2] for lines in _cues(path))


def _ass(path: Path) -> str:
    events = (line.split(",", 9)[9] for line in _plain(path).split("\n") if line.startswith("Dialogue:"))
    return "\n".join(event.replace("\\N", "\n") for event in events)


def _json(path: Path) -> str:
    return "\n".join(segment["body"] for segment in json.loads(_plain(path))["segments"])


def _markup(path: Path) -> str:
    return _text_of_markup(path.read_bytes())


def _text_of_markup(data: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = etree.fromstring(data, etree.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8"))
    return " ".join(root.itertext()) if root is not None else ""


def _book(path: Path) -> str:
    """The pages of a book in the order of its spine."""
    with zipfile.ZipFile(path) as book:
        container = etree.fromstring(book.read(_CONTAINER))
        package_name = container.find(".//{*}rootfile").get("full-path")
        package = etree.fromstring(book.read(package_name))
        hrefs = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}manifest/{*}item")}
        folder = package_name.rpartition("/")[0]
        spine = [hrefs[one.get("idref")] for one in package.iterfind(".//{*}spine/{*}itemref")]
        pages = [book.read(f"{folder}/{href}" if folder else href) for href in spine]
    return "\n".join(map(_text_of_markup, pages))


_READERS: dict[str, Callable[[Path], str]] = {
    ".vtt": _vtt, ".srt": _srt, ".ass": _ass, ".json": _json, ".epub": _book, ".html": _markup, ".xml": _markup,
    ".md": _plain, ".txt": _plain,
}  # fmt: skip
