"""Chemical formulas, said letter by letter: CO2, NaCl, C6H12O6."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import GLUED, Rule, one_of, words

_ELEMENTS = words("""
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo
    Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am
""")
_PART = rf"(?:{one_of(_ELEMENTS)}|\((?:{one_of(_ELEMENTS)}|[\d₀-₉]){{1,8}}\))"
_FIGURES = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def _formula(match: re.Match[str]) -> str | None:
    formula = match["formula"].translate(_FIGURES)
    if match["formula"] == formula and re.fullmatch(r"[A-Z]{3,}\d\d?|[A-Z]{2,}\d\d+|[A-Z]\d{1,2}[A-Z]", formula):
        return None  # Rather a short form and a number, such as COP26.
    if len(set(re.findall("[A-Z][a-z]?", formula))) < 2:
        return None
    parts = re.findall(r"\d+|[A-Za-z]+", formula)
    said = " ".join(part if part.isdigit() else ".".join(part.upper()) for part in parts)
    charge = match["charge"]
    return said + (f" {'plus' if charge == '+' else 'minus'}" if charge else "")


RULES = (
    Rule(
        "formulas",
        (
            ("CO2 and Fe2O3", "C.O 2 and F.E 2 O 3"),
            ("H₂SO₄, Ca(OH)2", "H 2 S.O 4, C.A O.H 2"),
            ("COP26 and a PS5", "COP26 and a P.S 5"),
        ),
        rf"(?<![\w.-])(?P<formula>(?=[A-Za-z()]*[\d₀-₉])(?=[A-Z])(?:{_PART}[\d₀-₉]{{0,2}}){{2,8}})(?P<charge>(?<=\d)[+−-](?=[\s,.;)]|$))?(?![\w-])",
        _formula,
        GLUED | frozenset("(₀₁₂₃₄₅₆₇₈₉"),
    ),
)
