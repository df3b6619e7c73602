"""Verification: whether an exported file is unchanged, and whether all of its document is in it."""

from __future__ import annotations

import hashlib
import wave
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export.export_ledger import LedgerJson
from tui_reader.export.finding import Finding
from tui_reader.export.ledger_file import of_stem, read_ledger
from tui_reader.export.readback import caption_starts, is_exact, text_of, words
from tui_reader.export.recording_check import check_recording

_FINEST = 0.011
"""Seconds: ASS has hundredths of a second."""
_NEAR = 0.1
"""Seconds by which encoded sound may be longer or shorter, because codecs fill their last frame."""


def verify(
    output: Path, document: Document | None = None, recording: Path | None = None, beside: Path | None = None
) -> list[Finding]:
    """Check an exported file against the ledger beside it, and the ledger against `document`, if given.

    The sound is compared with the `recording`, or with that of the ledger's name beside the export or `beside`, the
    document's file. Raises ReaderError if the file or its ledger cannot be read.
    """
    if not output.is_file():
        raise ReaderError(f"{output}: no such file.")
    ledger = read_ledger(output)
    chapters = output.name.endswith(".chapters.json")  # they do not hold the words
    text = None if chapters else text_of(output)
    findings = [_unchanged(output, ledger), _nothing_lost(ledger)]
    heard = ledger
    if text is not None:
        findings.append(_words(output, text, ledger))
        findings += _caption_times(output, ledger)
    elif not chapters:
        alone = of_stem(ledger, output)
        heard = alone or ledger
        findings += _sound(output, heard, is_recording=bool(ledger.get("recording")) and not alone)
    folders = [output.parent, *([beside.parent] if beside else [])]
    findings += check_recording(output, heard, folders, recording)
    if document:
        findings.append(_same_document(document, ledger))
    return findings


def _unchanged(output: Path, ledger: LedgerJson) -> Finding:
    known = {file["name"]: file["sha256"] for file in ledger["files"]}
    if output.name not in known:
        return Finding(f"{output.name} is not in its ledger, which lists {', '.join(known)}.", False)
    with output.open("rb") as file:
        same = hashlib.file_digest(file, "sha256").hexdigest() == known[output.name]
    return Finding(f"{output.name} {'is unchanged' if same else 'has changed'} since export.", same)


def _nothing_lost(ledger: LedgerJson) -> Finding:
    name, lost = ledger["document"]["name"], ledger["lost"]
    if lost:
        return Finding(f"Not accounted for: {lost:,} of the characters of {name}.", False)
    return Finding(f"Every character of {name} is accounted for.")


def _words(output: Path, text: str, ledger: LedgerJson) -> Finding:
    found = words(text)
    if is_exact(output):
        said = [word for one in ledger["utterances"] for word in words(one["shown"])]
        if found == said:
            return Finding(f"Its {len(said):,} words match the ledger.")
        at = next((n for n, (one, other) in enumerate(zip(found, said, strict=False)) if one != other),
                  min(len(found), len(said)))  # fmt: skip
        return Finding(f"Its words differ from the ledger from word {at + 1} on, {_word(said, at)!r}.", False)
    body = [word for one in ledger["utterances"] if not one["note"] for word in words(one["printed"])]
    notes = [word for one in ledger["utterances"] if one["note"] for word in words(one["printed"])]
    missing = _first_missing(body, found) or _first_missing(notes, found, in_order=False)
    if missing:
        return Finding(f"Missing from it: {missing} of the ledger.", False)
    return Finding(f"All {len(body) + len(notes):,} words of the ledger are in it, in order.")


def _caption_times(output: Path, ledger: LedgerJson) -> Iterator[Finding]:
    """Check that a caption begins with each utterance of the ledger that is shown."""
    starts = sorted(caption_starts(output))
    if not starts:
        return
    wanted = [one["start"] for one in ledger["utterances"] if "start" in one and one["shown"].strip()]
    late = [time for time in wanted if not _is_among(time, starts)]
    if late:
        yield Finding(f"No caption begins at {len(late)} of {len(wanted)} times, first at {late[0]:.3f} s.", False)
    else:
        yield Finding(f"Its captions begin at the ledger's {len(wanted)} times.")


def _is_among(time: float, times: list[float]) -> bool:
    """Whether a time is among others that are in order, as exactly as captions have it."""
    at = bisect_left(times, time - _FINEST)
    return at < len(times) and times[at] <= time + _FINEST


def _first_missing(wanted: list[str], found: list[str], in_order: bool = True) -> str:
    """The first wanted word that is not found after the one before it; empty if all are found."""
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


def _same_document(document: Document, ledger: LedgerJson) -> Finding:
    same = document.key == ledger["document"]["key"]
    same = same and "".join(entry["printed"] for entry in ledger["entries"]) == document.text
    return Finding(f"This file was {'' if same else 'not '}made from {document.name}.", same)


def _sound(output: Path, ledger: LedgerJson, is_recording: bool) -> Iterator[Finding]:
    wanted = ledger["seconds"]
    if wanted is None:
        yield Finding("The ledger has no sound: only text was exported with it.", False)
        return
    if output.suffix.lower() == ".wav":
        yield from _wav(output, ledger, is_recording)
        return
    try:
        import av
    except ImportError:
        yield Finding("Its length was not checked: that needs PyAV (pip install 'tui-reader[export]').")
        return
    try:
        with av.open(str(output)) as file:
            length = sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))
    except (av.FFmpegError, IndexError) as error:
        yield Finding(f"It cannot be read as sound: {error}.", False)
        return
    yield _length(length, wanted, _NEAR)


def _wav(output: Path, ledger: LedgerJson, is_recording: bool) -> Iterator[Finding]:
    """Check that each utterance is heard at the times of the ledger, and silence between them.

    `is_recording`: all of a recording is in it, also what is between the words.
    """
    try:
        with wave.open(str(output)) as file:
            rate, frame = file.getframerate(), file.getsampwidth() * file.getnchannels()
            yield _length(file.getnframes() / rate, ledger["seconds"], 1 / rate)
            at, wrong = 0, 0
            for start, end in _times(ledger["utterances"], rate):
                wrong += any(file.readframes(max(0, start - at))) and not is_recording
                wrong += end > start and not any(file.readframes(end - start))
                at = max(at, end)
            heard = len(ledger["utterances"])
            if file.getnframes() * frame and not wrong:
                between = "" if is_recording else ", with silence between them"
                yield Finding(f"All {heard} utterances sound at the ledger's times{between}.")
            else:
                yield Finding(f"At {wrong} of {heard} utterances, sound or silence differs from the ledger.", False)
    except (wave.Error, EOFError) as error:
        yield Finding(f"It cannot be read as sound: {error}.", False)


def _times(utterances: Iterable[LedgerJson], rate: int) -> Iterator[tuple[int, int]]:
    for one in utterances:
        yield round(one["start"] * rate), round(one["end"] * rate)


def _length(length: float, wanted: float, near: float) -> Finding:
    good = abs(length - wanted) <= near
    return Finding(f"It is {length:.3f} s long{'' if good else f', but should be {wanted:.3f} s'}.", good)
