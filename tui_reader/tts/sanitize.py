"""Text as an engine may be given it: what an engine would obey instead of saying it is made blank."""

from __future__ import annotations

import re

_NEVER_SAID = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
"""NUL ends a text for C, \\x01 starts a command to espeak-ng, which also uses the private use area for itself; lone
surrogates are no UTF-8."""

_COMMANDS = {
    "sapi5": re.compile("<"),  # SAPI reads a text that begins with it as XML
    "nsss": re.compile(r"\[\["),  # macOS obeys [[rate 400]] and the like
    "piper": re.compile(r"\[\["),  # it takes what stands in [[...]] for phonemes
}


def sanitize(text: str, driver: str = "espeak") -> str:
    """The text, as long as before, with blanks for what the driver (espeak, sapi5, nsss, piper) must not see."""
    text = _NEVER_SAID.sub(" ", text)
    commands = _COMMANDS.get(driver)
    return commands.sub(lambda match: " " * len(match[0]), text) if commands else text
