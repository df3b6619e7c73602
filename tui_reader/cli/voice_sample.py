"""Plays one voice, for `tui-reader voices VOICE --say`."""

from __future__ import annotations

from queue import SimpleQueue

from tui_reader.casting.voice import Voice
from tui_reader.cli.command_output import complain_each
from tui_reader.cli.voice_lists import voice_named
from tui_reader.document.model import NARRATOR, Kind
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import SpokenPiece, Utterance, queued
from tui_reader.playback.events import Event, Finished, Trouble
from tui_reader.startup.engine_voices import engine_voices
from tui_reader.startup.player_factory import make_player
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.terminal.output import complain
from tui_reader.terminal.signals import orderly_ending
from tui_reader.tts.render import SpeechStyle


def play_voice(id: str, text: str, options: ReadingOptions) -> None:
    """Play a voice saying a text, or its own description where the text is empty; returns at the end of the sound.

    Raises UsageError for an unknown voice or engine.
    """
    settings, warnings = effective_settings(options)
    voice = voice_named(engine_voices(settings.engine), id)
    words = text.strip() or voice.about or voice.name
    utterance = Utterance(0, 0, NARRATOR, Kind.PARAGRAPH, words, None, (SpokenPiece(0, len(words), words),), Pause.END)
    style = SpeechStyle(settings.speed, settings.stereo)
    inbox: SimpleQueue[Event] = SimpleQueue()
    with orderly_ending():
        player = make_player(settings, options.sound, _OneVoice(voice), style, inbox.put)
        try:
            complain_each(warnings)
            player.volume = settings.volume
            player.play(queued([utterance]))
            while not isinstance(event := inbox.get(), Finished):
                if isinstance(event, Trouble):
                    complain(event.line)
        finally:
            player.close()


class _OneVoice(NamedTuple):
    """A cast in which everybody has the same voice."""

    only: Voice

    def voice(self, speaker: str) -> Voice:
        """That voice, whoever speaks."""
        return self.only
