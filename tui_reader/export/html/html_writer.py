"""Writes the page into a file, with its sound in it, beside it, or without."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from lxml import etree

from tui_reader.errors import ReaderError
from tui_reader.export.html.page_template import html, own_file
from tui_reader.export.rendering import Rendering

BESIDE = ("mp3", "m4b", "opus", "flac", "wav")
"""Forms of sound that browsers play, the best known first: one of the same order is played and not put in again."""
LARGEST = 500_000_000
"""Characters of sound in a page: browsers take no address of data much longer (Firefox and Chromium: 512 MiB)."""
_CODED_AT_ONCE = 3 << 16
"""Bytes of sound: a multiple of three, so that the stretches of base64 join."""


def write(file: BinaryIO, recording: Rendering) -> None:
    """Write all of it. Raises UsageError for a turn that there is not, ReaderError and OSError."""
    beside = _beside(recording)
    policy = "" if recording.sound is None else "'self' file:" if beside else "data:"
    root = html(recording, policy)
    for element in root.iter("{*}*"):
        element.tag = etree.QName(element).localname  # only of HTML without a namespace lxml knows what needs no end
    etree.cleanup_namespaces(root)
    page: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    if recording.sound is None:
        file.write(page)
        return
    before, end, after = page.rpartition(b"</section></body>")
    file.write(before + b'<audio id="sound" controls="controls" preload="auto" src="')
    if beside:
        file.write(quote(beside).encode())
    else:
        from tui_reader.export.audio.embedded_mp3 import MEDIA_TYPE, coded

        file.write(f"data:{MEDIA_TYPE};base64,".encode())
        with coded(recording) as sound:
            if sound.seek(0, os.SEEK_END) * 4 // 3 > LARGEST:
                raise ReaderError("The sound is too long to be in a page; put it beside: --format html,mp3.")
            sound.seek(0)
            while stretch := sound.read(_CODED_AT_ONCE):
                file.write(b64encode(stretch))
    file.write(b'"></audio>' + end.removesuffix(b"</body>"))
    file.write(f"<script>{own_file('page.js')}</script></body>".encode() + after)


def _beside(recording: Rendering) -> str:
    """The name of the sound's file where one is written in the same order; empty where none is."""
    from tui_reader.export.output_formats import wanted

    if len(recording.recital.order.formats) < 2:
        return ""
    places: dict[str, Path] = {form.format: place for form, place in wanted(recording.recital.order)}
    return next((places[name].name for name in BESIDE if name in places), "")
