"""The ledger of an export: what was spoken, how and when, what was skipped and why, and which files were written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tui_reader import __version__
from tui_reader.document.model import LostWords
from tui_reader.export.rendering import Rendering
from tui_reader.export.written_file import WrittenFile
from tui_reader.narration.ledger import ledger
from tui_reader.narration.ledger_entries import LOST
from tui_reader.narration.utterance import Utterance

LARGEST = 200_000_000
"""Bytes: the ledger of the largest document that is read has less."""
LedgerJson = dict[str, Any]
"""A ledger as it is written to JSON; `ledger_json` says what is in it."""


def ledger_json(rendering: Rendering, files: Iterable[WrittenFile]) -> LedgerJson:
    """The ledger of a rendering and of the files written from it.

    `utterances` is everything that is said, in order: who says it (`by`), in which voice, as `printed`, as `shown` in
    captions and as `said`, and, if it has times, from when to when in seconds, also in the document's recording, if it
    is heard from there and by no voice. `recording` is that file. `entries`, `added`, `lost` and `unread`
    are those of `inspect --ledger --json`. Raises UsageError for a turn number the document does not have.
    """
    job, timeline = rendering.job, rendering.timeline
    document = job.narration.document  # as it was read, without its citation
    seconds = rendering.seconds
    spoken = timeline.entries
    heard = bool(spoken) and rendering.is_spoken
    times = [{"start": round(seconds(one.start), 6), "end": round(seconds(one.end), 6)} for one in spoken]
    utterances = [one.utterance for one in spoken] if spoken else job.utterances()
    recorded = rendering.recorded or (None,) * len(utterances)
    return {
        "program": f"tui-reader {__version__}",
        "document": {"name": document.name, "key": document.key, "title": document.heading},
        "engine": job.settings.engine if heard and not all(rendering.recorded or [None]) else None,
        "recording": _recording(rendering) if any(rendering.recorded) else None,
        "seconds": seconds(timeline.frames) if heard else None,
        "files": [{"name": file.path.name, "bytes": file.size, "sha256": file.sha256} for file in files],
        "utterances": [
            {
                "by": utterance.voice,
                "name": document.short_name(utterance.voice),
                "voice": None if part else job.cast.voice(utterance.voice).id,
                "printed": utterance.printed,
                "shown": utterance.shown,
                "said": utterance.spoken,
                "note": utterance.note,
            }
            | (times[number] if spoken else {})
            | ({"recorded": [round(part.start, 6), round(part.end, 6)]} if part else {})
            for number, (utterance, part) in enumerate(zip(utterances, recorded, strict=True))
        ],
        **ledger(document, job.narration, _is_among(utterances)).to_json(),
    }


def _recording(rendering: Rendering) -> dict[str, Any]:
    """The file of the recording, how fast it is heard, and how the document's times were corrected for it."""
    path, correction = rendering.job.recording, rendering.job.correction
    assert path
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": path.name,
        "sha256": digest,
        "speed": rendering.job.style.speed,
        "shift": correction.shift,
        "stretch": correction.stretch,
    }


def _is_among(utterances: Iterable[Utterance]) -> Callable[[Utterance], bool]:
    """A test of whether an utterance is one of these."""
    wanted = {(one.page, one.number, one.paragraph, one.note, one.printed) for one in utterances}
    return lambda one: (one.page, one.number, one.paragraph, one.note, one.printed) in wanted


def ledger_text(ledger: LedgerJson) -> str:
    """The ledger as JSON text, for programs and for `tui-reader verify`."""
    return json.dumps(ledger, ensure_ascii=False, indent=1) + "\n"


def ledger_page(ledger: LedgerJson) -> str:
    """The ledger for people: the files, a line for each stretch of the document, and whether all of it is there."""
    document = ledger["document"]
    lines = [document["title"], f"From {document['name']}, SHA-256 {document['key']}, by {ledger['program']}.", ""]
    lines += [f"{file['name']}, {file['bytes']:,} bytes, SHA-256 {file['sha256']}" for file in ledger["files"]]
    if ledger["seconds"] is not None:
        heard = ledger["recording"]
        sources = [f"heard from {heard['name']}, SHA-256 {heard['sha256']}"] if heard else []
        sources += [f"spoken by {ledger['engine']}"] if ledger["engine"] else []
        told = " and ".join(sources)
        lines += ["", f"{told[:1].upper()}{told[1:]}, {ledger['seconds']:.3f} s."]
        heard_as = [
            (one["name"], f"voice {one['voice']}" if one["voice"] else "recorded") for one in ledger["utterances"]
        ]
        lines += [f"{name}: {voice}" for name, voice in dict.fromkeys(heard_as)]
    lines += ["", *(_entry_line(entry) for entry in ledger["entries"] if entry["printed"].strip())]
    lines += [f"{'added':<10} {one['by']}: {one['said']}" for one in ledger["added"]]
    if ledger["unread"]:
        lines.append(f"{LOST:<10} {LostWords(**ledger['unread']).told}")
    lines.append("nothing lost" if ledger["lost"] == 0 else f"{ledger['lost']} characters lost")
    return "\n".join(lines) + "\n"


def _entry_line(entry: dict[str, Any]) -> str:
    """A stretch of the document: its class, who speaks it, its words, and why if it is not spoken as printed."""
    printed = " ".join(entry["printed"].split())
    if entry["class"] != "spoken":
        return f"{entry['class']:<10} {printed} ({entry['why']})"
    changed = f" {{{', '.join(filter(None, (entry['said'].strip(), entry['why'])))}}}" if entry["why"] else ""
    return f"{'spoken':<10} {entry['by']}: {printed}{changed}"


def ledger_path(output: Path) -> Path:
    """Where the JSON ledger of an exported file is; one ledger may be that of several files with more endings."""
    stem = output.name
    while "." in stem[1:]:
        stem = stem.rpartition(".")[0]
        path = output.with_name(f"{stem}.ledger.json")
        if path.exists():
            return path
    return output.with_name(f"{output.stem}.ledger.json")
