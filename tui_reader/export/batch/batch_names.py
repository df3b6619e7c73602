"""Names for the files of many documents: distinct on every system, and the same at each run.

A name depends on which files are in the folder and which documents in their collections, and on nothing else: not on
the order, nor on what is exported already. Where a name is not certain to be one document's alone, a hash of where the
document is follows it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from tui_reader.startup.input_files import folded_name

_Key = TypeVar("_Key")
_OUTSIDE = re.compile(r"[^\w.-]+")
_LONGEST = 100
"""Bytes of a document's id in a file name: systems allow 255 for the whole name."""
_DIGITS = 8
_BESIDE = ("chapters", "ledger", "labels")
"""What an export puts between a document's name and an ending: "talk.ledger.json"."""


def file_names(files: Sequence[Path], folder: Path, stems: bool = False) -> dict[Path, str]:
    """The name of each file of a folder: its path below the folder, without its ending where that is distinct.

    `stems`: whether a file is written for each speaker too, with the speaker's name after the document's.
    """
    candidates = {}
    for file in files:
        place = file.relative_to(folder)
        whole = place.as_posix()
        candidates[file] = (place.with_suffix("").as_posix(), whole, *_hashed(whole, whole))
    return _distinct(candidates, (), stems)


def document_names(
    file: str, ids: Iterable[str], others: Iterable[str] = (), stems: bool = False
) -> dict[str, str]:  # fmt: skip
    """The name of each document of a collection by its id: the name of its `file` and the id, "volume-d1".

    `others` are the names of all files of the folder, the collection's own included.
    """
    taken = set(map(folded_name, others)) - {folded_name(file)}
    candidates: dict[str, tuple[str, ...]] = {}
    for id in ids:
        safe = _OUTSIDE.sub("-", id).strip(".-").encode()[:_LONGEST].decode(errors="ignore") or "document"
        plain = f"{file}-{safe}"
        certain = safe == id and not _may_be_anothers(folded_name(plain), len(folded_name(file)), taken)
        candidates[id] = (*((plain,) if certain else ()), *_hashed(plain, f"{file}#{id}"))
    return _distinct(candidates, taken, stems)


def _hashed(name: str, place: str) -> tuple[str, str]:
    digest = sha256(place.encode(errors="surrogateescape")).hexdigest()
    return f"{name}-{digest[:_DIGITS]}", f"{name}-{digest}"


def _may_be_anothers(name: str, after: int, taken: set[str]) -> bool:
    """Whether a file whose name is longer than `after` characters could hold a document of the same name."""
    return any(sign == "-" and at > after and name[:at] in taken for at, sign in enumerate(name))


def _distinct(candidates: Mapping[_Key, Sequence[str]], taken: Iterable[str], stems: bool) -> dict[_Key, str]:
    """The first candidate of each, but a later one for all that would share a file, also with `taken` names."""
    level = dict.fromkeys(candidates, 0)
    while True:
        names = {key: candidates[key][at] for key, at in level.items()}
        shared = {key for key in _sharing(names, taken, stems) if level[key] + 1 < len(candidates[key])}
        if not shared:
            return names
        for key in shared:
            level[key] += 1


def _sharing(names: Mapping[_Key, str], taken: Iterable[str], stems: bool) -> Iterator[_Key]:
    """Those of which a file would have the name of another's file."""
    owners: defaultdict[str, list[_Key | None]] = defaultdict(list, {name: [None] for name in taken})
    folded = {key: folded_name(name) for key, name in names.items()}
    for key, name in folded.items():
        owners[name].append(key)
    for name in folded.values():
        together = list(owners[name])
        for dot in (at for at, sign in enumerate(name) if sign == "."):
            rest = name[dot + 1 :]
            if rest in _BESIDE or (stems and "/" not in rest):
                together += owners.get(name[:dot], ())
        if len(together) > 1:
            yield from (key for key in together if key is not None)
