"""A message in Markdown given to the builder as speech: signs of emphasis, addresses and code are not said."""

from __future__ import annotations

import re

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder, Rest
from tui_reader.formats.markdown.blocks import divide
from tui_reader.formats.markdown.inline import run

_SIGNS = re.compile(r"[*_`#<>\[\]\\|~=\n{}]|^\W*[-+•:\d]")
"""What any sign of Markdown has; a text of one line without is plain words."""
_CITED = re.compile(r"\ue200[^\ue200\ue201]{0,1000}\ue201|【[^【】\n]{1,60}†[^【】\n]{0,100}】")
"""Marks of sources, as ChatGPT puts them between words."""
_SIGN = "a sign of Markdown"
_LEFT_OUT = ("a comment", "the address of a link")


def speak(builder: Builder, text: str) -> None:
    """Add the paragraphs of a message to the turn that goes on."""
    if not _SIGNS.search(text):
        builder.add(Kind.SPEECH, text)
        return
    cited = _CITED.findall(text) if "\ue200" in text or "†" in text else []
    if cited:
        text = _CITED.sub("", text)
    divided = divide(text)
    for block in divided.blocks:
        said = any(map(str.isalnum, block.words))
        if block.kind == "code" or not said or (block.kind == "out" and block.why in _LEFT_OUT):
            builder.residue(f"{block.sign}{block.words}", block.why or _SIGN)
            continue
        sign = block.sign
        before = [] if not sign else [sign] if sign[0].isdecimal() else [Rest(sign, _SIGN)]
        kind = Kind.QUOTATION if block.quoted and block.kind == "text" else Kind.SPEECH
        builder.add(kind, [*before, *run(block.words, divided.references)])
    for mark in cited:
        builder.residue(mark, "a mark of a source")
