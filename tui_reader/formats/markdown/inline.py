r"""The inside of a paragraph of Markdown: its words, with the signs of emphasis, links and escapes set apart from them.

`**so** [here](http://x.org) \[x\]` gives the words `so here [x]`; the signs and the address are residue. A time mark in
brackets stays as it is printed. Knows one paragraph; not who speaks it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.editor_remarks import remarks
from tui_reader.formats.interruptions import Pieces
from tui_reader.formats.labels.clock_times import IN_BRACKETS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ADDRESS = "the address of a link"
_SIGN = "a sign of Markdown"
_EMPHASIS = "a sign of emphasis"
_PAGE = "a mark for the page"
_TEXT = r"((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,100}\]){0,500})"
_TOKEN = re.compile(
    rf"(?P<time>{IN_BRACKETS})(?!\()"
    r"|(?P<code>``[^\n]{1,300}?``|`[^`\n]{1,300}`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<picture>!\[(?:[^\[\]\\\n]|\\.){0,500}\]"
    r"(?:\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,300})?\)|\[[^\[\]\n]{0,100}\]))"
    r"|\[\^(?P<note>[\w-]{1,40})\](?!:)"
    r"|\[\[(?P<page>[^\[\]|\n]{1,200})(?:\|(?P<shown>[^\[\]\n]{1,200}))?\]\](?!\()"
    rf"|\[(?P<linked>{_TEXT})\](?P<address>\((?:[^()\n]|\([^()\n]{{0,200}}\)){{0,600}}\))"
    rf"|\[(?P<referring>{_TEXT})\](?P<id>[ ]?\[[^\[\]\n]{{0,100}}\])"
    r"|<(?P<web>(?:https?|mailto|ftp):[^\s<>]{1,500})>"
    r"|(?P<comment><!--(?:[^\n<]|<(?!!--)){0,5000}?-->)"
    r"|(?P<tag></?[A-Za-z][\w-]{0,20}(?:[\s/][^<>\n]{0,500})?>)"
    r"|(?P<attributes>\{[:#.][^{}\n]{0,200}\}(?=[ \t]*$)|\{%[^{}\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}\}\})"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~|==)",
    re.MULTILINE,
)  # fmt: skip
_TAGS = _set(
    """a abbr b big blockquote br center cite code dd del details div dl dt em figcaption figure font footer h1 h2 h3 h4
    h5 h6 header hr i iframe img includeonly ins kbd li main mark nav
    noinclude nowiki ol onlyinclude p picture poem pre q references s section small source span strong sub
    summary sup table tbody td tfoot th thead tr u ul video audio"""
)  # fmt: skip


_BEGINS = re.compile(r"[\[(`\\!<{*_~=]")
"""What any token begins with; found much quicker than the tokens."""


def run(words: str, references: Container[str] = ()) -> Pieces:
    """The words of a paragraph, with what is not said of them as `Rest` and marks of notes as `Ref`.

    `references` are the ids, in small letters, that the file gives addresses to: `[words][id]` is a link for those.
    """
    pieces: Pieces = []
    at = 0
    for sign in _BEGINS.finditer(words):
        token = _TOKEN.match(words, sign.start()) if sign.start() >= at else None
        made = _made(token, references) if token else None
        if token and made is not None:
            pieces += [words[at : token.start()], *made]
            at = token.end()
    pieces.append(words[at:])
    return list(_without_emphasis(pieces))


def plain(words: str, references: Container[str] = ()) -> tuple[str, list[str]]:
    """The words of a paragraph alone, notes' marks as `[1]`; and what was left out of them that has words."""
    kept: list[str] = []
    left: list[str] = []
    for piece in run(words, references):
        if isinstance(piece, Ref):
            kept.append(f"[{piece.note}]" if piece.note.isdecimal() else piece.printed)
        elif not isinstance(piece, Rest):
            kept.append(piece)
        elif any(map(str.isalnum, piece.text)):
            left.append(piece.text.strip())
    return "".join(kept), left


def divided(run: Sequence[str | Ref | Rest]) -> Iterator[tuple[Pieces, bool]]:
    """The run of a paragraph in stretches; True says that one is a remark which the speaker did not say."""
    words = "".join(piece for piece in run if isinstance(piece, str))
    bounds = [bound for span in sorted({*remarks(words, 0, len(words)), *_directions(run)}) for bound in span]
    at, aside = 0, False
    stretch: Pieces = []
    for piece in run:
        if not isinstance(piece, str):
            stretch.append(piece)
            continue
        begin = 0
        while bounds and at + len(piece) >= bounds[0]:
            cut = bounds.pop(0) - at
            stretch.append(piece[begin:cut])
            begin = cut
            if _says(stretch):
                yield stretch, aside
                stretch = []
            aside = not aside
        stretch.append(piece[begin:])
        at += len(piece)
    if _says(stretch):
        yield stretch, aside


def _directions(run: Sequence[str | Ref | Rest]) -> Iterator[tuple[int, int]]:
    """Where the words of a run are in round brackets and wholly in emphasis: how they are said, not what is."""
    at = 0
    for before, piece, after in zip(run, run[1:], run[2:], strict=False):
        at += len(before) if isinstance(before, str) else 0
        if (
            isinstance(piece, str)
            and piece[:1] == "("
            and piece[-1:] == ")"
            and _EMPHASIS == _why(before) == _why(after)
        ):
            yield at, at + len(piece)


def _why(piece: str | Ref | Rest) -> str:
    return piece.why if isinstance(piece, Rest) else ""


def _says(stretch: Pieces) -> bool:
    return any(not isinstance(piece, str) or piece.strip() for piece in stretch)


def _made(token: re.Match[str], references: Container[str]) -> Pieces | None:
    """What a token stands for; None where it is words."""
    kind = token.lastgroup
    if kind == "escaped":
        return [Rest("\\", _SIGN), token["escaped"]]
    if kind == "emphasis":
        return [_Delimiter(token)]
    if kind == "note":
        return [Ref(token["note"], token[0])]
    if kind == "picture":
        return [Rest(token[0], "a picture")]
    if kind in ("attributes", "comment"):
        return [Rest(token[0], _PAGE if kind == "attributes" else "a comment")]
    if kind == "web":
        return [Rest("<", _SIGN), token["web"], Rest(">", _SIGN)]
    if kind == "tag":
        return [Rest(token[0], "a tag")] if token[0].strip("</> ").split()[0].casefold() in _TAGS else None
    return _link(token, references) if kind in ("address", "id", "page", "shown") else [token[0]]


def _link(token: re.Match[str], references: Container[str]) -> Pieces | None:
    """The words of a link, its address set apart."""
    if token.lastgroup == "page":
        return [Rest("[[", _SIGN), token["page"], Rest("]]", _SIGN)]
    if token.lastgroup == "shown":
        return [Rest(f"[[{token['page']}|", ADDRESS), token["shown"], Rest("]]", _SIGN)]
    if token.lastgroup == "address":
        words, address = token["linked"], token["address"]
        if words == address[1:-1]:  # nothing else sets an address that is shown apart from the words
            return [f"[{words}]", Rest(address, ADDRESS)]
        return [Rest("[", _SIGN), *run(words, references), Rest(f"]{address}", ADDRESS)]
    words, id = token["referring"], token["id"]
    if (id.strip("[] ") or words).casefold() not in references:
        return None
    return [Rest("[", _SIGN), *run(words, references), Rest(f"]{id}", ADDRESS)]


# Emphasis


class _Delimiter(str):
    """A sign of emphasis, until it is known whether another one closes it."""

    opens: bool
    closes: bool

    def __new__(cls, token: re.Match[str]) -> _Delimiter:
        """By what stands on both sides of it."""
        made = super().__new__(cls, token[0])
        before = token.string[token.start() - 1 : token.start()] or " "
        after = token.string[token.end() : token.end() + 1] or " "
        inside = token[0][0] == "_" and before.isalnum() and after.isalnum()
        made.opens = not (after.isspace() or inside)
        made.closes = not (before.isspace() or inside)
        return made


def _without_emphasis(pieces: Sequence[str | Ref | Rest]) -> Iterator[str | Ref | Rest]:
    """The pieces with those signs of emphasis that open and close something set apart; the others are words."""
    opened: dict[str, list[list[int]]] = {}  # by sign: places and how many are open there
    used: dict[int, int] = {}  # by place: signs that are emphasis
    for place, piece in enumerate(pieces):
        if not isinstance(piece, _Delimiter):
            continue
        stack = opened.setdefault(piece[0], [])
        left = len(piece)
        while piece.closes and left and stack:
            both = min(left, stack[-1][1])
            used[place] = used.get(place, 0) + both
            used[stack[-1][0]] = used.get(stack[-1][0], 0) + both
            left -= both
            stack[-1][1] -= both
            if not stack[-1][1]:
                stack.pop()
        if piece.opens and left:
            stack.append([place, left])
    for place, piece in enumerate(pieces):
        if not isinstance(piece, _Delimiter):
            yield piece
            continue
        number = used.get(place, 0)
        if number < len(piece):
            yield str(piece[: len(piece) - number])
        if number:
            yield Rest(piece[:number], _EMPHASIS)
