"""Versions, addresses of machines, hexadecimal numbers and codes of colours."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import GLUED, POINT, Rule, one_of, words

_PROGRAMS = words("""
    Python Java Node Node.js iOS iPadOS macOS OS Android Ubuntu Debian Fedora Windows Firefox Chrome Safari Go Rust PHP
    Ruby Perl Linux kernel Django Rails React Angular Vue PostgreSQL Postgres MySQL SQLite Redis Kubernetes Docker
    TypeScript Scala Kotlin Swift Git version Version release Release versions v build GCC Qt GNOME KDE Blender TLS SSL
""")


def _spelled(figures: str) -> str:
    """Hexadecimal figures one by one, letters as letters: "1F": "1 F"; "DEAD": "D.E.A.D"."""
    return " ".join(
        (part if len(part) < 3 else " ".join(part)) if part.isdigit() else ".".join(part.upper())
        for part in re.findall(r"\d+|[A-Fa-f]+", figures)
    )


RULES = (
    Rule(
        "versions",
        (("192.168.0.1", "192 dot 168 dot 0 dot 1"),),
        r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\w|\w)",
        lambda match: match[0].replace(".", " dot "),
        POINT,
    ),
    Rule(
        "versions",
        (("on 3.12rc1 it", "on 3 point 12 R.C 1 it"), ("1.0.0-beta2", "1 point 0 point 0 beta 2")),
        r"(?<![\w.,$-])(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})-?(?P<stage>rc|alpha|beta|dev|post)\.?(?P<of>\d{1,3})(?![\w.]\w|\w)",
        lambda match: f"{match['number'].replace('.', ' point ')} {match['stage'].replace('rc', 'R.C')} {match['of']}",
        POINT,
    ),
    Rule(
        "versions",
        (
            ("Python 3.11.4 on it", "Python 3 point 11 point 4 on it"),
            ("v2.0.1-rc1", "version 2 point 0 point 1-rc1"),
            ("see 4.2.1.", "see 4 point 2 point 1."),
        ),
        r"(?<![\w.,$])(?P<v>[vV]\.?\s?(?=\d))?\d{1,4}(?:\.\d{1,4}){2,4}(?:(?<=\d)(?P<x>\.[xX]\b))?(?!\w|\.\d)",
        lambda match: ("version " if match["v"] else "") + re.sub(r"^[vV]\.?\s?", "", match[0]).replace(".", " point "),
        POINT,
    ),
    Rule(
        "versions",
        (("Python 3.11 is", "Python 3 point 11 is"), ("TLS 1.3", "TLS 1.3")),
        rf"\b{one_of(_PROGRAMS)}\s(?P<said>(?P<major>\d{{1,2}})\.(?P<minor>[1-9]\d))(?![\w%]|\.\d)",
        lambda match: f"{match['major']} point {match['minor']}",
        POINT,
    ),
    Rule(
        "versions",
        (("v2 and V1.10", "version 2 and version 1.10"), ("v. 5, a V8", "v. 5, a V8")),
        r"(?<![\w.-])(?:v|V(?=\d{1,3}\.\d))(?=\d{1,3}(?:\.\d{1,3}(?:\.[xX])?)?(?![\w.]\w|\w))",
        "version ",
        GLUED,
    ),
    Rule(
        "versions",
        (("IPv6 and IPv4", "I.P V 6 and I.P V 4"),),
        r"\bIPv(?=[46]\b)",
        "I.P V ",
        GLUED,
    ),
    Rule(
        "binary numbers",
        (("0b0101", "0 b 0 1 0 1"),),
        r"(?<![\w.])0b(?P<figures>[01]{1,32})\b",
        lambda match: "0 b " + " ".join(match["figures"]),
        GLUED,
    ),
    Rule(
        "hexadecimal numbers",
        (("0x1F boxes", "0 x 1 F boxes"), ("at 0xDEAD", "at 0 x D.E.A.D"), ("#FF00aa", "hash F.F 00 A.A")),
        r"(?<![\w.])(?P<sign>0[xX]|#(?=[0-9]*[A-Fa-f][0-9A-Fa-f]*\b)(?=\w{6}\b))(?P<figures>[0-9A-Fa-f]{1,16})\b",
        lambda match: ("hash " if match["sign"] == "#" else "0 x ") + _spelled(match["figures"]),
        GLUED | frozenset("#"),
    ),
)
