"""The manual: a page of Markdown for each subject, the man page and the shells' completions.

Pages are read and listed here. The tables in them between `<!-- table: NAME -->` and `<!-- end -->`, the man page and
the completions are written by `python -m tests.support.manual` from the program's own tables.
"""

from __future__ import annotations

from pathlib import Path

from tui_reader.errors import UsageError

SUBJECTS = (
    "start", "keys", "full-screen", "browser", "screen-readers", "formats", "people", "voices", "recordings",
    "rehearsing", "pronunciation", "library", "export", "settings", "commands", "limits", "security",
)  # fmt: skip
"""The pages, in the order in which they are listed."""
OTHER_WORDS = {
    "accessibility": "screen-readers", "braille": "screen-readers", "bookmarks": "library", "lexicon": "pronunciation",
    "labels": "people", "speakers": "people", "engines": "voices", "verify": "export", "captions": "export",
    "search": "library", "mouse": "full-screen", "themes": "full-screen", "options": "commands", "play": "start",
    "inspect": "start", "doctor": "start", "serve": "browser", "phone": "browser",
    "ssh": "browser", "completions": "start", "keymap": "keys",
    "audio": "recordings", "recording": "recordings", "times": "recordings", "drift": "recordings",
    "privacy": "security", "network": "security",
    "engine": "voices", "keyboard": "keys", "plain": "screen-readers", "lines": "screen-readers",
    "rehearsal": "rehearsing", "prompter": "rehearsing", "chair": "rehearsing",
}  # fmt: skip
"""Words a person may ask for, with the page on which each is explained."""
SHELLS = {"bash": "tui-reader.bash", "zsh": "_tui-reader", "fish": "tui-reader.fish"}
"""Shells, each with the file of its completion."""
FOLDER = Path(__file__).parent


def page(subject: str) -> str:
    """The page of a subject, in Markdown.

    Raises UsageError with the nearest subjects where there is no such page.
    """
    name = subject.strip().casefold().replace("_", "-").replace(" ", "-")
    name = OTHER_WORDS.get(name, name)
    if name not in SUBJECTS:
        raise UsageError(f"The manual has no page {subject!r}{_nearest(name)}. tui-reader help lists the subjects.")
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def title(subject: str) -> str:
    """The title of a subject's page: "Screen readers"."""
    return page(subject).partition("\n")[0].removeprefix("# ")


def summary(subject: str) -> str:
    """The sentence that stands below the title of a subject's page."""
    return page(subject).split("\n", 3)[2]


def completion(shell: str) -> str:
    """The completion script for one of `SHELLS`."""
    return (FOLDER / "completions" / SHELLS[shell]).read_text(encoding="utf-8")


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    words = [*SUBJECTS, *OTHER_WORDS]
    near = [word for word in SUBJECTS if name and word.startswith(name)] + get_close_matches(name, words, 3)
    pages = [*dict.fromkeys(OTHER_WORDS.get(word, word) for word in near)]
    return f" (did you mean {' or '.join(pages)}?)" if pages else ""
