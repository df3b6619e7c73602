"""Plain transcripts, web pages and light markup as producers. The readers are imported when they are needed."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.formats.detection import markup_kinds
from tui_reader.formats.producers.producer import ANYTHING, LIKELY, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_PAGE_OR_MARKDOWN = LIKELY - 10


def _is_transcript(_: SourceFile) -> Evidence:
    return Evidence(ANYTHING)


def _read_transcript(file: SourceFile) -> Document:
    from tui_reader.formats import transcript

    return transcript.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_page(file: SourceFile) -> Evidence | None:
    return Evidence(LIKELY) if markup_kinds.is_page(file) else None


def _read_page(file: SourceFile) -> Document:
    from tui_reader.formats import html

    return html.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_markdown(file: SourceFile) -> Evidence | None:
    return Evidence(_PAGE_OR_MARKDOWN) if markup_kinds.is_markdown(file) else None


def _read_markdown(file: SourceFile) -> Document:
    from tui_reader.formats import markdown

    return markdown.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_org(file: SourceFile) -> Evidence | None:
    return Evidence(LIKELY) if markup_kinds.is_org(file) else None


def _read_org(file: SourceFile) -> Document:
    from tui_reader.formats.markdown import org

    return org.parse(file.text, file.name, file.key, file.entries, file.warnings)


def _is_wikitext(file: SourceFile) -> Evidence | None:
    return Evidence(LIKELY) if markup_kinds.is_wikitext(file) else None


def _read_wikitext(file: SourceFile) -> Document:
    from tui_reader.formats.markdown import wikitext

    return wikitext.parse(file.text, file.name, file.key, file.entries, file.warnings)


PRODUCERS = (
    Producer("transcript", "Plain transcript", _is_transcript, _read_transcript),
    Producer("markdown", "Markdown", _is_markdown, _read_markdown),
    Producer("org", "Org", _is_org, _read_org),
    Producer("wikitext", "Wikitext", _is_wikitext, _read_wikitext),
    Producer("html", "Web page (HTML, XHTML)", _is_page, _read_page),
)
