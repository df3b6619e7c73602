"""The run of `python -m tests.fuzz --guided`: inputs changed by the coverage of the code, each read and checked.

Importing this module instruments the code, and ends the process with one line where atheris is missing.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random

try:
    import atheris
except ImportError:
    sys.exit("tests.fuzz --guided: atheris is not installed: pip install atheris")

with atheris.instrument_imports(include=["tui_reader.formats", "tui_reader.document", "tui_reader.narration"]):
    import tui_reader.document
    import tui_reader.formats
    import tui_reader.narration

    for room in (tui_reader.document, tui_reader.formats, tui_reader.narration):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)

from tests.fuzz.findings import MEGABYTES, failure, kind, peak, watch_the_time
from tests.fuzz.hostile import broken, swollen
from tests.fuzz.marked import FORMATS, packed
from tests.fuzz.printed import PrintedDialogue, Said
from tests.fuzz.properties import check

LONGEST = 1000
"""Bytes of an input: enough for a dialogue, and quick."""
SAID = 4
"""Every so many inputs the script and its ledger are made as well, which takes longer than reading."""
SWOLLEN = 1000
"""Every so many inputs one is read swollen to 50 kB as well: the measuring makes reading four times slower."""
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252")
FILES = sorted({file for file, _ in FORMATS.values()})
WAYS = len(FILES) + len(ENCODINGS)
"""The first byte of an input says what the rest is: a file of one of the names, or a text in one of the encodings."""
DIALOGUES = (
    PrintedDialogue(
        "Telephone Conversation Between Stone and Ball",
        (Said("Stone", "Yes (1), at 4:15 p.m."), Said("Ball", "No [laughs]."), Said("Stone", "“Why?”"),
         Said("Ball", "Well-- it is 1962."), Said("Stone", "I see.")),
    ),
    PrintedDialogue(
        "Ä",
        (Said("Zoë & <Co>", "[b]x[/b] 漢"), Said("李", "*ja*"), Said("Zoë & <Co>", "&amp;"), Said("李", "ß")),
    ),
)  # fmt: skip


class FuzzRun:
    """Counts inputs, keeps findings."""

    def __init__(self, inputs: int, found: Path) -> None:
        self._inputs, self._folder = inputs, found
        self._count = 0
        self._found: dict[str, int] = {}
        self._began = time.monotonic()

    def one(self, data: bytes) -> None:
        """Read one input; ends the process after the last."""
        self._count += 1
        file, rest = as_file(data)
        self._check(rest, file, self._count % SAID == 0)
        if self._count % SWOLLEN == 0:
            self._check(swollen(rest, Random(self._count), 50_000), file, False)
        if self._count % 10_000 == 0 or self._count >= self._inputs:
            self._tell()
        if self._count >= self._inputs:
            sys.stdout.flush()
            os._exit(1 if self._found else 0)  # libFuzzer knows no other way to end

    def _check(self, data: bytes, file: str, said: bool) -> None:
        error = failure(lambda: check(data, file, said))
        if error:
            self._keep(error, data, file)

    def _keep(self, error: BaseException, data: bytes, file: str) -> None:
        """Print and save the first of each kind."""
        name = kind(error, file)
        self._found[name] = self._found.get(name, 0) + 1
        if self._found[name] == 1 and len(self._found) < 100:
            saved = self._folder / f"{len(self._found):03}-{file}"
            saved.write_bytes(data)
            print(f"FOUND {name}: {str(error)[:300]!r}; {saved}", flush=True)

    def _tell(self) -> None:
        seconds = time.monotonic() - self._began
        print(
            f"{self._count} inputs, {len(self._found)} findings, {self._count / seconds:.0f} a second, "
            f"memory at most {peak()} MB",
            flush=True,
        )


def as_file(data: bytes) -> tuple[str, bytes]:
    """The file's name and its bytes that an input stands for."""
    way, rest = (data[0] if data else 0) % WAYS, data[1:]
    if way >= len(FILES):
        return "talk.txt", rest.decode("utf-8", "replace").encode(ENCODINGS[way - len(FILES)], "replace")
    return FILES[way], packed(rest) if FILES[way].endswith(".epub") else rest


def seeds() -> list[bytes]:
    """A dialogue or two in each format, and each encoding."""
    made = [
        bytes([FILES.index(file)]) + printed(dialogue).encode()
        for file, printed in FORMATS.values()
        for dialogue in DIALOGUES
    ]
    made += [bytes([way]) + made[0][1:] for way in range(len(FILES), WAYS)]
    return [seed[:LONGEST] for seed in made]


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """libFuzzer's change of bytes, or one of whole lines and elements."""
    chance = Random(seed)
    if chance.random() < 0.4:
        return bytes(atheris.Mutate(data, most))
    if chance.random() < 0.05 and data:
        return bytes([chance.randrange(WAYS)]) + data[1:]
    return data[:1] + broken(data[1:], chance, most - 1)


def run(inputs: int, found: Path | None) -> None:
    """Read that many inputs; what shows a finding goes to the folder `found`. Ends the process."""
    folder = found or Path(tempfile.mkdtemp(prefix="tui-reader-fuzz-"))
    corpus = Path(tempfile.mkdtemp(prefix="tui-reader-fuzz-corpus-"))
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    watch_the_time()
    counted = FuzzRun(inputs, folder)
    options = [f"-max_len={LONGEST}", f"-rss_limit_mb={MEGABYTES}", "-timeout=120", f"-artifact_prefix={folder}/"]
    atheris.Setup(
        [sys.argv[0], str(corpus), *options, "-print_final_stats=1", "-reduce_inputs=1", "-verbosity=0"],
        counted.one,
        custom_mutator=mutated,
    )
    atheris.Fuzz()
