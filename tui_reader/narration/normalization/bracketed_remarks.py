"""Remarks of transcribers in brackets, which nobody said and which are skipped. Words that they supplied are said."""

from __future__ import annotations

from tui_reader.formats.noises import NOISE, TIME
from tui_reader.narration.normalization.rule import Rule

REMARK = "remarks"
"""The reason in the ledger for what is skipped."""
RULES = (
    Rule(
        REMARK,
        (
            ("So [laughs] it is", "So it is"),
            ("He said [unclear].", "He said."),
            ("(Laughter.) Well", " Well"),
            ("[general laughter]", ""),
            ("That [ships] is", "That [ships] is"),
            ("his [sic] word [?] here", "his word here"),
            ("\\[laughter\\]", ""),
            ("(laughing stock)", "(laughing stock)"),
            ("to [inaudible 00:12:03] it", "to it"),
            ("[00:12:03 crosstalk] it", " it"),
            ("so [laughs and coughs] it [inaudible, 3 seconds]", "so it"),
        ),
        rf"\s?{NOISE}",
        "",
        frozenset("[("),
        silences=True,
    ),
    Rule(
        REMARK,
        (("by [Kershaw 00:12:03] and", "by [Kershaw] and"),),
        rf"(?<=\w)(?P<said>\s{TIME})(?=\\?[\])])",
        "",
        frozenset("])"),
        silences=True,
    ),
)
