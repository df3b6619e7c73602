"""How a dialogue is printed with markup: Markdown, Org, wikitext, HTML, XHTML, EPUB, TEI. Knows no parser.

Titles, headings and remarks are printed as each markup has them, so that nothing of them is a turn.
"""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from tests.dress.dialogue import Between, Dialogue, Said

_PAGE = '<html lang="{language}"><head><title>{title}</title></head><body>\n<h1>{title}</h1>\n'
_XHTML = (
    '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{language}"><head><title>{title}</title></head><body>\n'
    "<h1>{title}</h1>\n"
)
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>'
    '</fileDesc></teiHeader><text xml:lang="{language}"><body>\n'
)
_END = "</body></html>\n"
_RECORD = _TEI + '<div type="document" xml:id="d1"><head>1. {title}</head>\n'


class Markup(NamedTuple):
    """One way to print a dialogue with markup."""

    name: str
    file: str
    turn: str
    """With {name}, {direction} (in brackets, a blank before it), {first} (the first paragraph) and {rest} (others)."""
    rest: str
    """A further paragraph, with {words}."""
    heading: str = "## {words}\n\n"
    remark: str = "({words})\n\n"
    head: str = "# {title}\n\n"
    foot: str = ""
    once: bool = True
    """Whether somebody may speak only once: not where a heading could be a name as well."""
    styles: tuple[str, ...] = ("first", "full", "titled", "FIRST", "FULL", "TITLED", "Mr. LAST")
    divided: bool = True
    """Whether headings and remarks may stand between the turns."""
    paragraphs: bool = True
    """Whether a turn may have several."""

    @property
    def directions(self) -> bool:
        """Whether it has a place for them."""
        return "{direction}" in self.turn

    def text(self, dialogue: Dialogue) -> str:
        """The whole file."""
        keep = escape if self.file.endswith(("ml", "epub")) else str
        pieces = (
            self._piece(piece, keep(piece.words) if isinstance(piece, Between) else "", dialogue)
            for piece in dialogue.pieces
        )
        title = keep(dialogue.title)
        head = self.head.format(title=title, language=dialogue.language)
        return head + "".join(pieces) + self.foot

    def _piece(self, piece: Said | Between, words: str, dialogue: Dialogue) -> str:
        if isinstance(piece, Between):
            return (self.heading if piece.heading else self.remark).format(words=words)
        keep = escape if self.file.endswith(("ml", "epub")) else str
        first, *more = map(keep, piece.paragraphs)
        rest = "".join(self.rest.format(words=words) for words in more)
        direction = f" ({keep(piece.direction)})" if piece.direction else ""
        name = keep(piece.speaker)
        return self.turn.format(
            name=name, direction=direction, first=first, rest=rest, id="".join(filter(str.isalnum, piece.speaker))
        )


def _markdown(name: str, turn: str, rest: str = "{words}\n\n", **more: object) -> Markup:
    return Markup(f"Markdown, {name}", "talk.md", turn + "{rest}", rest, **more)  # type: ignore[arg-type]


def _page(name: str, turn: str, rest: str = "<p>{words}</p>\n", file: str = "talk.html", **more: object) -> Markup:
    kind = {"talk.html": "HTML", "talk.xhtml": "XHTML", "talk.epub": "EPUB"}[file]
    print = {"heading": "<h2>{words}</h2>\n", "remark": "<p>({words})</p>\n", "foot": _END} | more
    return Markup(f"{kind}, {name}", file, turn, rest, **{"head": _PAGE if kind == "HTML" else _XHTML} | print)  # type: ignore[arg-type]


_PAGES = (
    ("bold", "<p><b>{name}:</b>{direction} {first}</p>\n"),
    ("bold, colon outside", "<p><strong>{name}</strong>{direction}: {first}</p>\n"),
    ("bold and a stop", "<p><b>{name}.</b>{direction} {first}</p>\n"),
    ("italics", "<p><i>{name}.</i> {first}</p>\n"),
    ("a class", '<p><span class="speaker">{name}</span> {first}</p>\n'),
    ("a class of its own paragraph", '<p class="speaker">{name}</p>\n<p class="speech">{first}</p>\n'),
    ("plain", "<p>{name}: {first}</p>\n"),
    ("bold above", "<p><b>{name}</b></p>\n<p>{first}</p>\n"),
    ("bold before a line", "<p><b>{name}</b><br/>{first}</p>\n"),
    ("cite", "<div><cite>{name}:</cite> <p>{first}</p></div>\n"),
)

MARKUPS = (
    _markdown("bold", "**{name}:**{direction} {first}\n\n"),
    _markdown("bold, colon outside", "**{name}**{direction}: {first}\n\n"),
    _markdown("bold and a stop", "**{name}.** {first}\n\n"),
    _markdown("underscores", "__{name}:__ {first}\n\n"),
    _markdown("emphasis", "*{name}:* {first}\n\n", "{words}\n\n"),
    _markdown("plain", "{name}: {first}\n\n"),
    _markdown("plain behind settings", "{name}: {first}\n\n", head="---\ntitle: {title}\nlang: {language}\n---\n\n"),
    _markdown("quoted", "> **{name}:** {first}\n\n", "> {words}\n\n", remark="({words})\n\n"),
    _markdown("bullets", "- **{name}:** {first}\n", divided=False, paragraphs=False),
    _markdown("bold above", "**{name}**\n\n{first}\n\n", once=False),
    _markdown("bold before a line", "**{name}**  \n{first}\n\n", once=False),
    _markdown("headings", "### {name}\n\n{first}\n\n", divided=False, once=False),
    _markdown("bold with times", "**{name}** [00:01:05]: {first}\n\n"),
    Markup(
        "Org, bold",
        "talk.org",
        "*{name}:* {first}\n\n{rest}",
        "{words}\n\n",
        "* {words}\n\n",
        head="#+TITLE: {title}\n\n",
    ),
    Markup(
        "Org, plain",
        "talk.org",
        "{name}: {first}\n\n{rest}",
        "{words}\n\n",
        "* {words}\n\n",
        head="#+TITLE: {title}\n\n",
    ),
    Markup(
        "Org, list",
        "talk.org",
        "- {name} :: {first}\n{rest}",
        "  {words}\n",
        "\n* {words}\n\n",
        "\n({words})\n\n",
        "#+TITLE: {title}\n\n",
    ),
    Markup(
        "wikitext, bold",
        "talk.wiki",
        "'''{name}:''' {first}\n\n{rest}",
        "{words}\n\n",
        "== {words} ==\n\n",
        head="= {title} =\n\n",
    ),
    *(_page(name, turn + "{rest}") for name, turn in _PAGES),
    *(_page(name, turn + "{rest}", file="talk.xhtml") for name, turn in _PAGES),
    *(_page(name, turn + "{rest}", file="talk.epub") for name, turn in _PAGES),
    _page(
        "plain capitals and a stop", "<p>{name}. {first}</p>\n{rest}", styles=("FIRST", "FULL", "TITLED", "Mr. LAST")
    ),
    _page("terms", "<dt>{name}</dt><dd>{first}{rest}</dd>\n", "<p>{words}</p>"),
    _page("table", "<tr><td>{name}</td><td>{first}{rest}</td></tr>\n", "<br/>{words}"),
    _page(
        "persona",
        '<tr><td epub:type="z3998:persona">{name}</td><td><p>{first}</p>{rest}</td></tr>\n',
        head=_XHTML + "<table>\n",
        file="talk.epub",
        foot="</table>" + _END,
    ),
    Markup(
        "TEI, drama",
        "talk.xml",
        '<sp who="#{id}"><speaker>{name}{direction}.</speaker><p>{first}</p>{rest}</sp>\n',
        "<p>{words}</p>",
        "</div><div><head>{words}</head>\n",
        "<stage>({words})</stage>\n",
        _TEI + "<div><head>{title}</head>\n",
        "</div></body></text></TEI>",
    ),
    Markup(
        "TEI, spoken",
        "talk.xml",
        '<u who="#{id}">{first}{rest}</u>\n',
        " {words}",
        "</div><div><head>{words}</head>\n",
        "<incident><desc>{words}</desc></incident>\n",
        _TEI + "<div><head>{title}</head>\n",
        "</div></body></text></TEI>",
    ),
    Markup(
        "TEI, record",
        "talk.xml",
        "<p>{name}: {first}</p>\n{rest}",
        "<p>{words}</p>\n",
        "<p>{words}</p>\n",
        "<p>[{words}]</p>\n",
        _RECORD,
        "</div></body></text></TEI>",
        divided=False,
    ),
)
