"""The front matter of a Markdown file: its lines, the title and the date that it names. No YAML is run."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from tui_reader.cleaning import clean

_FRONT = re.compile(r"\A\s*---[ \t]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*(\S[^\n]*(?:\n[ \t]+[^\n]+)*)", re.MULTILINE)


class YamlFrontMatter(NamedTuple):
    """What stands between the rules at the start."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None


def divide(text: str) -> tuple[YamlFrontMatter, str]:
    """The front matter and the text after it; the title's words are left out of the lines."""
    found = _FRONT.match(text)
    if not found or (found[1].strip() and not re.search(r"^[\w-]+[ \t]*:", found[1], re.MULTILINE)):
        return YamlFrontMatter(), text
    fields = {one[1]: one[2] for one in _FIELD.finditer(found[1])}
    lines = _FIELD.sub(lambda one: one[1] + ":", found[1])
    kept = tuple(line.strip() for line in ("---\n" + lines + "---").split("\n") if line.strip())
    return YamlFrontMatter(kept, _scalar(fields.get("title")), _scalar(fields.get("date"))), text[found.end() :]


def _scalar(words: str | None) -> str | None:
    """The words of a plain or quoted value, with its folded lines and escapes."""
    words = (words or "").strip()
    if not words:
        return None
    if words[0] == '"' and words.endswith('"'):
        joined = re.sub(r"\\\n[ \t]*", "", words)
        joined = re.sub(r"\n[ \t]*", " ", joined).replace("\\_", "\\u00a0").replace("\\ ", " ")
        try:
            words = str(json.loads(joined, strict=False))
        except ValueError:
            words = joined.strip('"')
    elif words[0] == "'" and words.endswith("'"):
        words = words[1:-1].replace("''", "'")
    return " ".join(clean(words).split()) or None
