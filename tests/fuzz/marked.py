"""A dialogue in the formats that mark what is what: XML, web pages, books, JSON. Knows no parser."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from html import escape

from tests.fuzz.printed import PRINTED, PrintedDialogue, Style

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt>'
    "</fileDesc></teiHeader><text><body>"
)
_BOOK = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
_FDX = '<FinalDraft DocumentType="Script" Version="5"><Content>'
_FDX_TURN = (
    '<Paragraph Type="Character"><Text>{CAPITALS}</Text></Paragraph>'
    '<Paragraph Type="Dialogue"><Text>{words}</Text></Paragraph>\n'
)
_FDX_TITLE = (
    "</Content><TitlePage><Content><Paragraph><Text>{title}</Text></Paragraph></Content></TitlePage></FinalDraft>"
)
_MARKED = {
    "TEI, records": Style(
        "talk.xml",
        "<p><persName>{name}</persName>: {words}</p>\n",
        _TEI + '<div type="document" xml:id="d1"><head>1. {title}<note n="1" type="source">A box.</note></head>\n',
        "</div></body></text></TEI>",
    ),
    "TEI, drama": Style(
        "talk.xml",
        '<sp who="#{CAPITALS}"><speaker>{name}.</speaker><p>{words}</p></sp>\n',
        _TEI + "<div><head>{title}</head>\n",
        "</div></body></text></TEI>",
    ),
    "Bosak": Style(
        "talk.xml",
        "<SPEECH><SPEAKER>{name}</SPEAKER><LINE>{words}</LINE></SPEECH>\n",
        "<PLAY><TITLE>{title}</TITLE><ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I</TITLE>",
        "</SCENE></ACT></PLAY>",
    ),
    "HTML, strong": Style(
        "talk.html", "<p><strong>{name}:</strong> {words}</p>\n", "<html><title>{title}</title><body>", "</body></html>"
    ),
    "HTML, terms": Style(
        "talk.html", "<dt>{name}</dt><dd>{words}</dd>\n", "<!DOCTYPE html><title>{title}</title><dl>", "</dl>"
    ),
    "HTML, cited": Style(
        "talk.html", "<cite>{name}:</cite><time>{at}</time><p>{words}</p>\n", "<html><title>{title}</title>", "</html>"
    ),
    "HTML, paragraphs": Style(
        "talk.html", "<p>{name}: {words}</p>\n", "<html><title>{title}</title><body>", "</body></html>"
    ),
    "HTML, record": Style(
        "talk.html", "  Mr. {CAPITALS}. {words}\n", "<html><title>{title}</title><pre>\n\n", "</pre></html>"
    ),
    "XHTML, personas": Style(
        "talk.xhtml",
        '<tr><td epub:type="z3998:persona">{name}</td><td><p>{words}</p></td></tr>\n',
        _BOOK + "<head><title>{title}</title></head><body><table>",
        "</table></body></html>",
    ),
    "FDX": Style("talk.fdx", _FDX_TURN, _FDX, _FDX_TITLE),
}
_CONTAINER = '<container><rootfiles><rootfile full-path="b/c.opf"/></rootfiles></container>'
_OPF = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Talk</dc:title><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""


def packed(page: bytes) -> bytes:
    """A book of one page, not deflated, so that a changed byte of it stays one."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("b/c.opf", _OPF)
        archive.writestr("b/a.xhtml", page)
    return file.getvalue()


def _podcast(dialogue: PrintedDialogue) -> object:
    segments = [
        {"startTime": n * 5.0, "endTime": n * 5 + 4.0, "speaker": name, "body": words}
        for n, (name, words) in enumerate(dialogue.turns)
    ]
    return {"version": "1.0.0", "segments": segments}


def _whisperx(dialogue: PrintedDialogue) -> object:
    segments = [
        {"start": n * 5.0, "end": n * 5 + 4.0, "text": f" {words}", "speaker": name,
         "words": [{"word": word, "start": 0.1, "end": 0.2, "speaker": name} for word in words.split()]}
        for n, (name, words) in enumerate(dialogue.turns)
    ]  # fmt: skip
    return {"segments": segments, "language": "en"}


def _messages(dialogue: PrintedDialogue) -> object:
    return [{"role": name, "content": words} for name, words in dialogue.turns]


def _escaped(style: Style) -> Callable[[PrintedDialogue], str]:
    def text(dialogue: PrintedDialogue) -> str:
        turns = tuple(turn._replace(speaker=escape(turn.speaker), words=escape(turn.words)) for turn in dialogue.turns)
        return style.text(PrintedDialogue(escape(dialogue.title), turns))

    return text


_JSON: dict[str, Callable[[PrintedDialogue], object]] = {
    "JSON, Podcasting 2.0": _podcast, "JSON, WhisperX": _whisperx, "JSON, messages": _messages,
}  # fmt: skip


def _dumped(build: Callable[[PrintedDialogue], object]) -> Callable[[PrintedDialogue], str]:
    return lambda dialogue: json.dumps(build(dialogue))


FORMATS: dict[str, tuple[str, Callable[[PrintedDialogue], str]]] = {
    **{kind: (style.file, style.text) for kind, style in PRINTED.items()},
    **{kind: (style.file, _escaped(style)) for kind, style in _MARKED.items()},
    **{kind: ("talk.json", _dumped(build)) for kind, build in _JSON.items()},
    "EPUB": ("talk.epub", _escaped(_MARKED["XHTML, personas"])),
}
"""Each format: the file's name, and how a dialogue is printed in it; a book's page is to be `packed`."""


def as_file(text: str, name: str) -> bytes:
    """The bytes of a file of that name that holds the text."""
    data = text.encode("utf-8", "replace")
    return packed(data) if name.endswith(".epub") else data
