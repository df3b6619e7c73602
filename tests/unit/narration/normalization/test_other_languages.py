"""What is said in German, French, Spanish and Italian; English rules are never used there."""

from __future__ import annotations

import pytest

from tui_reader.narration.normalization import TextNormalizer
from tui_reader.narration.normalization.rules import OTHER_LANGUAGES

EXAMPLES = [
    (language, *example) for language, rules in OTHER_LANGUAGES.items() for rule in rules for example in rule.examples
]


def said(normalizer: TextNormalizer, printed: str, language: str) -> str:
    """The words that are said for printed ones in a language."""
    return "".join(piece.said for piece in normalizer.pieces(printed, language))


@pytest.mark.parametrize(("language", "printed", "words"), EXAMPLES)
def test_each_rule_does_what_its_examples_say(
    normalizer: TextNormalizer, language: str, printed: str, words: str
) -> None:
    assert said(normalizer, printed, language) == words


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pl", "nl"])
def test_english_rules_are_not_used(normalizer: TextNormalizer, language: str) -> None:
    for printed in ("$5 million", "3/4", "C# & Co.", "WWII"):
        assert said(normalizer, printed, language) == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("de", "Wir treffen uns am Fr. um neun."),
        ("de", "Offen ist Mo.–Fr. 9–17 Uhr."),
        ("de", "Das kostet Fr. 20."),
        ("de", "Ich komme bis Fr. Abend."),
        ("de", "Sie hat 5 St. Kuchen bestellt."),
        ("de", "Teil II. ist fertig, Akt V. folgt."),
        ("de", "Lies Band III. des Werkes und Kapitel IV. des ersten."),
        ("de", "Ein 3. Mann kam, und ihr 2. Kind, unser 10. Jahrestag."),
        ("de", "Vitamin B und Plan B. Dann C."),
        ("de", "Sie wurde 5. in der Wertung."),
        ("de", "Peter I. Meier kam."),
        ("fr", "Les rayons X et le chromosome X."),
        ("fr", "Le plan en V et le lot X."),
        ("fr", "Roux et al. 2005"),
        ("fr", "Un Ver de terre."),
        ("fr", "Il est parti en Inde."),
        ("fr", "Malcolm X et Madame X sont là."),
        ("fr", "Le génotype XX et le chromosome XY."),
        ("fr", "La vitamine D et le plan B."),
        ("fr", "Il fait 20 °C, à 5° près."),
        ("fr", "J'ai un XXL et du XL."),
        ("fr", "Jean V. Dupont parle."),
        ("es", "Los rayos X del tipo I."),
        ("es", "El Vaticano II y Malcolm X."),
        ("es", "La Zona I y la Línea V del metro."),
        ("es", "El tomo II y el capítulo X."),
        ("es", "Baja a 5ºC, y luego a 5º bajo cero."),
        ("es", "Un ángulo de 9º exactos."),
        ("es", "La vitamina D. Luego el calcio."),
        ("es", "El señor X y la señora V llegaron."),
        ("es", "Carlos V. García llegó."),
        ("es", "Precio min. 20 euros."),
        ("it", "Ho 30 sec. di pausa."),
        ("it", "A 5° sotto zero."),
        ("it", "Un angolo di 10° esatti."),
        ("it", "Il vino è a 12° e la birra a 5° circa."),
        ("it", "Ruota di 10° a destra."),
        ("it", "I raggi X sono pronti."),
        ("it", "Il piano B e la vitamina D."),
        ("it", "Sono le ore 15 e 30 min. circa."),
        ("it", "Il 5° C"),
        ("it", "Ha 38° di febbre."),
    ],
)
def test_everyday_words_that_look_like_short_forms_stay_as_printed(
    normalizer: TextNormalizer, language: str, printed: str
) -> None:
    assert said(normalizer, printed, language) == printed


@pytest.mark.parametrize(
    ("language", "printed", "words"),
    [
        ("de", "Frau Weber und Fr. Meier aus St. Gallen", "Frau Weber und Frau Meier aus Sankt Gallen"),
        ("de", "In der 20. Sitzung", "In der zwanzigsten Sitzung"),
        ("de", "Während der 2. Halbzeit fiel der 3. Treffer.", "Während der zweiten Halbzeit fiel der dritte Treffer."),
        ("de", "Sie gehörte der 3. Armee an.", "Sie gehörte der dritten Armee an."),
        ("de", "der 2. Versuch der 3. Gruppe", "der zweite Versuch der dritten Gruppe"),
        ("de", "Montag der 3. Mai", "Montag der dritte Mai"),
        ("de", "Der 3. Versuch gelang.", "Der dritte Versuch gelang."),
        ("de", "Eine 3. Sitzung folgt.", "Eine dritte Sitzung folgt."),
        ("de", "für Karl V., unter Katharina II.", "für Karl den Fünften, unter Katharina der Zweiten."),
        ("de", "Die Truppen Karls V. kamen.", "Die Truppen Karls des Fünften kamen."),
        ("de", "Bücher u. a. m.", "Bücher und anderes mehr."),
        ("fr", "Jean-Paul II et Élisabeth II.", "Jean-Paul 2 et Élisabeth 2."),
        ("fr", "t. II, chap. IV", "t. 2, chapitre 4"),
        ("fr", "le 2nd rang, la 2nde guerre, la 1ère fois", "le second rang, la seconde guerre, la première fois"),
        ("fr", "La Ve République, l'art. 5, al. 2", "La cinquième République, l'article 5, alinéa 2"),
        ("es", "Isabel II y Felipe VI", "Isabel segunda y Felipe sexto"),
        ("es", "Juan Carlos I.", "Juan Carlos primero."),
        ("es", "del 3.º al 5º piso", "del tercero al quinto piso"),
        ("it", "nel sec. XIX e nel XV sec.", "nel secolo XIX e nel XV secolo."),
        ("it", "alla 2° ora dell'art. 5", "alla seconda ora dell'articolo 5"),
        ("it", "Dal 2° al 5° giorno dell'8° anno", "Dal secondo al quinto giorno dell'ottavo anno"),
        ("it", "nel 3° capitolo", "nel terzo capitolo"),
    ],
)
def test_cases_and_genders_are_those_of_the_sentence(
    normalizer: TextNormalizer, language: str, printed: str, words: str
) -> None:
    assert said(normalizer, printed, language) == words
