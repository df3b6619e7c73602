"""A web page read into a Document: by its markup where that says who speaks, else by its text as a transcript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import parsing_progress, printed_records
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import is_structure
from tui_reader.formats.html import page_assembly, page_labels
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.html.html_blocks import scanned
from tui_reader.formats.html.html_elements import language_of, tree
from tui_reader.formats.html.question_blocks import with_questions
from tui_reader.formats.labels.dialogue import confirm_in_page
from tui_reader.formats.language.document_language import declaring

FORMAT = "html"


def parse(
    text: str,
    name: str,
    key: str,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    format: str = FORMAT,
    printed: str = "",
) -> Document:
    """The Document of a page; `entries` are people of the file beside it, `warnings` what was found before.

    `format` is what the page was made from, `printed` the same as plain text, where more is known of its print.
    """
    root, limits = tree(text, name)
    warnings = (*warnings, *limits)
    parsing_progress.reached(0.08)
    seen, hidden = scanned(root)
    parsing_progress.reached(0.4)
    found = page_labels.settled(seen)
    parsing_progress.reached(0.6)
    if hidden:
        warnings = (*warnings, f"{name}: the page hides {hidden} characters, which are not read")
    if not any(block.text for block in found):
        found = page_labels.with_links(found)
    if not any(block.text for block in found):
        raise DocumentError(f"{name}: the page holds no text; in a browser, save it with its text")
    if not page_labels.labelled(found):
        document = printed_records.read(printed or plain(found), name, key, entries, warnings, format)
        refused = page_labels.no_names(seen)  # which the markup does not make labels
        labels = [turn.label.text for turn in document.turns]
        if not labels or (
            2 * sum(label in refused for label in labels) > len(labels)
            or not confirm_in_page([turn.passages[0].text for turn in document.turns], len(found))
        ):
            return _by_markup(root, found, name, key, entries, warnings, format)
        document = declaring(document, language_of(root))
        for block in found:
            if block.kind == "rest":
                rest = [one for one in block.run if isinstance(one, Rest)]
                document = printed_records.with_rest(document, [one.text for one in rest], rest[0].why)
        return document
    found = with_questions(found)
    return _by_markup(root, found, name, key, entries, warnings, format)


def _by_markup(
    root: Any,
    found: list[HtmlBlock],
    name: str,
    key: str,
    entries: Sequence[PersonEntry],
    warnings: Sequence[str],
    format: str,
) -> Document:
    """The Document of blocks whose labels are settled."""
    builder = Builder(name, key, format, entries, warnings)
    builder.language = language_of(root)
    title = _title(root) or _first_heading(found)
    heading, found = _title_apart(found, title)
    if title and not heading:
        builder.title = builder.passage(Kind.HEADING, title)
    page_assembly.fill(builder, found, heading)
    return builder.document()


HEADING = "##"
"""What tells a heading from a name on a line of its own, in plain text."""


def plain(found: Sequence[HtmlBlock]) -> str:
    """The blocks as a plain text, a blank line between paragraphs; text that the page sets itself stays as it is."""
    words: list[str] = []
    for block in found:
        if block.kind == "rest":
            continue
        printed = "".join(_printed(one) for one in block.run)
        if block.kind == "heading" and block.begins:
            words.append(f"\n\n{HEADING} {' '.join(printed.split())}")
        elif block.kind == "pre":
            words.append("\n\n" + printed.strip("\n"))
        else:
            lines = "\n".join(" ".join(line.split()) for line in printed.split("\n"))
            words.append(("\n\n" if block.begins else " ") + lines.strip())
    return "".join(words).strip("\n")


def _printed(one: str | Ref | Rest) -> str:
    return one if isinstance(one, str) else one.text if isinstance(one, Rest) else one.printed


def _title(root: Any) -> str:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2].lower() == "title":
            return " ".join("".join(element.itertext()).split())
    return ""


def _first_heading(found: Sequence[HtmlBlock]) -> str:
    """The heading with which the page begins, if it does and that is no act or scene."""
    first = next((block for block in found if block.kind != "rest" and block.text), None)
    return first.text if first and first.kind == "heading" and not is_structure(first.text) else ""


def _title_apart(found: list[HtmlBlock], title: str) -> tuple[HtmlBlock | None, list[HtmlBlock]]:
    """The first heading that says the title again, if it has marks of notes; and the blocks without it."""
    for index, block in enumerate(found):
        if title and block.kind == "heading" and block.text.casefold() == title.casefold():
            marked = any(isinstance(one, Ref) for one in block.run)
            return block if marked else None, found[:index] + found[index + 1 :]
        if block.kind == "label":
            break
    return None, found
