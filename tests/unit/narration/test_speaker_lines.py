"""Lines of the default reading: pages of which all is said are not spelled out, and have the same lines as if."""

from __future__ import annotations

import pytest

from tui_reader import formats
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Announce, NarrationOptions, NoteReading
from tui_reader.narration.normalization import Lexicon, TextNormalizer, make_entry
from tui_reader.narration.speaker_lines import speaker_lines

TALK = """\
AES: Good morning, Mr. Ball.  How are you?

GWB: So [laughs] it is, :-) and in 1962 it was. (Laughter.) {long}

(The telephone rings.)

And that was not all! So he said [00:12:03] to me; ʔ is a letter, and ʿAlī is a name…

AES: [Hangs up.]

GWB: ... Was it?! "Yes," he said. “No.” And so on。 第二句！と。
"""


def lines(options: NarrationOptions | None = None, normalizer: TextNormalizer | None = None) -> list[tuple[str, str]]:
    text = TALK.replace("{long}", ", ".join(["and he went on like this for the whole of that day"] * 12))
    narration = Narration(formats.parse(text.encode(), "talk.txt"), options, normalizer)
    said: dict[tuple[int, int, str], list[str]] = {}
    for utterance in narration:
        key = (utterance.page, utterance.paragraph, utterance.voice)
        said.setdefault(key, []).append(utterance.wording)
    found = list(speaker_lines(narration))
    assert found == [(voice, words) for (_, _, voice), some in said.items() if (words := " ".join(some))]
    return found


@pytest.mark.parametrize(
    "options",
    [
        NarrationOptions(),
        NarrationOptions(announce=Announce.ALWAYS),
        NarrationOptions(notes=NoteReading.END),
        NarrationOptions(spell_out=False),
        NarrationOptions(only=frozenset({"GWB"})),
    ],
)
def test_the_lines_are_what_the_utterances_say(options: NarrationOptions) -> None:
    assert lines(options)


def test_what_nobody_says_is_left_out() -> None:
    words = [words for _, words in lines()]
    assert any(one.startswith("So it is, :-) and in 1962") for one in words)
    assert not any("aughs" in one or "00:12" in one for one in words)


def test_words_that_a_lexicon_skips_are_left_out() -> None:
    skipping = TextNormalizer(Lexicon([make_entry("Ball", {"skip": True}), make_entry("1962", {"skip": True})]))
    words = [words for _, words in lines(normalizer=skipping)]
    assert not any("1962" in one for one in words)
