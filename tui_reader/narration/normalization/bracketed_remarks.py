"""Remarks of transcribers in brackets, which nobody said and which are skipped. Words that they supplied are said."""

from __future__ import annotations

from tui_reader.narration.normalization.rule import Rule, one_of, words

_NOISES = words("""
    laughs laugh laughing laughter chuckles chuckling chuckle giggles applause applauding cheers cheering sighs sigh
    coughs coughing crying sobbing whispers whispering music silence pause pauses beat noise static beep beeping tone
    unclear inaudible unintelligible indistinct indiscernible garbled garble crosstalk cross-talk overlapping ringing
    interrupting interrupted interrupts sic ? ??
""")
_PHRASES = (
    "cross talk", "overlapping talk", "clears throat", "clears his throat", "clears her throat", "phone rings",
    "phone ringing", "telephone rings", "break in recording", "tape skips",
)  # fmt: skip
_HOW = words("""
    general loud louder much more some soft quiet long short brief prolonged renewed nervous light mild slight audience
    background speaker
""")
_MORE = words("""
    loudly softly quietly nervously again continues exchange word words phrase name noise speech voice voices talk
    passage section question comment
""")


RULES = (
    Rule(
        "remarks",
        (
            ("So [laughs] it is", "So it is"),
            ("He said [unclear].", "He said."),
            ("(Laughter.) Well", " Well"),
            ("[general laughter]", ""),
            ("That [ships] is", "That [ships] is"),
            ("his [sic] word [?] here", "his word here"),
            ("\\[laughter\\]", ""),
            ("(laughing stock)", "(laughing stock)"),
        ),
        rf"\s*\\?[\[(](?i:(?:{one_of(_HOW)}\s)?{one_of((*_NOISES, *_PHRASES))}(?:\s{one_of(_MORE)})?)[.…!]*\\?[\])]",
        "",
        frozenset("[("),
    ),
)
