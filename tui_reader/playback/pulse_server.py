"""What the PulseAudio (or PipeWire) server tells of the sink on which this program's sound is played, by libpulse.

miniaudio uses the same library. One thread owns the connection: it sleeps until the server tells of a change.
"""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Callable
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any

from tui_reader.named_tuple import NamedTuple

_READY, _FAILED = 4, 5
"""States of a connection; those from _FAILED on are its end."""
_NO_AUTOSPAWN = 1
_SINKS, _SINK_INPUTS = 0x1, 0x4
_FACILITY, _SINK = 0xF, 0
_TYPE, _REMOVED = 0x30, 0x20
_NOTICE = ctypes.CFUNCTYPE(None, c_void_p, c_void_p)
_EVENT = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
_ANSWER = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_void_p)


class Sink(NamedTuple):
    """A sink on which sound is played."""

    number: int
    """The server's number for it, which it keeps as long as it is there."""
    description: str
    words: str
    """The name of its port, or where it has none its own name and description; and its form factor."""


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _ChannelMap(ctypes.Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * 32))


class _Volume(ctypes.Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))


class _PortInfo(ctypes.Structure):
    _fields_ = (("name", c_char_p), ("description", c_char_p))


class _SinkInputInfo(ctypes.Structure):
    _fields_ = (
        ("index", c_uint32), ("name", c_char_p), ("owner_module", c_uint32), ("client", c_uint32), ("sink", c_uint32),
        ("sample_spec", _SampleSpec), ("channel_map", _ChannelMap), ("volume", _Volume), ("buffer_usec", c_uint64),
        ("sink_usec", c_uint64), ("resample_method", c_char_p), ("driver", c_char_p), ("mute", c_int),
        ("properties", c_void_p),
    )  # fmt: skip


class _SinkInfo(ctypes.Structure):
    _fields_ = (
        ("name", c_char_p), ("index", c_uint32), ("description", c_char_p), ("sample_spec", _SampleSpec),
        ("channel_map", _ChannelMap), ("owner_module", c_uint32), ("volume", _Volume), ("mute", c_int),
        ("monitor_source", c_uint32), ("monitor_source_name", c_char_p), ("latency", c_uint64), ("driver", c_char_p),
        ("flags", c_int), ("properties", c_void_p), ("configured_latency", c_uint64), ("base_volume", c_uint32),
        ("state", c_int), ("volume_steps", c_uint32), ("card", c_uint32), ("ports_count", c_uint32),
        ("ports", c_void_p), ("active_port", POINTER(_PortInfo)),
    )  # fmt: skip


class PulseServer:
    """A connection to the server. Only `stop` may be called from another thread."""

    def __init__(self, played_on: Callable[[Sink], None], removed: Callable[[int], None]) -> None:
        """`played_on` is given the sink that plays this program's sound, at first and after changes of sinks.

        `removed` is given the number of each sink that goes. Raises OSError without libpulse.
        """
        self._pulse = _library()
        self._played_on, self._removed = played_on, removed
        self._stopped = False
        self._ending = threading.Lock()
        # Referred to here: libpulse keeps pointers to them.
        self._on_state, self._on_event = _NOTICE(self._state_changed), _EVENT(self._changed)
        self._on_sink_input, self._on_sink = _ANSWER(self._take_sink_input), _ANSWER(self._take_sink)
        self._loop = self._pulse.pa_mainloop_new()
        self._context = self._pulse.pa_context_new(self._pulse.pa_mainloop_get_api(self._loop), b"tui-reader")

    def run(self) -> None:
        """Tell of changes until `stop` is called or the server goes, then release everything."""
        pulse, context = self._pulse, self._context
        pulse.pa_context_set_state_callback(context, self._on_state, None)
        pulse.pa_context_set_subscribe_callback(context, self._on_event, None)
        if pulse.pa_context_connect(context, None, _NO_AUTOSPAWN, None) >= 0:
            while not self._stopped and pulse.pa_mainloop_iterate(self._loop, 1, None) >= 0:
                pass
        with self._ending:
            self._stopped = True
            pulse.pa_context_set_state_callback(context, _NOTICE(), None)
            pulse.pa_context_disconnect(context)
            pulse.pa_context_unref(context)
            pulse.pa_mainloop_free(self._loop)

    def stop(self) -> None:
        """Let `run` come to its end. Safe to call twice."""
        with self._ending:
            if not self._stopped:
                self._stopped = True
                self._pulse.pa_mainloop_wakeup(self._loop)

    def _state_changed(self, context: int, _: int) -> None:
        state = self._pulse.pa_context_get_state(context)
        if state >= _FAILED:
            self._stopped = True
        elif state == _READY:
            self._drop(self._pulse.pa_context_subscribe(context, _SINKS | _SINK_INPUTS, None, None))
            self._ask_sink_inputs()

    def _changed(self, context: int, event: int, index: int, _: int) -> None:
        if event & _FACILITY == _SINK and event & _TYPE == _REMOVED:
            self._removed(index)
        else:
            self._ask_sink_inputs()

    def _ask_sink_inputs(self) -> None:
        self._drop(self._pulse.pa_context_get_sink_input_info_list(self._context, self._on_sink_input, None))

    def _take_sink_input(self, context: int, info: int | None, end: int, _: int) -> None:
        if end or not info:
            return
        found = ctypes.cast(info, POINTER(_SinkInputInfo)).contents
        if self._property(found.properties, b"application.process.id") == str(os.getpid()):
            self._drop(self._pulse.pa_context_get_sink_info_by_index(context, found.sink, self._on_sink, None))

    def _take_sink(self, context: int, info: int | None, end: int, _: int) -> None:
        if end or not info:
            return
        found = ctypes.cast(info, POINTER(_SinkInfo)).contents
        description = _text(found.description)
        words = [_text(found.name), description, self._property(found.properties, b"device.form_factor")]
        if found.active_port:
            words = [_text(found.active_port.contents.name), *words[2:]]
        self._played_on(Sink(found.index, description, " ".join(words)))

    def _property(self, properties: int, name: bytes) -> str:
        return _text(self._pulse.pa_proplist_gets(properties, name))

    def _drop(self, operation: int | None) -> None:
        if operation:
            self._pulse.pa_operation_unref(operation)


def _text(words: bytes | None) -> str:
    return (words or b"").decode(errors="replace")


def _library() -> Any:
    """libpulse. Raises OSError where it is not installed."""
    pulse = ctypes.CDLL("libpulse.so.0")
    for name, result, *arguments in (
        ("pa_mainloop_new", c_void_p),
        ("pa_mainloop_get_api", c_void_p, c_void_p),
        ("pa_mainloop_iterate", c_int, c_void_p, c_int, c_void_p),
        ("pa_mainloop_wakeup", None, c_void_p),
        ("pa_mainloop_free", None, c_void_p),
        ("pa_context_new", c_void_p, c_void_p, c_char_p),
        ("pa_context_set_state_callback", None, c_void_p, _NOTICE, c_void_p),
        ("pa_context_set_subscribe_callback", None, c_void_p, _EVENT, c_void_p),
        ("pa_context_connect", c_int, c_void_p, c_char_p, c_int, c_void_p),
        ("pa_context_get_state", c_int, c_void_p),
        ("pa_context_subscribe", c_void_p, c_void_p, c_int, c_void_p, c_void_p),
        ("pa_context_get_sink_input_info_list", c_void_p, c_void_p, _ANSWER, c_void_p),
        ("pa_context_get_sink_info_by_index", c_void_p, c_void_p, c_uint32, _ANSWER, c_void_p),
        ("pa_context_disconnect", None, c_void_p),
        ("pa_context_unref", None, c_void_p),
        ("pa_operation_unref", None, c_void_p),
        ("pa_proplist_gets", c_char_p, c_void_p, c_char_p),
    ):
        function = getattr(pulse, name)
        function.restype, function.argtypes = result, arguments
    return pulse
