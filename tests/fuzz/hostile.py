"""Pieces that break parsers, and files broken in ways that files break. Knows formats only by their signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

PIECES = (
    "\x00", "\x07", "\x1b[31m", "\x1b]0;title\x07", "\x1b", "\x9b1m", "\x85", "\u2028", "\u202e", "\u2066",
    "\u200b", "\u200d", "\ufeff", "\u0301", "\xad", "\r", "\r\n", "\n", "\n\n", "\t", "\x0b", "\x0c", "\x1c",
    "\xa0", "\u3000", "<", ">", "&", "&amp;", "&#0;", "&#27;", "&#x202e;", "&#10;", "&#xD800;", "&mdash;",
    "&x;", "]]>", "<![CDATA[", "<!--", "-->", "<?x", "?>", '"', "'", "\\", "\\u0000", "\\ud800", "\\n", "{",
    "}", "[", "]", "[[", "]]", "(", ")", "*", "**", "_", "__", "`", "#", "~", "|", "^", "@", "!", "=", "===",
    "---", "...", ":", "：", ";", ",", ".", "--", "—", "Q", "A", "Q.", "A.", ">> ", "> ", "(1)", "[1]", "[^1]",
    "[^1]: note", "1 Note", "1. item", "Note 1", "00:00:01", "00:00:01.000 --> 00:00:02.000", "-->", "NOTE\n",
    "Ann: ", "GB: ", "GWB: ", "All: ", "ACT I", "SCENE 2", "INT. ROOM - DAY", "CUT TO:", "Date: May 1, 1962",
    "Source: A box.", "Title: A", "PARTICIPANTS", "[laughs]", "(laughs)", "[00:01:02]", "[Page 7]",
    "Attachment", "Memorandum From A to B", "*** START OF THE PROJECT GUTENBERG EBOOK X ***", "*** END", "/*",
    "*/", "{: .x}", "<v Ann>", "</v>", "<v.a.b ", "<i>", "</i>", "{\\p1}", "{\\an8}", "\\N", "<p>", "</p>",
    "<div>", "</div>", "<br/>", "<pre>", "</pre>", "<table>", "<tr>", "<td>", "<dl>", "<dt>", "<dd>", "<sp>",
    "</sp>", "<speaker>", "<l>", "<lb/>", "<pb n='2'/>", "<stage>", "<note>", "<note n='1'>x</note>",
    "<choice><sic>a</sic><corr>b</corr></choice>", "<list type='participants'><item>A</item></list>",
    "<closer><signed>A</signed></closer>", '<div type="document" xml:id="d2">', "<head>", "</head>",
    '<a href="#x">1</a>', '<p id="x">', '<a epub:type="noteref" href="#x">1</a>', '"segments":', '"speaker":',
    "null", "1e999", "-1", "NaN", "0", "½", "²", "ß", "İ", "ﬁ", "Ａ", "שלום", "漢字", "👩‍🚀",
)  # fmt: skip
_BRACKETS = (
    (b"<div>", b"</div>"), (b"<b>", b"</b>"), (b"<table><tr><td>", b"</td></tr></table>"), (b"<ul><li>", b"</li></ul>"),
    (b"[", b"]"), (b'{"a":', b"}"), (b"(", b")"), (b"> ", b""), (b"- ", b""), (b"*", b"*"), (b"_", b"_"),
    (b"{{", b"}}"), (b"<q>", b"</q>"), (b"<v A>", b"</v>"), (b"<note>", b"</note>"), (b"<seg>", b"</seg>"),
    (b"\xe2\x80\x9c", b""),
)  # fmt: skip
"""What can stand in itself, and what ends it."""
_PARTS = re.compile(rb"(?<=\n)|(?<=>)(?=<)|(?<=[:.] )|(?<=\})")


def broken(data: bytes, chance: Random, most: int, pieces: Sequence[str] = PIECES) -> bytes:
    """The file with a part of it lost, said twice, moved or cut off, or with one of the pieces in it; `most` bytes."""
    parts = _PARTS.split(data)
    for _ in range(chance.randint(1, 3)):
        parts = [part for part in parts if part]
        if not parts:
            break
        at, way = chance.randrange(len(parts)), chance.randrange(8)
        if way == 0:
            del parts[at]
        elif way == 1:
            parts.insert(chance.randrange(len(parts)), parts[at])
        elif way == 2:
            other = chance.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
        elif way == 3:
            parts[at:] = [parts[at][: chance.randrange(len(parts[at]))]]
        else:
            where = chance.randrange(len(parts[at]) + 1)
            piece = chance.choice(pieces).encode("utf-8", "replace")
            until = where + chance.choice((0, 0, 1, 4))
            parts[at] = parts[at][:where] + piece * chance.choice((1, 1, 1, 2, 3)) + parts[at][until:]
    return b"".join(parts)[:most]


def swollen(data: bytes, chance: Random, size: int) -> bytes:
    """The file with a part of it repeated until it has `size` bytes, to find what costs more than it should."""
    parts = [part for part in _PARTS.split(data) if part] or [b"\n"]
    at = chance.randrange(len(parts))
    first = parts[at : at + chance.choice((1, 1, 2, 4))]
    once = b"".join(first) if chance.random() < 0.7 else first[0][: chance.randint(1, 3)] or b" "
    return b"".join(parts[:at]) + once * max(1, size // len(once)) + b"".join(parts[at:])


def nested(data: bytes, chance: Random) -> bytes:
    """The file with something opened up to 3,000 times in it, closed or not."""
    parts = _PARTS.split(data)
    at, depth = chance.randrange(len(parts)), chance.choice((20, 300, 3_000))
    opening, closing = chance.choice(_BRACKETS)
    parts[at] = opening * depth + parts[at] + closing * (depth if chance.random() < 0.5 else 0)
    return b"".join(parts)
