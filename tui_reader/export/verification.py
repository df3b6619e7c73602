"""The command `verify`: is an exported file as it was written, and is all of its document in it?"""

from __future__ import annotations

import hashlib
import json
import wave
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export.export_ledger import Account, ledger_of
from tui_reader.export.readback import is_exact, text_of, words

_NEAR = 0.1
"""Seconds that coded sound may be longer or shorter: codecs fill their last frame."""


class Finding(NamedTuple):
    """What was looked at, in a line."""

    line: str
    good: bool = True


def verify(output: Path, document: Document | None = None) -> list[Finding]:
    """Check a file against the ledger beside it, and the ledger against the document where one is given.

    Raises ReaderError where the file or its ledger cannot be read.
    """
    account = _account(output)
    findings = [_unchanged(output, account), _nothing_lost(account)]
    chapters = output.name.endswith(".chapters.json")  # they hold none of the words
    text = None if chapters else text_of(output)
    if text is not None:
        findings.append(_words(output, text, account))
    elif not chapters:
        findings += _sound(output, account)
    if document:
        findings.append(_same_document(document, account))
    return findings


def _account(output: Path) -> Account:
    place = ledger_of(output)
    try:
        if not output.is_file():
            raise ReaderError(f"{output}: no such file.")
        account: Account = json.loads(place.read_bytes())
        account["utterances"], account["entries"], account["files"], account["document"]["key"]
    except FileNotFoundError:
        raise ReaderError(f"{place}: not there; export it again with --ledger.") from None
    except OSError as error:
        raise ReaderError(f"{error.filename}: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise ReaderError(f"{place}: no ledger of an export.") from None
    return account


def _unchanged(output: Path, account: Account) -> Finding:
    known = {file["name"]: file["sha256"] for file in account["files"]}
    if output.name not in known:
        return Finding(f"{output.name}: its ledger does not know it; it knows {', '.join(known)}.", False)
    with output.open("rb") as file:
        same = hashlib.file_digest(file, "sha256").hexdigest() == known[output.name]
    return Finding(f"{output.name}: {'as it was written' if same else 'changed since it was written'}.", same)


def _nothing_lost(account: Account) -> Finding:
    name, lost = account["document"]["name"], account["lost"]
    return Finding(f"Of {name}, {'nothing is' if not lost else f'{lost} characters are'} lost in the ledger.", not lost)


def _words(output: Path, text: str, account: Account) -> Finding:
    found = words(text)
    if is_exact(output):
        said = [word for one in account["utterances"] for word in words(one["wording"])]
        if found == said:
            return Finding(f"Its {len(said):,} words are those of the ledger.")
        at = next((n for n, (one, other) in enumerate(zip(found, said, strict=False)) if one != other),
                  min(len(found), len(said)))  # fmt: skip
        return Finding(f"Its words differ from the ledger's at word {at + 1}, {_word(said, at)!r}.", False)
    body = [word for one in account["utterances"] if not one["note"] for word in words(one["printed"])]
    notes = [word for one in account["utterances"] if one["note"] for word in words(one["printed"])]
    missing = _first_missing(body, found) or _first_missing(notes, found, in_order=False)
    if missing:
        return Finding(f"The ledger's {missing} is not in it.", False)
    return Finding(f"The {len(body) + len(notes):,} words of the ledger are in it, in order.")


def _first_missing(wanted: list[str], found: list[str], in_order: bool = True) -> str:
    """The first word that does not come after those before it; nothing where all do."""
    if not in_order:
        known = set(found)
        return next((f"word {word!r}" for word in wanted if word not in known), "")
    rest = iter(found)
    for number, word in enumerate(wanted, 1):
        if word not in rest:
            return f"word {number}, {word!r},"
    return ""


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else "the end"


def _same_document(document: Document, account: Account) -> Finding:
    same = document.key == account["document"]["key"]
    same = same and "".join(entry["printed"] for entry in account["entries"]) == document.text
    return Finding(f"{document.name} is {'the' if same else 'not the'} document it is of.", same)


def _sound(output: Path, account: Account) -> Iterator[Finding]:
    wanted = account["seconds"]
    if wanted is None:
        yield Finding("The ledger is of text alone.", False)
        return
    if output.suffix.lower() == ".wav":
        yield from _wav(output, account)
        return
    try:
        import av
    except ImportError:
        yield Finding("Its length was not looked at: that needs PyAV (pip install 'tui-reader[export]').")
        return
    try:
        with av.open(str(output)) as file:
            length = sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))
    except (av.FFmpegError, IndexError) as error:
        yield Finding(f"It cannot be read as sound: {error}.", False)
        return
    yield _length(length, wanted, _NEAR)


def _wav(output: Path, account: Account) -> Iterator[Finding]:
    """Each utterance has to be heard in its time, and nothing between them."""
    try:
        with wave.open(str(output)) as file:
            rate, frame = file.getframerate(), file.getsampwidth() * file.getnchannels()
            yield _length(file.getnframes() / rate, account["seconds"], 1 / rate)
            at, wrong = 0, 0
            for start, end in _times(account["utterances"], rate):
                wrong += any(file.readframes(max(0, start - at)))
                wrong += end > start and not any(file.readframes(end - start))
                at = end
            heard = len(account["utterances"])
            if file.getnframes() * frame and not wrong:
                yield Finding(f"Each of {heard} utterances is heard when the ledger says, and silence between them.")
            else:
                yield Finding(f"At {wrong} of {heard} utterances sound or silence is not where it should be.", False)
    except (wave.Error, EOFError) as error:
        yield Finding(f"It cannot be read as sound: {error}.", False)


def _times(utterances: Iterable[Account], rate: int) -> Iterator[tuple[int, int]]:
    for one in utterances:
        yield round(one["start"] * rate), round(one["end"] * rate)


def _length(length: float, wanted: float, near: float) -> Finding:
    good = abs(length - wanted) <= near
    return Finding(f"It is {length:.3f} s long{'' if good else f', and should be {wanted:.3f} s'}.", good)
