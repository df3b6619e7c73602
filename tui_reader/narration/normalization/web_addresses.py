"""Web and mail addresses."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule, compiled, one_of, words


def _site(match: re.Match[str]) -> str:
    path = match["path"] or ""
    said = path.replace("/", " slash ") if compiled(r"(?:/[A-Za-z\d-]{1,16}){1,2}/?").fullmatch(path) else ""
    return match["site"].replace(".", " dot ") + said.removesuffix(" slash ") + match["stop"]


_ENDINGS = words("com org net edu gov mil int info io ai dev app fm tv co.uk ac.uk gov.uk")

RULES = (
    Rule(
        "file paths",
        ((r"open C:\Users\notes.txt.", "open C colon backslash Users backslash notes dot txt."),),
        r"\b[A-Z]:\\[^\s<>\"|?*]*[\w\\]",
        lambda match: match[0].replace(":", " colon", 1).replace("\\", " backslash ").replace(".", " dot ").rstrip(),
        frozenset("\\"),
    ),
    Rule(
        "web addresses",
        (
            ("see https://www.example.org/a_b?c=d.", "see example dot org."),
            ("at https://example.org/docs/v2.", "at example dot org slash docs slash v2."),
            ("at http://localhost:3000/admin.", "at localhost slash admin."),
            ("at www.example.co.uk, we", "at example dot co dot uk, we"),
        ),
        r"(?:\bhttps?://(?:www\.)?|\bwww\.)(?P<site>[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?P<path>[/?#][^\s<>\"”)]*?)?(?P<stop>[.,;:!?]?)(?=[\s<>\"”)]|$)",
        _site,
        frozenset(("http", "https", "www")),
    ),
    Rule(
        "mail addresses",
        (("to jane.doe@example.org", "to jane dot doe at example dot org"),),
        r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+",
        lambda match: match[0].replace("@", " at ").replace(".", " dot ").replace("_", " underscore "),
        frozenset("@"),
    ),
    Rule(
        "web addresses",
        (
            ("see example.com/shop, or nasa.gov", "see example dot com slash shop, or nasa dot gov"),
            ("Amazon.com's", "Amazon dot com's"),
            ("the end.In fact", "the end.In fact"),
        ),
        rf"(?<![\w.@/-])(?P<site>[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.{one_of(_ENDINGS)})(?![\w-])(?P<path>(?:/[A-Za-z\d-]{{1,16}}){{1,2}}/?(?=[\s,;:!?)]|\.\s|\.?$))?(?P<stop>)",
        _site,
        frozenset(ending.rpartition(".")[2] for ending in _ENDINGS),
    ),
    Rule(
        "hashtags",
        (("#TeamJacob and #blessed", "hashtag Team Jacob and hashtag blessed"), ("item #5", "item number 5")),
        r"(?<![\w&/#])#(?!(?=[A-Fa-f\d]*\d)[A-Fa-f\d]{6}\b)(?P<tag>[A-Za-z]\w*)",
        lambda match: "hashtag " + " ".join(compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+").findall(match["tag"])),
        frozenset("#"),
    ),
)
