"""What is answered on the bus to right and wrong calls."""

from __future__ import annotations

from typing import Any

import pytest

from tui_reader.desktop import mpris
from tui_reader.desktop.player_view import PlayerView
from tui_reader.playback.asked import Asked, Wish

pytest.importorskip("jeepney", reason="it is for Linux only")
from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, new_method_call

from tui_reader.desktop.bus_answers import answer, properties_changed, seeked

VIEW = PlayerView("Playing", 1.0, 1.0, "/tui_reader/page/2", 2, "A Talk", "Anne", 10.0, 3.0, True, True)


def call(
    interface: str | None, member: str, signature: str | None = None, body: tuple[Any, ...] = (), path: str = mpris.PATH
) -> Message:
    address = DBusAddress(path, mpris.NAME, interface)
    return Message.from_buffer(new_method_call(address, member, signature, body).serialise(7))


def answered(message: Message) -> tuple[Any, list[Asked]]:
    """The body of the answer, or the name of the error; and what was asked."""
    asked: list[Asked] = []
    reply, *more = answer(message, VIEW, 4.5, asked.append)
    assert not more
    reply = Message.from_buffer(reply.serialise(1))
    return reply.header.fields.get(HeaderFields.error_name, reply.body), asked


@pytest.mark.parametrize("interface", [mpris.PLAYER, None])
def test_a_method_is_answered_and_asks(interface: str | None) -> None:
    assert answered(call(interface, "Next")) == ((), [Asked(Wish.NEXT)])


def test_all_properties_are_given_at_once() -> None:
    (values,), _ = answered(call(mpris.PROPERTIES, "GetAll", "s", (mpris.PLAYER,)))
    assert values["Position"] == ("x", 4_500_000) and values["PlaybackStatus"] == ("s", "Playing")
    (values,), _ = answered(call(mpris.PROPERTIES, "GetAll", "s", (mpris.ROOT,)))
    assert values["Identity"] == ("s", "tui-reader")


def test_one_property_is_given_and_set() -> None:
    assert answered(call(mpris.PROPERTIES, "Get", "ss", (mpris.PLAYER, "Volume")))[0] == (("d", 1.0),)
    assert answered(call(mpris.PROPERTIES, "Set", "ssv", (mpris.PLAYER, "Volume", ("d", 0.25)))) == (
        (), [Asked(Wish.VOLUME, 0.25)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("message", "error"),
    [
        (call(mpris.PLAYER, "Explode"), "UnknownMethod"),
        (call("org.example", "Next"), "UnknownMethod"),
        (call(mpris.PLAYER, "Next", path="/org/other"), "UnknownObject"),
        (call(mpris.PLAYER, "Next", "s", ("x",)), "InvalidArgs"),
        (call(mpris.PLAYER, "Seek"), "InvalidArgs"),
        (call(mpris.PLAYER, "OpenUri", "s", ("file:///etc/passwd",)), "NotSupported"),
        (call(mpris.PROPERTIES, "Get", "s", (mpris.PLAYER,)), "InvalidArgs"),
        (call(mpris.PROPERTIES, "Get", "ss", (mpris.PLAYER, "Nothing")), "UnknownProperty"),
        (call(mpris.PROPERTIES, "GetAll", "s", ("org.example",)), "UnknownInterface"),
        (call(mpris.PROPERTIES, "Set", "ssv", (mpris.PLAYER, "CanPlay", ("b", True))), "PropertyReadOnly"),
        (call(mpris.PROPERTIES, "Set", "ssv", (mpris.PLAYER, "Rate", ("s", "fast"))), "InvalidArgs"),
        (call(mpris.PROPERTIES, "Explode"), "InvalidArgs"),
        (call("org.freedesktop.DBus.Peer", "GetMachineId"), "UnknownMethod"),
    ],
)
def test_a_wrong_call_is_refused_and_asks_nothing(message: Message, error: str) -> None:
    assert answered(message) == (f"org.freedesktop.DBus.Error.{error}", [])


def test_no_answer_is_given_where_none_is_wanted() -> None:
    message = call(mpris.PLAYER, "Play")
    message.header.flags |= MessageFlag.no_reply_expected
    asked: list[Asked] = []
    assert [*answer(message, VIEW, 0.0, asked.append)] == [] and asked == [Asked(Wish.PLAY)]
    assert [*answer(seeked(1.0), VIEW, 0.0, asked.append)] == [], "a signal is no call"


def test_signals_name_the_interface_and_the_values() -> None:
    changed = Message.from_buffer(properties_changed({"PlaybackStatus": ("s", "Paused")}).serialise(1))
    assert changed.body == (mpris.PLAYER, {"PlaybackStatus": ("s", "Paused")}, [])
    assert Message.from_buffer(seeked(2.5).serialise(1)).body == (2_500_000,)
