"""Notes, keys and measures of music: C#, f#, m. 44."""

from __future__ import annotations

from tui_reader.narration.normalization.designations import letters
from tui_reader.narration.normalization.rule import INNER_STOP, Rule, compiled, without_stop

_OF_MUSIC = (
    r"(?i:\b(?:bars?|mvts?|movements?|chords?|minor|sharps?|trill|melody|rhythm|tempo|fugue|sonata|quartet|cadence|sang|sung|sings?|8va|legato|staccato"
    r"|violins?|cellos?|oboes?|pianos?|clarinets?|flutes?|horns?|trumpets?|downbeat|crescendo|fermata)\b)|[A-Ga-g][#♯♭]"
)

RULES = (
    Rule(
        "notes",
        (
            ("in C# minor", "in C sharp minor"),
            ("play the f#.", "play the F sharp."),
            ("A#", "eh sharp"),
            ("#5", "number 5"),
        ),
        r"(?<![\w#])(?P<note>[A-Ga-g])[#♯](?!\w)",
        lambda match: f"{letters(match['note'].upper())} sharp",
        frozenset("#♯"),
    ),
    Rule(
        "keys",
        (
            ("in C maj., then E-flat min.", "in C major, then E-flat minor."),
            ("Vitamin D min. dose", "Vitamin D min. dose"),
        ),
        r"(?:(?<=\bin\s[A-G]\s)|(?<=\b[A-G]\s)(?=m\w\w\.?\s(?:chord|scale|triad))|(?<=\b[A-G][#♯♭]\s)|(?<=-flat\s)|(?<=-sharp\s))(?P<said>(?P<key>maj|min)\b\.?)(?!\s?\d)",
        lambda match: without_stop(f"{match['key']}or", match) if match[0].endswith(".") else f"{match['key']}or",
        frozenset(("maj", "min")),
    ),
    Rule(
        "measures",
        (
            ("the oboe in mm. 3-5, m. 44", "the oboe in measures 3 to 5, measure 44"),
            ("at m. 44 of it", "at m. 44 of it"),
        ),
        r"(?<![\w.])(?<!\d\s)m(?P<many>m?)\.(?=\s?\d{1,3}(?![\d.]))",
        lambda match: "measure" + "s" * bool(match["many"]) if compiled(_OF_MUSIC).search(match.string) else None,
        INNER_STOP,
    ),
)
