"""The ledger of an export: what was spoken how and when, what was skipped and why, and what the files were."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader import __version__
from tui_reader.export.rendering import Rendering
from tui_reader.narration.ledger import ledger
from tui_reader.narration.utterance import Utterance

if TYPE_CHECKING:
    from tui_reader.export.run import Written

Account = dict[str, Any]
"""What stands in the JSON; `account` tells what that is."""


def account(recording: Rendering, files: Iterable[Written]) -> Account:
    """The account of a recording and of the files that were written of it.

    `utterances` are all that is said, in order: who says it (`by`), in which voice, as `printed` and as `said`, and
    from when to when, in seconds, where it was spoken. `entries`, `added` and `lost` are those of
    `inspect --ledger --json`. Raises UsageError for a turn that there is not.
    """
    recital, document = recording.recital, recording.document
    spoken = recording.timeline.entries
    seconds = recording.seconds
    times = [(seconds(one.start), seconds(one.end)) for one in spoken] if spoken else None
    said = [one.utterance for one in spoken] if spoken else recital.utterances()
    return {
        "program": f"tui-reader {__version__}",
        "document": {"name": document.name, "key": document.key, "title": document.heading},
        "engine": recital.settings.engine if spoken else None,
        "seconds": seconds(recording.timeline.frames) if spoken else None,
        "files": [{"name": one.path.name, "bytes": one.size, "sha256": one.sha256} for one in files],
        "utterances": [
            {
                "by": one.voice,
                "name": document.short_name(one.voice),
                "voice": recital.cast.voice(one.voice).id,
                "printed": one.printed,
                "wording": one.wording,
                "said": one.spoken,
                "note": one.note,
            }
            | ({"start": round(times[number][0], 6), "end": round(times[number][1], 6)} if times else {})
            for number, one in enumerate(said)
        ],
        **ledger(document, recital.script, _among(said)).to_json(),
    }


def _among(said: Iterable[Utterance]) -> Any:
    wanted = {(one.page, one.number, one.paragraph, one.note, one.printed) for one in said}
    return lambda one: (one.page, one.number, one.paragraph, one.note, one.printed) in wanted


def as_json(account: Account) -> str:
    """For programs, and for `tui-reader verify`."""
    return json.dumps(account, ensure_ascii=False, indent=1) + "\n"


def as_page(account: Account) -> str:
    """For people: the files, then a line for each stretch of the document, and whether all of it is there."""
    document = account["document"]
    lines = [document["title"], f"From {document['name']}, SHA-256 {document['key']}, by {account['program']}.", ""]
    lines += [f"{file['name']}, {file['bytes']:,} bytes, SHA-256 {file['sha256']}" for file in account["files"]]
    if account["seconds"] is not None:
        lines += ["", f"Spoken by {account['engine']}, {account['seconds']:.3f} s."]
        voices = {one["name"]: one["voice"] for one in account["utterances"]}
        lines += [f"{name}: voice {voice}" for name, voice in voices.items()]
    lines.append("")
    for entry in account["entries"]:
        printed = " ".join(entry["printed"].split())
        if not printed:
            continue
        if entry["class"] == "spoken":
            changed = f" {{{', '.join(filter(None, (entry['said'].strip(), entry['why'])))}}}" if entry["why"] else ""
            lines.append(f"{'spoken':<10} {entry['by']}: {printed}{changed}")
        else:
            lines.append(f"{entry['class']:<10} {printed} ({entry['why']})")
    lines += [f"{'added':<10} {one['by']}: {one['said']}" for one in account["added"]]
    lines.append("nothing lost" if account["lost"] == 0 else f"{account['lost']} characters lost")
    return "\n".join(lines) + "\n"


def ledger_of(output: Path) -> Path:
    """Where the ledger of an exported file is: the name without its last endings may be that of several."""
    stem = output.name
    while "." in stem[1:]:
        stem = stem.rpartition(".")[0]
        place = output.with_name(f"{stem}.ledger.json")
        if place.exists():
            return place
    return output.with_name(f"{output.stem}.ledger.json")
