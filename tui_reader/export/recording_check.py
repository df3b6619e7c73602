"""The check of `verify` that an exported file is in step with the recording it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tui_reader.errors import ReaderError
from tui_reader.export.export_ledger import LedgerJson
from tui_reader.export.finding import Finding
from tui_reader.export.in_step import NEAR, Place, Step, steps
from tui_reader.export.readback import embedded_sound
from tui_reader.playback.recording.open_sound import open_sound


def check_recording(output: Path, ledger: LedgerJson, folders: Iterable[Path], named: Path | None) -> Iterator[Finding]:
    """Whether the sound of an export is in step with its recording; nothing where it was made from none.

    The recording is `named`, or has the ledger's name and is in one of the `folders`.
    """
    known = ledger.get("recording")
    if not known:
        return
    name = known["name"]
    candidates = [named] if named else [folder / Path(name).name for folder in folders]
    there = [path for path in candidates if path.is_file()]
    recording = next((path for path in there if _digest(path) == known["sha256"]), None)
    if recording:
        yield from _in_step(output, recording, ledger)
    elif there or named:
        yield Finding(f"It was not made from {there[0] if there else named}, but from another recording.", False)
    else:
        yield Finding(f"Its sound was not compared with {name}: that is not beside it. --audio names it.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_step(output: Path, recording: Path, ledger: LedgerJson) -> Iterator[Finding]:
    places = [
        Place(one["start"], one["recorded"][0], one["recorded"][1] - one["recorded"][0])
        for one in ledger["utterances"]
        if "recorded" in one
    ]
    try:
        with _sound_of(output) as sound:
            if not sound:
                return
            with closing(open_sound(sound)) as exported, closing(open_sound(recording)) as original:
                found = steps(exported, original, places, ledger["recording"]["speed"])
    except ReaderError as error:
        yield Finding(f"Its sound was not compared with {recording.name}: {error}")
        return
    if found:
        yield _told(found, recording.name)


@contextmanager
def _sound_of(output: Path) -> Iterator[Path | None]:
    """The file of an export's sound: itself, or one for a while with what is embedded in it; None where nothing is."""
    embedded = embedded_sound(output)
    if embedded is None:
        yield output
        return
    if not embedded:
        yield None
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "sound")
        path.write_bytes(embedded)
        yield path


def _told(found: list[Step], name: str) -> Finding:
    far = [step for step in found if step.off is None or abs(step.off) > NEAR]
    count = len(found)
    if not far:
        most = max(abs(step.off or 0.0) for step in found)
        return Finding(f"In step with {name} at all {count} places that were compared, within {1000 * most:.0f} ms.")
    first = far[0]
    off = "is not heard there" if first.off is None else f"is {1000 * first.off:+.0f} ms off"
    at = f"{first.place.exported:.1f} s"
    return Finding(f"Out of step with {name} at {len(far)} of {count} places; at {at} it {off}.", False)
