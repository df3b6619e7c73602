"""Makes the players of a reading: with the engine that is set, and a next one for when that is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from tui_reader.settings import Settings
from tui_reader.tts.open_engine import LIVE, default_engine

if TYPE_CHECKING:
    from tui_reader.playback.device import Device
    from tui_reader.playback.events import Event
    from tui_reader.playback.player import Player
    from tui_reader.playback.player_protocol import PlayerProtocol
    from tui_reader.playback.recording.recording import Recording
    from tui_reader.startup.reading_options import SoundStream
    from tui_reader.tts.engine import Engine
    from tui_reader.tts.render import Casting, SpeechStyle


PostEvent = Callable[["Event"], None]
"""Takes an event of a player, in any thread."""


class EventRelay:
    """Passes the player's events on to the face that is shown."""

    def __init__(self, post: PostEvent) -> None:
        self.post = post
        """Takes them now; another when the face changes."""

    def __call__(self, event: Event) -> None:
        """Pass one on, in any thread."""
        self.post(event)


class PlayerFactory:
    """Makes the first player when sound is first wanted, and the next one when that is lost."""

    def __init__(self, settings: Settings, sound: bool, post: PostEvent, stream: SoundStream | None = None) -> None:
        """`sound` False: no device is opened, and no engine plays its sound by itself; nor does it with a `stream`, to
        which the sound is written."""
        self._sound, self._post, self._stream = sound, post, stream
        self._begun: Device | None = None
        """The device that writes to the stream, from its beginning until a player takes it over."""
        self.recording: Callable[[], Recording | None] = lambda: None
        """Gives the recording of the document that is read, where it has one."""
        self.take(settings)

    def take(self, settings: Settings) -> None:
        """Make the next player by these settings, even where one was lost before."""
        self._settings = settings
        self._is_live = settings.engine in LIVE and self._sound and not self._stream
        """Whether the engine of the next player plays its sound by itself."""

    def begin_stream(self) -> None:
        """Send the head of the stream, if the sound goes into one: whoever listens need not wait for the voices.

        A recording has a sample rate of its own, so its stream begins when it is opened.
        """
        if self._stream and not self.recording():
            from tui_reader.tts.engine import SAMPLE_RATE

            self._begun = _stream_device(self._stream, SAMPLE_RATE, self._post)

    def __call__(self, casting: Casting, style: SpeechStyle) -> PlayerProtocol:
        """The next player; a recording is played by this program, whatever else speaks."""
        recording = self.recording()
        if self._is_live and not recording:
            self._is_live = False
            return make_live_player(self._settings, self._sound, casting, style, self._post)
        open_stream = self._open_stream if self._stream else None
        return make_player(self._settings, self._sound, casting, style, self._post, recording, open_stream)

    def close(self) -> None:
        """End the stream if it has begun and no player took it over."""
        if self._begun:
            self._begun.close()
            self._begun = None

    def _open_stream(self, sample_rate: int) -> Device:
        assert self._stream
        begun, self._begun = self._begun, None
        return begun or _stream_device(self._stream, sample_rate, self._post)


def make_player(
    settings: Settings,
    sound: bool,
    casting: Casting,
    style: SpeechStyle,
    post: PostEvent,
    recording: Recording | None = None,
    open_stream: Callable[[int], Device] | None = None,
) -> Player:
    """A player with the engine that is set; should it fail, with espeak-ng, and then in silence at the pace of speech.

    `sound` False: no device is opened. With a `recording` the engine says what that lacks. `open_stream` gives, for a
    sample rate, what takes the sound in place of a device.
    """
    from tui_reader.playback.open_device import open_device
    from tui_reader.playback.player import Player
    from tui_reader.playback.silent_device import SilentDevice
    from tui_reader.tts.engine_watchdog import with_watchdog
    from tui_reader.tts.open_engine import open_engine

    def device(sample_rate: int) -> tuple[Device, str | None]:
        if open_stream:
            return open_stream(sample_rate), None
        if not sound:
            return SilentDevice(sample_rate), None
        return open_device(sample_rate, settings.buffer, settings.device)

    first = default_engine() if settings.engine in LIVE else settings.engine
    engines: list[Callable[[], Engine]] = [
        partial(with_watchdog, partial(open_engine, name)) for name in dict.fromkeys((first, "espeak", "quiet"))
    ]
    if recording:
        from tui_reader.playback.events import Trouble
        from tui_reader.playback.recording.recording_engine import with_recording

        engines = [
            partial(with_recording, opener, recording, lambda line: post(Trouble(line)), style.recording)
            for opener in engines
        ]
    return Player(engines, device, casting, style, post)


def _stream_device(stream: SoundStream, sample_rate: int, post: PostEvent) -> Device:
    """The device that writes to a stream; it posts the error that ends it."""
    from tui_reader.playback.events import StreamEnded
    from tui_reader.playback.stream_device import StreamDevice
    from tui_reader.playback.stream_encoding import ENCODERS

    encoder = ENCODERS[stream.format](sample_rate)
    return StreamDevice(sample_rate, encoder, stream.descriptor, lambda error: post(StreamEnded(error)))


def make_live_player(
    settings: Settings, sound: bool, casting: Casting, style: SpeechStyle, post: PostEvent
) -> PlayerProtocol:
    """A player whose engine plays its sound by itself; should that fail, it posts `Lost`."""
    from tui_reader.playback.live_player import LivePlayer
    from tui_reader.startup.screen_reader_detection import find_screen_reader
    from tui_reader.tts.open_engine import open_live_engine

    return LivePlayer(partial(open_live_engine, settings.engine), casting, style, post, cache(find_screen_reader))
