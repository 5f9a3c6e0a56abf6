"""Frozen dataclasses that are defined at once, for the records that every command loads.

The standard decorator compiles six methods for each class: 0.6 ms in Python 3.11, a twentieth of
`python -c pass`, and the ten classes on the way of `export` would spend half of what the
start-up budget leaves over click (ARCHITECTURE, "Start-up budget"). Here the methods are shared
functions instead. To the type checkers it is the standard decorator itself; at run time it behaves
as `@dataclass(frozen=True, slots=True)` does, and `dataclasses.fields` and `replace` work on it.
Left out: factories of defaults, inheritance, ordering. Elsewhere use the standard one.

Setting a value past the refusal to set it is slow, so `hasten` compiles a constructor for a record
that is made by the ten thousand: 1.4 us for a `Reference` instead of 13, 0.45 for a `Name`
instead of 2.2. It takes as long as making a hundred of them, so who makes many asks for it. What
is made by the hundred thousand has a `maker` besides, a function: 0.2 us for a `Field`, of which
the call of a class takes the half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

__all__ = ["changed", "dataclass", "hasten", "maker"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from dataclasses import dataclass
    from typing import ParamSpec, Protocol, TypeVar

    T = TypeVar("T")
    P = ParamSpec("P")

    class _Record(Protocol):
        """What `_frozen` puts into every class."""

        __slots__: tuple[str, ...]
        _defaults: dict[str, object]
        _has_post_init: bool

        def __post_init__(self) -> None: ...

else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """The class with slots, equality, hash, and values that are set once."""
        assert frozen and slots  # noqa: S101, PT018  # there is no other kind
        return _frozen


_FIELDS = "__dataclass_fields__"


def _frozen(cls: type) -> type:
    space = dict(vars(cls))
    names = tuple(space.get("__annotations__", {}))
    defaults = {name: space.pop(name) for name in names if name in space}
    for made in ("__dict__", "__weakref__"):
        space.pop(made, None)
    space.update(
        __slots__=names,
        __match_args__=names,
        __init__=_init,
        __eq__=_eq,
        __hash__=_hash,
        __repr__=_repr,
        __setattr__=_refuse,
        __delattr__=_refuse,
        __reduce__=_reduce,
        _defaults=defaults,
        _has_post_init="__post_init__" in space,
    )
    space[_FIELDS] = _Fields()
    return type(cls)(cls.__name__, cls.__bases__, space)


def _init(self: _Record, *values: object, **given: object) -> None:
    names = self.__slots__
    put = object.__setattr__
    first = len(values)
    if first > len(names):
        raise TypeError(f"{type(self).__name__} has {len(names)} fields, not {first}")
    for name, value in zip(names, values, strict=False):
        put(self, name, value)
    defaults = self._defaults
    used = 0
    for name in names[first:] if first else names:
        if name in given:
            used += 1
            put(self, name, given[name])
        elif name in defaults:
            put(self, name, defaults[name])
        else:
            raise TypeError(f"{type(self).__name__} needs {name}")
    if used < len(given):
        raise _unknown(self, given.keys(), first)
    if self._has_post_init:
        self.__post_init__()


def hasten(cls: type[T]) -> type[T]:
    """Compile the constructor of a class that is made very often; it does as before, but faster."""
    record = cast("type[_Record]", cls)
    record.__init__ = _compiled(record)  # type: ignore[method-assign]  # the same signature
    return cls


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """A function that makes records of a class as its constructor does, in half the time."""
    record = cast("type[_Record]", cls)
    made: Callable[P, T] = _defined(
        "make", "", record, (" self = _new(_opened)",), (" return self",)
    )
    return made


def _compiled(cls: type[_Record]) -> Callable[..., None]:
    """A constructor that makes a record of a subclass, whose values can be set, and closes it."""
    return _defined("__init__", "self", cls, (" _put(self, '__class__', _opened)",), ())


def _defined(
    name: str, first: str, cls: type[_Record], opening: Sequence[str], closing: Sequence[str]
) -> Callable[..., Any]:
    opened = type(
        cls.__name__,
        (cls,),
        {
            "__slots__": (),
            "__setattr__": object.__setattr__,
            "__delattr__": object.__delattr__,  # one slot of the type with the setter
        },
    )
    names, defaults = cls.__slots__, cls._defaults
    signature = [f"{name}=_defaults[{name!r}]" if name in defaults else name for name in names]
    lines = [
        f"def {name}({', '.join([first, *signature] if first else signature)}):",
        *opening,
        *(f" self.{name} = {name}" for name in names),
        " self.__class__ = _closed",
        *([" self.__post_init__()"] if cls._has_post_init else ()),
        *closing,
    ]
    space: dict[str, Any] = {
        "_defaults": defaults, "_put": object.__setattr__, "_opened": opened, "_closed": cls,
        "_new": object.__new__,
    }  # fmt: skip
    exec("\n".join(lines), space)  # noqa: S102  # names of a class, as `dataclasses` does
    made: Callable[..., Any] = space[name]
    return made


def changed(record: T, **changes: object) -> T:
    """The record with other values of some fields: `dataclasses.replace`, four times as fast."""
    one = cast("_Record", record)
    values = list(_values(one))
    for name, value in changes.items():
        values[one.__slots__.index(name)] = value
    return type(record)(*values)


def _unknown(self: _Record, given: Iterable[str], first: int) -> TypeError:
    twice = ", ".join(name for name in self.__slots__[:first] if name in given)
    if twice:
        return TypeError(f"{type(self).__name__} is given {twice} twice")
    unknown = ", ".join(sorted(set(given) - set(self.__slots__)))
    return TypeError(f"{type(self).__name__} has no {unknown}")


def _values(self: _Record) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__slots__])


def _eq(self: _Record, other: _Record) -> bool:
    if self is other:
        return True
    if type(other) is not type(self):
        return NotImplemented  # type: ignore[no-any-return]  # as the data model asks
    return _values(self) == _values(other)


def _hash(self: _Record) -> int:
    return hash(_values(self))


def _repr(self: _Record) -> str:
    pairs = zip(self.__slots__, _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


def _refuse(self: object, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(self).__name__}.{name} is set once; use dataclasses.replace")


def _reduce(self: _Record) -> tuple[type, tuple[object, ...]]:
    return type(self), _values(self)


class _Fields:
    """What `dataclasses.fields` and `replace` look for, made when first asked."""

    __slots__ = ()

    def __get__(self, _: object, cls: type[_Record]) -> dict[str, Any]:
        import dataclasses

        standard = dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)
        # Without a docstring it would get one of its signature, which takes longer than the rest.
        bare = type(cls.__name__, (), {"__annotations__": cls.__annotations__, "__doc__": "bare"})
        found: dict[str, Any] = vars(standard(bare))[_FIELDS]
        for name, default in cls._defaults.items():  # it would refuse one without a hash
            found[name].default = default
        setattr(cls, _FIELDS, found)
        return found
