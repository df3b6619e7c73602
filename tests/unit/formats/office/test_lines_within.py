"""Word documents whose paragraphs are lines of another format, and tables with more columns than name and words."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tests.unit.formats.office.test_word_processors import paragraph, run, word
from tui_reader.formats import parse

SAID = [("Anna", "How high is it?"), ("Ben", "Too high, I fear."), ("Anna", "Then we wait.")]


@pytest.mark.parametrize(
    "layout",
    [
        ["00:00:0{at} {name}", "{words}"],
        ["[00:00:0{at}.100] - {name}", "{words}"],
        ["{name} (00:0{at}):~{words}"],
        ["{name}|[00:00:0{at}]|{words}"],
        ["{name}   0:0{at}~{words}"],
        ["{name}: [00:00:0{at}] {words}"],
        ["05/03/24, 9:4{at} - {name}: {words}"],
        ["{at}", "00:00:0{at},000 --> 00:00:0{at},900", "{name}: {words}", ""],
        ["{name}: {words}"],
        ["{name}: {words} #00:00:0{at}-1#"],
    ],
)
def test_lines_of_another_format_are_read_as_it(layout: list[str]) -> None:
    body = "".join(
        paragraph(run(line.format(name=name, words=words, at=at)))
        for at, (name, words) in enumerate(SAID, 1)
        for line in layout
    )
    document = parse(word(body), "talk.docx")
    assert turns_by_label(document) == SAID
    assert document.producer and document.producer.name == "docx" and document.lost is None


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_table_of_times_names_and_words_is_the_talk_and_another_is_not() -> None:
    rows = [[f"0:00:0{at}", name, words] for at, (name, words) in enumerate([*SAID, *SAID, *SAID])]
    about = _table(["Job Name", "talk.wav"], ["Language", "en-US"], ["Duration", "3 m"], ["Format", "wav"])
    body = f"{about}{paragraph(run('Transcription'))}{_table(['Time', 'Speaker', 'Content'], *rows)}"
    document = parse(word(body), "talk.docx")
    assert turns_by_label(document) == [*SAID, *SAID, *SAID]
    assert "Job Name talk.wav" in document.pages[0].text and document.pages[0].turn is None
