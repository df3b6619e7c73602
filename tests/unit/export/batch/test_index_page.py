"""The index of a folder of exports: every document with its files, whenever it was exported; text is only text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lxml import html

from tui_reader.export.batch import batch_log
from tui_reader.export.batch.batch_export import export_many
from tui_reader.export.batch.index_page import index_of
from tui_reader.export.export_options import ExportOptions
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions

TONE = ReadingOptions(library=NO_LIBRARY, engine="tone", speed=4.0)
TALK = "Talk {0}\n\nMay 2, 1961\n\nANNE: Good morning, {0}.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n"


def talks(folder: Path, *names: str) -> Path:
    """A folder of talks."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TALK.format(name))
    return folder


def export(folder: Path, out: Path, *formats: str) -> None:
    """Export it."""
    list(export_many(folder, ExportOptions(out, formats), TONE, processes=1))


def rows(out: Path, name: str = "index.html") -> list[list[str]]:
    """The cells of the index, a row each."""
    page: Any = html.fromstring((out / name).read_bytes())
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_it_lists_titles_people_lengths_and_links_in_the_order_of_the_names(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(talks(tmp_path / "class", "10", "9"), out, "txt", "srt")
    assert [row[0] for row in rows(out)] == ["Talk 9", "Talk 10"]
    _, _, people, length, files = rows(out)[0]
    assert people == "ANNE, BEN" and length.endswith(" s") and "srt" in files and "txt" in files
    page: Any = html.fromstring((out / "index.html").read_bytes())
    assert page.xpath("//h1/text()") == ["class"] and page.xpath("//caption/text()") == ["2 documents"]
    links = page.xpath("//td//a/@href")
    assert sorted(links) == ["./10.srt", "./10.txt", "./9.srt", "./9.txt"]
    assert page.xpath("//td//a/@aria-label")[0].endswith(", Talk 9")


def test_what_was_exported_before_stays_in_it_and_what_is_gone_goes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(talks(tmp_path / "a", "one"), out, "txt")
    export(talks(tmp_path / "b", "two"), out, "txt")
    export(talks(tmp_path / "a", "one"), out, "txt")
    assert [row[0] for row in rows(out)] == ["Talk one", "Talk two"]
    (out / "two.txt").unlink()
    export(tmp_path / "a", out, "txt")
    assert [row[0] for row in rows(out)] == ["Talk one"]


def test_a_page_of_somebody_else_and_a_document_called_index_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("<title>Mine</title>")
    export(talks(tmp_path / "a", "one"), out, "txt")
    assert (out / "index.html").read_text() == "<title>Mine</title>"
    assert index_of(out) == out / "contents.html" and len(rows(out, "contents.html")) == 1
    other = tmp_path / "other"
    list(
        export_many(talks(tmp_path / "b", "index"), ExportOptions(other, ("html",), text_only=True), TONE, processes=1)
    )
    assert b"Good morning, index" in (other / "index.html").read_bytes()
    assert "index" in rows(other, "contents.html")[0][0]


def test_words_of_documents_and_of_the_log_are_only_words(tmp_path: Path) -> None:
    out = tmp_path / "out"
    name = "<img src=x onerror=alert(1)> [b]"
    folder = talks(tmp_path / "a", name)
    (folder / f"{name}.txt").write_text("ANNE: Good morning.\n\nBEN: Yes.\n")
    export(folder, out, "txt")
    (tmp_path / "secret.txt").write_text("secret")
    log = out / batch_log.NAME
    forged = [
        {"work": "x", "files": {"../secret.txt": [6, "x"]}},
        {
            "work": "y",
            "files": {"javascript:alert(1).txt": [0, "x"]},
            "listing": {"title": ["<b>"], "seconds": "many", "people": {"a": 1}, "date": 7},
        },
        {"work": "z", "files": {"javascript:alert(1).txt": [0, "x"]}, "listing": [1]},
    ]
    (out / "javascript:alert(1).txt").write_text("")
    with log.open("a") as file:
        file.writelines(json.dumps(line) + "\n" for line in forged)
    export(folder, out, "txt")
    page: Any = html.fromstring((out / "index.html").read_bytes())
    assert not page.xpath("//script | //img") and "secret" not in page.text_content()
    assert all(link.startswith("./") for link in page.xpath("//a/@href"))
    assert f"{name}.txt" in [row[0] for row in rows(out)]


def test_an_older_log_without_titles_lists_names(tmp_path: Path) -> None:
    out, folder = tmp_path / "out", talks(tmp_path / "a", "one")
    export(folder, out, "txt", "srt")
    log = out / batch_log.NAME
    entry = json.loads(log.read_text())
    del entry["listing"]
    log.write_text(json.dumps(entry) + "\n")
    export(folder, out, "txt", "srt")
    assert rows(out)[0][0] == "one"
