"""The values in a text of JSON: one, or several one after another, as in JSON Lines. Knows no transcript."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tui_reader.errors import DocumentError

Pairs = Callable[[list[tuple[str, Any]]], Any]
"""Takes the fields of an object as pairs; gives what stands for it."""


def load(text: str, name: str, pairs: Pairs | None = None) -> Any:
    """The value, or a list of the values that follow one another. DocumentError, of one line, where it is broken."""
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        try:
            several = _values(text, pairs) if error.msg == "Extra data" else []
        except ValueError as later:
            error = later if isinstance(later, json.JSONDecodeError) else error
            several = []
        except RecursionError:
            raise _too_deep(name) from None
        if several:
            return several
        where = f"line {error.lineno}, column {error.colno}"
        cut = " (cut off?)" if error.pos >= len(text.rstrip()) - 1 else ""
        raise DocumentError(f"{name}: {where}: not valid JSON{cut}: {error.msg}; export the file again") from None
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError as error:  # a number of more digits than Python reads
        raise DocumentError(f"{name}: this JSON cannot be read: {str(error).partition(';')[0]}") from None


def _values(text: str, pairs: Pairs | None) -> list[Any]:
    """The values of a text one after another, with nothing but white space between them. Raises ValueError."""
    decode, found, at, end = json.JSONDecoder(object_pairs_hook=pairs).raw_decode, [], 0, len(text)
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        value, at = decode(text, at)
        found.append(value)
    return found


def _too_deep(name: str) -> DocumentError:
    return DocumentError(f"{name}: this JSON is nested too deeply for a transcript; it is not read")
