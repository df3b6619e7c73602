"""Wikitext, as Wikipedia, Wikisource and Wikiquote have it, with its signs made those of Markdown.

`'''Name:''' text` becomes `**Name:** text`, `== Act ==` a heading, `<ref>` a note. Of a template its last words stay,
for most are there to print them in some way; one with named fields alone, such as an infobox, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Document
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import markdown

_TEMPLATE = re.compile(r"\{\{([^{}]{0,20000})\}\}")
_DEEPEST = 8
"""Templates within templates that are looked into."""
_LEFT_OUT = re.compile(
    r"(?:cite|citation|reflist|notelist|infobox|defaultsort|short description|main|see also)\b", re.IGNORECASE
)
_NAME = frozenset((
    "sc", "small-caps", "smallcaps", "small caps", "sperrsatz", "personnage", "personnages", "acteur", "rolle",
    "speaker", "персонаж", "реплика",
))  # fmt: skip
"""Templates that print a name, where they begin a line."""
_TITLE = re.compile(r"(?:^|\|)\s*title\s*=\s*([^|\n]{1,300})")
_FIELD = re.compile(r"\s*[\w -]{1,40}=")
_NOTE = re.compile(
    r"<ref(?P<fields>\s[^<>/]{0,200})?(?:/>|>(?P<words>(?:[^<]|<(?!/?ref)){0,5000})</ref>)", re.IGNORECASE
)
_NAME_OF_NOTE = re.compile(r"name\s*=\s*[\"']?([^\"'>/]{1,100})")
_HEADING = re.compile(r"^(={1,6})([^\n]{1,300}?)\1[ \t]*+$", re.MULTILINE)
_FILE = re.compile(
    r"\[\[(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría):(?:[^\[\]]|\[\[[^\[\]]{0,300}\]\]){0,2000}\]\]",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[((?:https?|ftp):[^\s\[\]]{1,500})[ \t]+([^\[\]\n]{1,500})\]")
_DEFINED = re.compile(r"^;[ \t]*+([^:\n]{1,100}+)\n?:[ \t]*+(?=\S)", re.MULTILINE)
_LIST = re.compile(r"^[*#]+:*[ \t]*(?=\S)", re.MULTILINE)
_SET_IN = re.compile(r"^:+[ \t]*(?=\S)", re.MULTILINE)
_SWITCH = re.compile(r"__[A-Z]{3,30}__")
_EMPHASIS = re.compile(r"'{2,5}")
_STRONG = {2: "*", 3: "**", 4: "'**", 5: "***"}
_TABLE = re.compile(r"^\{\|[^\n]*$|^\|[-}+][^\n]*$", re.MULTILINE)
_CELL = re.compile(r"^[|!][ \t]*(?:[\w-]{1,30}=\"[^\"\n]{0,200}\"[ \t]*){0,9}\|?[ \t]*(?=[^\n|])", re.MULTILINE)


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before."""
    return markdown.parse(as_markdown(text), name, key, entries, warnings, "wikitext")


def as_markdown(text: str) -> str:
    """The text in Markdown, with every word that it has."""
    title = ""
    for _ in range(_DEEPEST):
        found = next(_TEMPLATE.finditer(text), None)
        if found is None:
            break
        title = title or next((one[1] for one in map(_titled, _TEMPLATE.finditer(text)) if one), "")
        text = _TEMPLATE.sub(_words_of_template, text)
    text, notes = _with_notes(text)
    text = _FILE.sub(_comment, text)
    text = _SWITCH.sub(_comment, text)
    text = _TABLE.sub(_comment, text)
    text = _CELL.sub("", text)
    text = _LIST.sub("- ", text)
    text = _DEFINED.sub(lambda one: f"\n**{one[1].rstrip()}:** ", text)
    text = _SET_IN.sub("\n", text)
    text = _HEADING.sub(lambda one: f"\n{'#' * len(one[1])} {one[2].strip()}\n", text)
    text = _LINK.sub(r"[\2](\1)", text)
    text = _EMPHASIS.sub(lambda one: _STRONG[len(one[0])], text)
    front = f"---\ntitle: {title.strip()}\n---\n" if title.strip() else ""
    return f"{front}{text}\n\n" + "".join(f"[^{number}]: {words}\n\n" for number, words in enumerate(notes, 1))


def _titled(template: re.Match[str]) -> re.Match[str] | None:
    """The title in a template that is about the page."""
    about = template[1].lstrip()[:30].casefold().startswith(("header", "infobox", "textquality"))
    return _TITLE.search(template[1]) if about else None


def _words_of_template(template: re.Match[str]) -> str:
    name, *fields = template[1].split("|")
    words = [field for field in fields if not _FIELD.match(field)]
    if _LEFT_OUT.match(name.strip()) or not words:
        return _comment(template)
    above = template.string.rfind("\n", 0, template.start()) + 1
    begins = not template.string[above : template.start()].strip(" :")
    if begins and name.strip().casefold() in _NAME and words[0].strip():
        rest = "|".join((name, *(field for field in fields if field is not words[0])))
        return f"{_commented(rest)}'''{words[0].strip()}'''"
    last = words[-1]
    rest = "|".join((name, *(field for field in fields if field is not last)))
    return f"{last.strip()}{_commented(rest)}" if any(map(str.isalnum, rest)) else last


def _comment(found: re.Match[str]) -> str:
    """What is not said, as a comment of Markdown."""
    return _commented(found[0])


def _commented(words: str) -> str:
    words = " ".join(words.split()).replace("--", "- ")
    return f"<!--{words.replace('{', '(').replace('}', ')')}-->"


def _with_notes(text: str) -> tuple[str, list[str]]:
    """The text with marks for its notes, and the words of these, numbered from 1.

    The words of a note with a name may stand at any of its marks.
    """
    notes: list[str] = []
    names: dict[str, int] = {}

    def mark(found: re.Match[str]) -> str:
        words = " ".join((found["words"] or "").split())
        named = _NAME_OF_NOTE.search(found["fields"] or "")
        name = named[1].strip() if named else ""
        known = names.get(name)
        if known is None or (words and notes[known - 1] not in ("", words)):
            notes.append(words)
            known = len(notes)
            if name:
                names[name] = known
        elif words:
            notes[known - 1] = words
        return f"[^{known}]"

    return _NOTE.sub(mark, text), notes
