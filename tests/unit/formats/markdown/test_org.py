"""Org: title, headings, emphasis, drawers, notes, links, and names that begin turns."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import read_text, turns_by_label
from tui_reader.formats.markdown.org import as_markdown

_TALK = """#+TITLE: A talk at the weir
#+DATE: 2031-03-02
#+OPTIONS: toc:nil

Recorded in spring.

* First talk                                                   :mill:river:
:PROPERTIES:
:ID: 12-ab
:END:
# Nobody says this.

*Anna:* Good morning, Bert.[fn:1]

- *Bert* :: Not much, /really/, see [[https://x.org/a][the list]].

#+BEGIN_QUOTE
*Anna:* Then let us begin with =make=.
#+END_QUOTE

*Bert:* So.

[fn:1] He had come late.
"""


def test_org_is_read_with_its_title_headings_and_notes(tmp_path: Path) -> None:
    document = read_text(tmp_path, _TALK, "talk.org")
    assert turns_by_label(document) == [
        ("Anna", "Good morning, Bert."), ("Bert", "Not much, really, see the list."),
        ("Anna", "Then let us begin with `make`."), ("Bert", "So."),
    ]  # fmt: skip
    assert (document.format, document.heading) == ("org", "A talk at the weir")
    assert document.date is not None and document.date.iso == "2031-03-02"
    assert [(part.heading and part.heading.text, part.on_demand) for part in document.parts] == [
        (None, False), ("First talk", False),
    ]  # fmt: skip
    assert [note.text for note in document.notes] == ["He had come late."]
    assert document.lost is None


def test_org_is_known_by_the_keyword_that_begins_it(tmp_path: Path) -> None:
    assert read_text(tmp_path, _TALK, "talk.txt").format == "org"


def test_signs_within_words_and_code_stay() -> None:
    assert as_markdown("2 * 3, a/b/c, x = y = z") == "2 * 3, a/b/c, x = y = z"
    assert as_markdown("#+begin_src python\n* x *\n#+end_src").startswith("``` #+begin_src python\n* x *\n```")
    assert as_markdown("| a | b |\n|---+---|") == "| a | b |\n|---|---|"


def test_a_drawer_without_an_end_is_words() -> None:
    assert as_markdown("*Anna:* Good.\n:smile:\n*Bert:* So.") == "**Anna:** Good.\n:smile:\n**Bert:** So."
    assert as_markdown(":smile:\n* Act\n:ID:\n:END:").split("\n")[:2] == [":smile:", "# Act"]


def test_two_colons_within_a_line_do_not_make_a_term_of_it() -> None:
    assert as_markdown("He - the old one :: came.") == "He - the old one :: came."
    assert as_markdown("- the old one :: came.") == "**the old one:** came."


def test_a_line_of_blanks_takes_time_by_its_length() -> None:
    blanks = " " * 20_000
    assert as_markdown(f"* a{blanks}x") == f"# a{blanks}x"
    assert as_markdown(f"- {blanks}x") == f"- {blanks}x"
