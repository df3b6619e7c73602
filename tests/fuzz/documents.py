"""Inputs of the target `documents`: dialogues in every format and files of a folder, damaged by chance."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile, is_zipfile

from tests.fuzz.hostile import PIECES, broken, nested, swollen
from tests.fuzz.json_damage import damaged_json
from tests.fuzz.marked import FORMATS, as_file
from tests.fuzz.printed import PrintedDialogue, Said
from tests.fuzz.properties import check
from tests.fuzz.target import Input, flipped

NAMES = ("Ann", "Bo", "GB", "GWB", "Fimi Zan", "Zoë", "Mr. Stone", "李", "A & B", "O'Hara", "The Clerk")
WORDS = (
    "We", "They", "talked", "know never", "about missiles", "“well”", "don't", "1962", "U.S.", "p.m.", "3:15", "50%",
    "$5", "AT&T", "漢字", "so,", "(so far)", "twenty-five", "2.5", "why? No", "…", "Yes.", "I see.", "[laughs]", "(1)",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "shift-jis", "utf-8-sig")
FILES = sorted({file for file, _ in FORMATS.values()})
LARGEST = 20_000
"""Bytes of a file of the folder that is taken; larger ones are slow to damage."""
LONGEST = 5000
"""Bytes of a damaged input, which is enough for a dialogue."""


class Documents:
    """Files that are read as documents."""

    name = "documents"

    def __init__(self, seeds: Path | None) -> None:
        """`seeds` is a folder with files that are damaged as well."""
        self._seeds = seeds

    def made(self, chance: Random) -> Input:
        """A file, mostly damaged."""
        files = _files(self._seeds) if self._seeds else ()
        if files and chance.random() < 0.4:
            path = chance.choice(files)
            name, data = path.name, path.read_bytes()
        else:
            name, printed = chance.choice([*FORMATS.values()])
            data = as_file(printed(_dialogue(chance)), name)
        if is_zipfile(BytesIO(data)) and chance.random() < 0.85:
            data = _repacked(data, chance)
        else:
            data = _damaged(data, chance)
        if chance.random() < 0.05:
            name = chance.choice(FILES)
        return Input(name, data)

    def tried(self, what: Input, chance: Random, folder: Path) -> None:
        """Read it and prove what holds of every document; of one short one in four also how all of it is read aloud."""
        check(what.data, what.name, chance.random() < 0.25 and len(what.data) <= LONGEST)


def _dialogue(chance: Random) -> PrintedDialogue:
    """Two to eight turns, sometimes with a hostile piece in a name, the title or the words."""
    people = chance.sample(NAMES, chance.randint(2, 4))
    turns = [Said(chance.choice(people), _words(chance)) for _ in range(chance.randint(2, 8))]
    return PrintedDialogue(_hostile("A Talk in the Garden", chance), tuple(turns))


def _words(chance: Random) -> str:
    return _hostile(" ".join(chance.choices(WORDS, k=chance.randint(1, 12))), chance)


def _hostile(words: str, chance: Random) -> str:
    return words + chance.choice(PIECES) if chance.random() < 0.1 else words


def _damaged(data: bytes, chance: Random) -> bytes:
    """The data with parts or bytes of it damaged, in another encoding, swollen or nested; sometimes as it was."""
    way = chance.random()
    if way < 0.5 and data[:1] in (b"{", b"[") and (changed := damaged_json(data, chance)):
        return changed
    if way < 0.75:
        return broken(data, chance, LONGEST)
    if way < 0.9:
        return flipped(data, chance)
    if way < 0.92:
        return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")
    if way < 0.922:
        return swollen(data, chance, 50_000)
    return nested(data, chance) if way < 0.924 else data


def _repacked(data: bytes, chance: Random) -> bytes:
    """A sound zip file of which one member is damaged: a flipped byte of the file would only break a checksum."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            member = old.read(name)
            new.writestr(name, _damaged(member, chance) if name == chosen else member)
    return made.getvalue()


@cache
def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size <= LARGEST)
