"""Markdown read into a Document: `**Name:** text`, `> *Name:* text`, headings, notes, tables and front matter.

Where emphasis does not say who speaks, the words alone are given to the transcript, which knows plain labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.dates import iso
from tui_reader.document.model import Date, Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats import parsing_progress
from tui_reader.formats.builder import Builder
from tui_reader.formats.labels import emphasis_labels
from tui_reader.formats.markdown.blocks import candidates, divide
from tui_reader.formats.markdown.body import Body
from tui_reader.formats.markdown.front_matter import split, titled
from tui_reader.formats.markdown.numbered_notes import with_own_notes
from tui_reader.formats.markdown.plain_words import plain_labels, plain_words, without_brackets, without_title
from tui_reader.formats.printed_records import read, with_rest
from tui_reader.formats.xml.character_references import resolved

FORMAT = "markdown"
_BOLD_TAG = re.compile(r"</?(?:b|strong)[ \t]*>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"</?(?:i|em)[ \t]*>", re.IGNORECASE)
_PRINT_TAG = re.compile(r"</?(?:span|font|u|mark|small|big)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br[ \t]*/?>\n?", re.IGNORECASE)


def parse(
    text: str,
    name: str,
    key: str,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    format: str = FORMAT,
) -> Document:
    """The Document of a text; `entries` are people of the file beside it, `warnings` what was found before.

    `format` is that of the file, where its signs were made those of Markdown.
    """
    front, body = split(with_own_notes(_with_signs(resolved(text, markup=False))))
    divided = divide(body)
    parsing_progress.reached(0.4)
    possible = candidates(divided.blocks)
    paragraphs = sum(block.kind == "text" for block in divided.blocks)
    chosen = emphasis_labels.choose_emphasis(possible, paragraphs)
    printed, front_of_plain = without_title(divided, front)
    whole = body if printed is divided else None
    if not emphasis_labels.are_most(chosen, plain_labels(divided, chosen.places)):
        emphasised = {one.text for one in possible if one.level is None}
        words = plain_words(printed, whole, emphasised)
        document = read(words.text, name, key, entries, warnings, format)
        if emphasis_labels.is_plain_print(chosen, document.turns, paragraphs):
            if emphasis_labels.are_fields(emphasised, document.turns):
                words = plain_words(printed, whole)
                document = read(words.text, name, key, entries, warnings, format)
            for why, left in words.left:
                document = with_rest(document, left, why)
            document = with_rest(without_brackets(document, words.asides), front.lines, "front matter")
            return titled(document, front_of_plain)
    builder = Builder(name, key, format, entries, warnings)
    for line in front.lines:
        builder.residue(line, "front matter")
    if front.title:
        builder.title = builder.passage(Kind.HEADING, front.title)
    if front.date:
        builder.date = Date(builder.passage(Kind.DATELINE, front.date), iso(front.date) or front.date[:10])
    Body(builder, divided, chosen.places, chosen.level).fill()
    return builder.document()


def _with_signs(text: str) -> str:
    """The text with signs of Markdown for the tags of HTML that are written for emphasis and new lines, without those
    of print."""
    if "<" not in text:
        return text
    text = _PRINT_TAG.sub("", text)
    text = _BREAK_TAG.sub("\n", _BOLD_TAG.sub("**", text))
    return _ITALIC_TAG.sub("*", text)
