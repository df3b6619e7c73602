"""Frozen records, as typing.NamedTuple has them, whose classes are made about ten times as quickly.

The classes of a start are many, and typing compiles each annotation of each field. Modules that define a record need
`from __future__ import annotations`, which keeps annotations from being evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    class _Record(tuple):
        """What the records have in common."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            """A record of as many values as it has fields. Raises TypeError for more or fewer."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changed):
            """The same record with other values in these fields. Raises ValueError for a field it has not."""
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no fields {list(changed)}")
            return made

        __replace__ = _replace  # for copy.replace of Python 3.13

        def _asdict(self):
            """The values by the names of their fields."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    class _RecordMaker(type):
        """Makes the class of a record from the body of its definition."""

        def __new__(cls, name, bases, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            for at, field in enumerate(fields):
                namespace[field] = _tuplegetter(at, "")

            def first(asked, /, *values, **named):
                """Compile the constructor when the first record is made: many classes of a start never make one."""
                record.__new__ = _constructor(name, fields, defaults)
                return record.__new__(asked, *values, **named)

            record = type(
                name,
                (_Record,),
                {**namespace, "_fields": fields, "_field_defaults": defaults, "__match_args__": fields,
                 "__slots__": (), "__new__": first},
            )  # fmt: skip
            return record

    def _constructor(name, fields, defaults):
        """`__new__` of a record, which takes its fields by place or by name. Raises TypeError as Python does."""
        if any(field not in defaults for field in fields[len(fields) - len(defaults) :]):
            raise TypeError(f"{name}: a field without a default follows one that has it")
        new = eval(
            f"lambda _cls, {', '.join(fields)}: _new(_cls, ({''.join(f'{field}, ' for field in fields)}))",
            {"_new": tuple.__new__},
        )
        new.__defaults__, new.__name__, new.__qualname__ = tuple(defaults.values()), "__new__", f"{name}.__new__"
        return new

    NamedTuple = type.__new__(_RecordMaker, "NamedTuple", (), {})
