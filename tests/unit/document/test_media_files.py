"""The names of recordings as transcripts state them: paths of any system, addresses, names without ending."""

from __future__ import annotations

import pytest

from tui_reader.document.media_files import host_of, is_below, is_media_name, parts_of


@pytest.mark.parametrize(
    ("stated", "parts"),
    [
        ("talk.mp3", ("talk.mp3",)),
        ("./talk.wav", ("talk.wav",)),
        ("sound/talk.wav", ("sound", "talk.wav")),
        ("../sound/talk.wav", ("..", "sound", "talk.wav")),
        ("/home/ann/talk.wav", ("home", "ann", "talk.wav")),
        (r"C:\Users\Ann\Interview 1.WAV", ("C:", "Users", "Ann", "Interview 1.WAV")),
        ("file:///C:/Users/Ann/Interview%201.wav", ("C:", "Users", "Ann", "Interview 1.wav")),
        ("file:/home/ann/talk.wav", ("home", "ann", "talk.wav")),
        ("https://example.org/a/talk%20one.mp3?key=1#t=3", ("a", "talk one.mp3")),
        ("100%20.wav", ("100%20.wav",)),
        ("", ()),
        ("sound/", ()),
        ("..", ()),
        ("a\0b.wav", ()),
        ("http://[broken/talk.mp3", ("[broken", "talk.mp3")),
    ],
)
def test_a_statement_has_folders_and_a_name(stated: str, parts: tuple[str, ...]) -> None:
    assert parts_of(stated) == parts


def test_an_address_has_a_host_and_a_path_has_none() -> None:
    assert host_of("https://Example.org:8080/talk.mp3") == "example.org"
    assert host_of("file:///talk.mp3") == host_of("C:/talk.mp3") == host_of("talk.mp3") == host_of("http://[x") == ""


def test_a_name_is_known_by_its_ending() -> None:
    assert is_media_name("a/Talk.MP3") and is_media_name("https://example.org/talk.webm?x=1")
    assert not any(map(is_media_name, ("talk", "talk.vtt", ".mp3", "https://example.org/", "talk.mp3/", "")))


def test_only_what_does_not_leave_the_folder_is_below_it() -> None:
    assert is_below("talk.mp3") and is_below("sound/talk.mp3") and is_below("")
    for stated in ("../talk.mp3", "a/../../talk.mp3", "/talk.mp3", r"\talk.mp3", "~/talk.mp3", "C:talk.mp3"):
        assert not is_below(stated)
    assert not is_below("https://example.org/talk.mp3") and not is_below("a\0.mp3")
