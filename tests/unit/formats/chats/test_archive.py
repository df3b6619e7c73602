"""Chats in archives, as phones share them."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

CHAT = "[05/03/2024, 10:01:10] Anna: How?\n[05/03/2024, 10:02:10] Ben: So.\n"


def packed(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return data.getvalue()


def test_the_text_beside_the_pictures_is_read() -> None:
    document = parse(packed(_chat__txt=CHAT, photo__jpg="\xff"), "chat.zip")
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So.")]
    assert document.producer and document.producer.name == "whatsapp-zip"


@pytest.mark.parametrize(
    "data",
    [
        packed(_chat__txt="No chat at all."),
        packed(one__txt=CHAT, two__txt=CHAT),
        packed(_chat__txt=CHAT)[:-30],
        packed(_chat__txt=CHAT + "a" * 3_000_000),
    ],
)
def test_other_archives_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(DocumentError) as error:
        parse(data, "chat.zip")
    assert "\n" not in str(error.value)
