"""Text that is safe for an engine: what it would take for a command is replaced by blanks."""

from __future__ import annotations

import re

_NEVER_SAID = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
"""NUL ends a text for C; \\x01 starts a command to espeak-ng, which also uses the private use area for itself; lone
surrogates are not valid UTF-8."""

_COMMANDS = {
    "sapi5": re.compile("<"),  # SAPI reads a text that begins with it as XML
    "nsss": re.compile(r"\[\["),  # macOS obeys [[rate 400]] and the like
    "piper": re.compile(r"\[\["),  # it takes the text in [[...]] for phonemes
}


def sanitize(text: str, driver: str = "espeak") -> str:
    """The text, of the same length, with blanks for what the driver (espeak, sapi5, nsss, piper) must not be given."""
    text = _NEVER_SAID.sub(" ", text)
    commands = _COMMANDS.get(driver)
    return commands.sub(lambda match: " " * len(match[0]), text) if commands else text
