"""Pages of the manual as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.cli.main import main
from tui_reader.errors import UsageError
from tui_reader.manual import FOLDER, OTHER_WORDS, SUBJECTS, completion, page, summary, title
from tui_reader.manual.plain_lines import plain_lines

PAGE = """\
# Title

A sentence with `code` and a [link](x).
Its second line.

<!-- table: keys -->

| key | what | only in |
|---|---|---|
| `n`, `a\\|b` | Goes on | |
| `l` | Turns. | the full screen |

<!-- end -->

- one item that is long
- two

```toml
x = "| `as` it # is"
```
"""


def test_a_page_is_plain_lines() -> None:
    assert plain_lines(PAGE, 20) == [
        "Title", "",
        "A sentence with code", "and a [link](x). Its", "second line.", "",
        "n, a|b: Goes on.", "l: Turns. Only in:", "    the full screen.", "",
        "- one item that is", "  long", "- two", "",
        '    x = "| `as` it # is"',
    ]  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_page_has_a_title_and_a_sentence_and_no_markup_when_printed(subject: str) -> None:
    assert title(subject) and summary(subject).endswith(".")
    lines = plain_lines(page(subject), 79)
    assert all(len(line) <= 79 or line.startswith("    ") for line in lines)  # code is not wrapped
    assert not any(line.startswith(("#", "|", "<!", "```")) for line in lines)


def test_the_pages_are_those_of_the_folder() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(SUBJECTS)


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_other_words_lead_to_a_page_that_has_them(word: str) -> None:
    assert OTHER_WORDS[word] in SUBJECTS and word not in SUBJECTS
    assert word in page(word).casefold()


@pytest.mark.parametrize("typed", ["screen-readers", "Screen readers", "braille"])
def test_a_page_is_found_as_a_person_types_it(typed: str) -> None:
    assert page(typed).startswith("# Screen readers\n")


def test_an_unknown_subject_names_the_near_ones() -> None:
    with pytest.raises(UsageError, match=r"no page 'formts' \(did you mean formats\?\)"):
        page("formts")
    with pytest.raises(UsageError, match=r"no page 'qqq'\. tui-reader help lists"):
        page("qqq")


def test_help_lists_the_subjects_and_says_where_the_keys_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n{subject}: " in out for subject in SUBJECTS)
    assert "tui-reader help keys" in out


def test_help_prints_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "screen", "readers"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Screen readers\n\nReading with a screen reader")
    assert "\x1b" not in out and max(map(len, out.splitlines())) <= 79


def test_help_with_an_unknown_subject_is_one_line_and_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "voice"]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and "did you mean voices?" in told.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completions", shell]) == 0
    assert capsys.readouterr().out == completion(shell)


def test_the_readme_points_to_pages_that_there_are() -> None:
    readme = Path(__file__).parents[3] / "README.md"
    for part in readme.read_text().split("](")[1:]:
        assert (readme.parent / part.partition(")")[0]).exists(), part
