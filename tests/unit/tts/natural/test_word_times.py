"""When words begin, by made-up durations of their phonemes."""

from __future__ import annotations

from tui_reader.tts.natural.models import FRAME
from tui_reader.tts.natural.pronunciation import Phoneme
from tui_reader.tts.natural.word_times import AFTER_PAUSE, AFTER_WORD, WITHOUT_BLANK, word_begins


def test_a_word_is_heard_before_the_blank_in_front_of_it() -> None:
    signs = [("h", 0), ("i", 0), (" ", 0), ("ˈ", 3), ("u", 3), (",", 3), (" ", 3), ("A", 8), ("—", 8), ("O", 10)]
    durations = [10, 4, 4, 2, 1, 4, 20, 2, 4, 8, 4, 10]
    assert word_begins([Phoneme(*sign) for sign in signs], durations) == {
        0: 10 * FRAME - WITHOUT_BLANK,
        3: 18 * FRAME - AFTER_WORD,
        8: 45 * FRAME - AFTER_PAUSE,
        10: 59 * FRAME - WITHOUT_BLANK,
    }
