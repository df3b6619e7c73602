"""FDX, the XML of Final Draft: paragraphs of a type (scene heading, action, character, parenthetical, dialogue).

The document's text is what the builder writes: the words of the script, then of the title page and the notes of its
writers, which are there on demand. Settings, layout and lists of the program are no text of the screenplay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.screenplay.screenplay import Screenplay
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml

_SCENES = {"scene heading": "scene", "shot": "scene", "new act": "act", "act": "act"}


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text of FDX. DocumentError where it holds no script."""
    xml = parse_xml(text, name)
    builder = Builder(name, key, "fdx", entries, (*warnings, *xml.warnings))
    content = next((child for child in xml.root if local(child) == "Content"), None)
    if content is None:
        raise DocumentError(f"{name}: this Final Draft file holds no script; save it again in Final Draft")
    pages = [page for page in xml.root if local(page) == "TitlePage"]
    shown = [part for page in pages for part in page if local(part) == "Content"]  # not its header and footer
    lines = [words for part in shown for paragraph in part.iter() if (words := _line(paragraph))]
    if lines:
        builder.title = builder.passage(Kind.HEADING, lines[0])
    if lines[1:]:
        builder.part("title-page", on_demand=True)
        for words in lines[1:]:
            builder.add(Kind.PARAGRAPH, words)
    play = Screenplay(builder)
    notes: list[str] = []
    for paragraph in _paragraphs(content):
        _tell(play, str(paragraph.get("Type") or "").casefold(), _words(paragraph))
        notes += _notes(paragraph)
    play.finish()
    for words in notes:
        builder.residue(words, "writer's note")
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{name}: this Final Draft file holds no words; save it again in Final Draft")
    return document


def _tell(play: Screenplay, kind: str, words: str) -> None:
    """Tell one paragraph of the script; types of the writer's own are action."""
    if not words.strip():
        return
    if kind in _SCENES:
        play.scene(words, _SCENES[kind])
    elif kind == "character":
        play.cue(words)
    elif kind == "parenthetical":
        play.parenthetical(words)
    elif kind in ("dialogue", "singing", "lyrics"):
        play.dialogue(words)
    else:
        play.action(words)


def _paragraphs(content: Element) -> Iterator[Element]:
    """The paragraphs of the script in order; those of dual dialogue stand inside another paragraph."""
    waiting = list(reversed(content))
    while waiting:
        one = waiting.pop()
        if local(one) == "Paragraph":
            yield one
            for inner in one:
                if local(inner) == "DualDialogue":
                    waiting += reversed(inner)


def _words(paragraph: Element) -> str:
    """The words of a paragraph: its runs of text, and not of what is hung on it."""
    return "".join("".join(text.itertext()) for text in paragraph if local(text) == "Text")


def _line(paragraph: Element) -> str:
    return " ".join(_words(paragraph).split()) if local(paragraph) == "Paragraph" else ""


def _notes(paragraph: Element) -> list[str]:
    """What writers remarked on a paragraph; a note within a note is part of it."""
    notes = (note for note in paragraph.iter("ScriptNote") if next(note.iterancestors("ScriptNote"), None) is None)
    found = (" ".join("".join(note.itertext()).split()) for note in notes)
    return [words for words in found if words]
