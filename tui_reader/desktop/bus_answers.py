"""What the player says on the bus: the answers to calls, and the signals of what has changed. Knows no connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)

from tui_reader.desktop import mpris
from tui_reader.desktop.player_view import PlayerView
from tui_reader.playback.asked import Asked

ERROR = "org.freedesktop.DBus.Error."
Post = Callable[[Asked], None]


class _Refused(Exception):
    """A call cannot be done; the name of the error, and why."""


def properties_changed(values: mpris.Values) -> Message:
    """The signal that these properties of the player have changed."""
    emitter = DBusAddress(mpris.PATH, interface=mpris.PROPERTIES)
    return new_signal(emitter, "PropertiesChanged", "sa{sv}as", (mpris.PLAYER, dict(values), []))


def seeked(position: float) -> Message:
    """The signal that the position is at so many seconds, and not where it would have come to by itself."""
    emitter = DBusAddress(mpris.PATH, interface=mpris.PLAYER)
    return new_signal(emitter, "Seeked", "x", (mpris.microseconds(position),))


def answer(call: Message, view: PlayerView, position: float, post: Post) -> Iterator[Message]:
    """The answer to a call, if it is one and wants one; what it asks of the reading is posted.

    `position` is where it is now, in seconds.
    """
    if call.header.message_type is not MessageType.method_call:
        return
    try:
        signature, body = _done(call, view, position, post)
        reply = new_method_return(call, signature, body) if signature else new_method_return(call)
    except _Refused as refused:
        name, why = refused.args
        reply = new_error(call, ERROR + name, "s", (why,))
    if not call.header.flags & MessageFlag.no_reply_expected:
        yield reply


def _done(call: Message, view: PlayerView, position: float, post: Post) -> tuple[str, tuple[Any, ...]]:
    """Do what a call asks; the signature and body of the answer, empty where there is nothing to say."""
    fields = call.header.fields
    interface, member = fields.get(HeaderFields.interface, mpris.PLAYER), fields[HeaderFields.member]
    if interface == "org.freedesktop.DBus.Peer":
        return _peer(member)
    if interface == "org.freedesktop.DBus.Introspectable" and member == "Introspect":
        return "s", (mpris.introspection(fields[HeaderFields.path]),)
    if fields[HeaderFields.path] != mpris.PATH:
        raise _Refused("UnknownObject", f"There is only {mpris.PATH}.")
    if interface == mpris.PROPERTIES:
        return _properties(member, fields.get(HeaderFields.signature, ""), call.body, view, position, post)
    if interface == mpris.ROOT and member in ("Raise", "Quit"):
        return "", ()  # a terminal's window is not the reader's, and it is left by its own key
    if interface != mpris.PLAYER or member not in mpris.METHODS:
        raise _Refused("UnknownMethod", f"There is no {member} in {interface}.")
    if fields.get(HeaderFields.signature, "") != mpris.METHODS[member]:
        raise _Refused("InvalidArgs", f"{member} takes {mpris.METHODS[member] or 'nothing'}.")
    if member == "OpenUri":
        raise _Refused("NotSupported", "Documents are opened in the terminal.")
    asked = mpris.asked_by(member, call.body, view)
    if asked:
        post(asked)
    return "", ()


def _peer(member: str) -> tuple[str, tuple[Any, ...]]:
    if member == "Ping":
        return "", ()
    raise _Refused("UnknownMethod", f"There is no {member}.")


def _properties(
    member: str, signature: str, body: tuple[Any, ...], view: PlayerView, position: float, post: Post
) -> tuple[str, tuple[Any, ...]]:
    """Get, GetAll or Set."""
    if {"Get": "ss", "GetAll": "s", "Set": "ssv"}.get(member) != signature:
        raise _Refused("InvalidArgs", f"{member} cannot be called so.")
    values = _values(body[0], view, position)
    if member == "GetAll":
        return "a{sv}", (values,)
    if body[1] not in values:
        raise _Refused("UnknownProperty", f"There is no {body[1]} in {body[0]}.")
    if member == "Get":
        return "v", (values[body[1]],)
    kind, value = body[2]
    _set(body[1], values[body[1]][0], kind, value, post)
    return "", ()


def _values(interface: str, view: PlayerView, position: float) -> dict[str, tuple[str, Any]]:
    """All properties of an interface."""
    if interface == mpris.ROOT:
        return dict(mpris.ROOT_VALUES)
    if interface == mpris.PLAYER:
        return {**mpris.player_values(view), "Position": ("x", mpris.microseconds(position))}
    raise _Refused("UnknownInterface", f"There is no {interface}.")


def _set(name: str, wanted: str, kind: str, value: Any, post: Post) -> None:
    if name not in mpris.WRITABLE:
        raise _Refused("PropertyReadOnly", f"{name} cannot be set.")
    if kind != wanted:
        raise _Refused("InvalidArgs", f"{name} is of type {wanted}.")
    asked = mpris.asked_by_value(name, value)
    if asked:
        post(asked)
