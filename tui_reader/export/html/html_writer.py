"""Writes the web page into a file, with its sound embedded, in a file beside it, or without sound."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import BinaryIO
from urllib.parse import quote

from lxml import etree

from tui_reader.errors import ReaderError
from tui_reader.export.html.page_template import own_file, page
from tui_reader.export.markup.xhtml_elements import Element
from tui_reader.export.rendering import Rendering

PLAYED_BESIDE = ("mp3", "m4b", "opus", "flac", "wav")
"""Sound formats that browsers play, the best supported first. One in the same export is played, not embedded again."""
LARGEST = 500_000_000
"""Characters of embedded sound: browsers take no data URL much longer (Firefox and Chromium: 512 MiB)."""
_BLOCK = 3 << 16
"""Bytes of sound encoded at once: a multiple of three, so that the blocks of base64 join."""


def write(file: BinaryIO, rendering: Rendering) -> None:
    """Write the rendering into `file`, as one page.

    Raises UsageError for an unknown turn number, ReaderError if the sound cannot be encoded or is too long, OSError.
    """
    beside = _beside(rendering)
    policy = "" if rendering.sound is None else "'self' file:" if beside else "data:"
    html = to_html(page(rendering, policy))
    if rendering.sound is None:
        file.write(html)
        return
    before, end, after = html.rpartition(b"</section></body>")
    file.write(before + b'<audio id="sound" controls="controls" preload="auto" src="')
    if beside:
        file.write(quote(beside).encode())
    else:
        from tui_reader.export.audio.embedded_mp3 import MEDIA_TYPE, encoded_mp3

        file.write(f"data:{MEDIA_TYPE};base64,".encode())
        with encoded_mp3(rendering) as sound:
            if sound.seek(0, os.SEEK_END) * 4 // 3 > LARGEST:
                raise ReaderError("The sound is too long to be in a page; put it beside: --format html,mp3.")
            sound.seek(0)
            while block := sound.read(_BLOCK):
                file.write(b64encode(block))
    file.write(b'"></audio>' + end.removesuffix(b"</body>"))
    file.write(f"<script>{own_file('page.js')}</script></body>".encode() + after)


def to_html(root: Element) -> bytes:
    """A page of XHTML elements as HTML."""
    for element in root.iter("{*}*"):
        # Only without a namespace lxml knows which HTML elements have no end tag.
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    html: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return html


def _beside(rendering: Rendering) -> str:
    """The name of the sound file that the same export writes beside the page; empty if it writes none."""
    from tui_reader.export.output_formats import export_targets

    if len(rendering.job.options.formats) < 2:
        return ""
    names = {target.format.name: target.path.name for target in export_targets(rendering.job.options)}
    return next((names[format] for format in PLAYED_BESIDE if format in names), "")
