"""One setting: its name, default and sentence, and which values it may have."""

from __future__ import annotations

import math
from collections.abc import Callable

from tui_reader.named_tuple import NamedTuple
from tui_reader.settings.values import Value


class Setting(NamedTuple):
    """A row of the table of settings, as the manual, the doctor and the settings screen show it."""

    name: str
    """As it is written in the file; "pauses.change" is in the table [pauses]."""
    default: Value
    about: str
    """A sentence that says what it does."""
    choices: tuple[str, ...] = ()
    """The allowed texts; empty if any text is allowed."""
    low: float | None = None
    """The smallest number that is allowed."""
    high: float | None = None
    """The largest number that is allowed."""
    read: Callable[[str], object] | None = None
    """Raises ValueError for a text that is not allowed; `form` says what it must be."""
    form: str = "text in quotes"

    @property
    def values(self) -> str:
        """The allowed values in words: "0.5 to 4", "auto, full or plain"."""
        if self.choices:
            return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}"
        if isinstance(self.default, bool):
            return "true or false"
        if self.low is not None and self.high is not None:
            return f"{'a whole number from ' if isinstance(self.default, int) else ''}{self.low:g} to {self.high:g}"
        return self.form

    def check(self, value: object) -> Value:
        """The value in the type of this setting. Raises ValueError, saying what it must be, if it is not allowed."""
        kind = type(self.default)
        if kind is float and type(value) is int and abs(value) < 1_000_000:
            value = float(value)
        is_of_kind = isinstance(value, Value) and isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
        if not is_of_kind or not isinstance(value, Value) or not self._is_allowed(value):
            raise ValueError(f"must be {self.values}")
        if self.read and isinstance(value, str):
            try:
                self.read(value)
            except ValueError as error:
                raise ValueError(f"must be {self.values}: {error}") from None
        return kind(value)

    def _is_allowed(self, value: Value) -> bool:
        """Whether a value of the right type is one of the choices, or within the limits."""
        if self.choices:
            return value in self.choices
        if isinstance(value, str):
            return value.isprintable()
        if self.low is None or self.high is None:
            return True
        return isinstance(value, int | float) and math.isfinite(value) and self.low <= value <= self.high
