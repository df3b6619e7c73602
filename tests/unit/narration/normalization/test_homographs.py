"""Words with two sounds: each sentence is said as the same sentence with a word that has one sound."""

from __future__ import annotations

import pytest

from tests.support.normalized import spelled
from tests.support.phonemes import said
from tui_reader.narration.normalization import TextNormalizer

SENTENCES = [
    ("I read the letter last night.", "read", "ɹˈɛd"), ("Please read the letter.", "read", "ɹˈiːd"),
    ("The nurse read it.", "read", "ɹˈɛd"), ("Did the nurse read it?", "read", "ɹˈiːd"),
    ("Mr. Ball read the note.", "read", "ɹˈɛd"), ("I read books every day.", "read", "ɹˈiːd"),
    ("Please close the door.", "close", "klˈoʊz"), ("It was a close call.", "close", "klˈoʊs"),
    ("At the close of the war.", "close", "klˈoʊz"), ("She lives close to the river.", "close", "klˈoʊs"),
    ("He had lead poisoning.", "lead", "lˈɛd"), ("It will lead to war.", "lead", "lˈiːd"),
    ("The use of lead is banned.", "lead", "lˈɛd"), ("We took the lead.", "lead", "lˈiːd"),
    ("He caught a bass.", "bass", "bˈæs"), ("He plays the bass.", "bass", "bˈeɪs"),
    ("They wound the clock.", "wound", "wˈaʊnd"), ("The wound is deep.", "wound", "wˈuːnd"),
    ("The road wound through the hills.", "wound", "wˈaʊnd"), ("A flesh wound.", "wound", "wˈuːnd"),
    ("A tear in my coat.", "tear", "tˈɛɹ"), ("A tear ran down her cheek.", "tear", "tˈɪɹ"),
    ("Record the song.", "record", "ɹᵻkˈɔːɹd"), ("The record is broken.", "record", "ɹˈɛkɚd"),
    ("Long live the king.", "live", "lˈɪv"), ("A live show.", "live", "lˈaɪv"),
    ("Wind the clock.", "wind", "wˈaɪnd"), ("A strong wind.", "wind", "wˈɪnd"),
    ("In minute quantities.", "minute", "mˈaɪnuːt"), ("Wait a minute.", "minute", "mˈɪnɪt"),
    ("I object to that.", "object", "əbdʒˈɛkt"), ("The object is round.", "object", "ˈɑːbdʒɛkt"),
    ("Refuse collection.", "refuse", "ɹˈɛfjuːs"), ("They refuse to go.", "refuse", "ɹᵻfjˈuːz"),
    ("Use the phone.", "use", "jˈuːz"), ("The use of force.", "use", "jˈuːs"),
    ("Go read this book.", "read", "ɹˈiːd"), ("If I read it twice, I forget it.", "read", "ɹˈiːd"),
    ("We used to make things.", "used", "jˈuːst"), ("A shorthand used to store data.", "used", "jˈuːzd"),
    ("A fork and knife, use case by use case.", "use", "jˈuːs"), ("A cow and dove.", "dove", "dˈʌv"),
    ("Let a visible object be set there.", "object", "ˈɑːbdʒɛkt"),
    ("I used to go.", "used", "jˈuːst"), ("It is used to cut wood.", "used", "jˈuːzd"),
    ("He made a low bow.", "bow", "bˈaʊ"), ("A bow and arrow.", "bow", "bˈoʊ"),
    ("They had a row about money.", "row", "ɹˈaʊ"), ("A row of houses.", "row", "ɹˈoʊ"),
    ("A fat sow.", "sow", "sˈaʊ"), ("Sow the seeds.", "sow", "sˈoʊ"),
    ("They desert the army.", "desert", "dɪzˈɜːt"), ("In the desert.", "desert", "dˈɛzɚt"),
    ("I am content.", "content", "kəntˈɛnt"), ("The content of it.", "content", "kˈɑːntɛnt"),
    ("Polish the silver.", "polish", "pˈɑːlɪʃ"), ("A Polish officer.", "polish", "pˈoʊlɪʃ"),
    ("He dove into the pool.", "dove", "dˈoʊv"), ("A white dove.", "dove", "dˈʌv"),
    ("The witness lives in Rome.", "lives", "lˈɪvz"), ("They lost their lives.", "lives", "lˈaɪvz"),
    ("No excuse.", "excuse", "ɛkskjˈuːs"), ("Excuse me.", "excuse", "ɛkskjˈuːz"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "word", "sounds"), SENTENCES)
def test_a_word_with_two_sounds_has_that_of_its_sentence(
    normalizer: TextNormalizer, printed: str, word: str, sounds: str
) -> None:
    given = "".join(f"[[{piece.phonemes}]]" if piece.phonemes else piece.said for piece in normalizer.pieces(printed))
    assert sounds in said(given)
    assert word in printed.lower()


@pytest.mark.parametrize(
    "sign", ["read ", "Read the ", "a tear in the ", "I read ", "close, ", "to the a b ", "lead of "]
)
def test_rows_of_such_words_are_quick(normalizer: TextNormalizer, sign: str) -> None:
    assert spelled(normalizer, (sign * 400)[:400])
