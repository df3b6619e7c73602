"""The index of a folder of exports: one web page that lists titles, dates, people, lengths and files.

It is made from the log alone, so it lists all that has been exported into the folder, whenever. It needs no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from tui_reader.atomic_write import atomic_write
from tui_reader.errors import ReaderError
from tui_reader.export.estimate import bytes_in_words
from tui_reader.export.html.html_writer import to_html
from tui_reader.export.html.page_template import hash_source, own_file
from tui_reader.export.markup.xhtml_elements import Element, language_tag, make
from tui_reader.named_tuple import NamedTuple
from tui_reader.small_file import read_small
from tui_reader.startup.input_files import InputFiles
from tui_reader.terminal.counts import length

NAMES = ("index.html", "contents.html")
"""What the page is called; the second where an export has the first name."""
GENERATOR = "tui-reader index"
"""The page says so, and is written anew; one that does not is somebody else's and stays."""
LARGEST = 20_000_000
"""Bytes of an index that is looked at."""
PEOPLE = 6
"""People of a document who are named."""
FIRST = (".html", ".epub", ".m4b", ".mp3", ".opus", ".flac", ".wav")
"""Endings of the file that the title leads to, the best first."""
_NUMBER = re.compile(r"(\d+)")


class Listed(NamedTuple):
    """One document in the index. All of it is text of documents, or of the log, which is a file like any other."""

    name: str
    """What its files are called, without ending; the index is sorted by it."""
    title: str
    date: str
    people: Sequence[str]
    language: str
    seconds: float
    """How long it is, as it was spoken or about."""
    files: Sequence[Path] = ()
    """Relative to the folder."""


def write_index(folder: Path, title: str, listed: Iterable[Listed], inputs: InputFiles) -> Path | None:
    """Write the index of a folder; returns where, or None where there is nothing to list or no name for it.

    Raises ReaderError where it cannot be written.
    """
    rows = sorted(listed, key=lambda one: [_natural(part) for part in one.name.split("/")])
    written = {file.as_posix() for one in rows for file in one.files}
    free = (folder / name for name in NAMES if name not in written)
    target = next((path for path in free if _is_ours(path)), None)
    if target is None or not rows:
        return None
    inputs.refuse(target)
    with atomic_write(target) as file:
        file.write(to_html(_page(folder, title, rows)))
    return target


def index_of(folder: Path) -> Path | None:
    """The index of a folder; None where it has none."""
    return next((path for name in NAMES if (path := folder / name).is_file() and _is_ours(path)), None)


def _natural(name: str) -> list[tuple[int, int | str]]:
    """A key that sorts d2 before d10."""
    words = _NUMBER.split(name.casefold())
    return [(0, int(word[:18])) if word.isdecimal() else (1, word) for word in words if word]


def _is_ours(path: Path) -> bool:
    """Whether there is no file, or an index that was written here before."""
    try:
        data = read_small(path, LARGEST)
    except ReaderError:
        return False
    return data is None or f'content="{GENERATOR}"'.encode() in data[:4000]


def _page(folder: Path, title: str, rows: Sequence[Listed]) -> Element:
    style = own_file("index.css")
    policy = f"default-src 'none'; style-src {hash_source(style)}; base-uri 'none'; form-action 'none'"
    head = make("head", make("meta", charset="utf-8"))
    head.append(make("meta", **{"http-equiv": "Content-Security-Policy", "content": policy}))
    for name, content in (("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark"),
                          ("generator", GENERATOR)):  # fmt: skip
        head.append(make("meta", name=name, content=content))
    head.append(make("title", title))
    head.append(make("style", style))
    heads = ("Title", "Date", "People", "Length", "Files")
    table = make(
        "table",
        make("caption", f"{len(rows):,} document{'' if len(rows) == 1 else 's'}"),
        make("thead", make("tr", *(make("th", words, scope="col") for words in heads))),
        make("tbody", *(_row(folder, one) for one in rows)),
    )
    # A wide table is scrolled by keys too: a part that scrolls must be reached by Tab, and then needs a name.
    scrolled = make("div", table, cls="table", role="region", aria_label="Documents", tabindex="0")
    return make("html", head, make("body", make("main", make("h1", title, dir="auto"), scrolled)), lang="en")


def _row(folder: Path, one: Listed) -> Element:
    ending = next((ending for ending in FIRST if any(file.name.endswith(ending) for file in one.files)), "")
    first = next((file for file in one.files if file.name.endswith(ending)), None)
    language = language_tag(one.language)
    title = make("a", one.title, href=_address(first), lang=language, dir="auto") if first else make("span", one.title)
    more = len(one.people) - PEOPLE
    people = ", ".join(one.people[:PEOPLE]) + (f" and {more} more" if more > 0 else "")
    links = make("ul", role="list")
    for file in one.files:
        label = file.name.removeprefix(Path(one.name).name).lstrip(".") or file.name
        size = bytes_in_words((folder / file).stat().st_size)
        link = make("a", label, href=_address(file), aria_label=f"{label}, {one.title}")
        links.append(make("li", link, f" {size}"))
    return make(
        "tr",
        make("th", title, scope="row"),
        make("td", one.date),
        make("td", people, dir="auto"),
        make("td", length(one.seconds)),
        make("td", links),
    )


def _address(file: Path) -> str:
    """The address of a file beside the page: never one of another kind, such as javascript:."""
    return "./" + quote(file.as_posix())
