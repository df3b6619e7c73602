"""What a line means that was typed in the plain face: keys, numbers, words of a command."""

from __future__ import annotations

import pytest

from tui_reader.faces.plain.typed_line import meant
from tui_reader.terminal.keymap import keymap

KEYS = {key: command for command in keymap().of("plain") for key in command.keys}


@pytest.mark.parametrize(
    ("line", "id", "about"),
    [
        ("", "next_page", ""), ("n", "next_page", ""), (" N ", "next_of_speaker", ""), ("\x1b", "back", ""),
        (" ", "play_or_pause", ""), ("Space", "play_or_pause", ""), ("left", "previous_page", ""),
        ("+", "faster", ""), ("[", "previous_part", ""),
        ("12", "go_to", "12"), ("12 g", "go_to", "12"), ("12g", "go_to", "12"), ("g 12", "go_to", "12"),
        ("g12", "go_to", "12"), ("go to 12", "go_to", "12"), ("go 12", "go_to", "12"),
        ("go to part 2", "go_to", "part 2"),
        ("50%", "go_to", "50%"), ("50 %", "go_to", "50%"), ("50 percent", "go_to", "50 percent"), ("g", "go_to", ""),
        ("12 go to", "go_to", "12"), ("g 50%", "go_to", "50%"),
        ("2'", "to_bookmark", "2"), ("' 2", "to_bookmark", "2"), ("'2", "to_bookmark", "2"),
        ("bookmarks 2", "to_bookmark", "2"), ("bookmark", "bookmark", ""),
        ("/castro", "search", "castro"), ("/ Castro now", "search", "Castro now"), ("/", "search", ""),
        ("search Castro", "search", "Castro"), ("SEARCH", "search", ""), ("k 2", "people", "2"), ("k2", "people", "2"),
        ("speakers", "people", ""), ("? n", "help", "n"), ("?n", "help", "n"), ("help", "help", ""),
        ("next", "next_page", ""), ("next turn of this speaker", "next_of_speaker", ""), ("next hit", "next_hit", ""),
        ("where", "where", ""), ("Where am I", "where", ""), ("quit", "quit", ""), ("exit", "quit", ""),
        ("play", "play_or_pause", ""), ("pause", "play_or_pause", ""), ("read", "play_or_pause", ""),
        ("stop", "back", ""), ("leave", "back", ""), ("back", "go_back", ""), ("previous", "previous_page", ""),
        ("next_page", "next_page", ""), ("verbosity", "verbosity", ""), ("notes", "notes", ""), ("volume", None, ""),
        ("zq", None, ""), ("xyz", None, ""), ("n n", None, ""), ("12 n", None, ""), ("next 3", None, ""),
        ("12 x", None, ""),
    ],
)  # fmt: skip
def test_a_line_means_a_command_and_what_was_typed_with_it(line: str, id: str | None, about: str) -> None:
    found = meant(line, KEYS)
    assert (found and (found.command.id, found.about)) == (id and (id, about))


def test_own_keys_hold_and_each_command_is_found_by_its_name_and_its_id() -> None:
    for preset in ("default", "vi", "less"):
        commands = keymap(preset).of("plain")
        keys = {key: command for command in commands for key in command.keys}
        for command in commands:
            found = meant(command.words, keys)
            assert found and found.command == command
            by_id = meant(command.id, keys)
            assert by_id and (by_id.command == command or by_id.command.words.lower() == command.id)
