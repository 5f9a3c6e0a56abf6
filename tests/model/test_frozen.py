"""Records defined at once behave as standard frozen dataclasses with slots do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifnlit.model.frozen import changed, dataclass, hasten

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Point:
    """A record of ours."""

    x: int
    y: int = 2
    name: str = ""

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """Its standard twin."""

    x: int
    y: int = 2
    name: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    places: Mapping[str, int] = MappingProxyType({})
    name: str = ""


@dataclass(frozen=True, slots=True)
class Even:
    n: int

    def __post_init__(self) -> None:
        if self.n % 2:
            raise ValueError(f"odd: {self.n}")


@given(st.integers(), st.integers(), st.text())
def test_values_equality_and_hash_are_those_of_the_twin(x: int, y: int, name: str) -> None:
    ours, theirs = Point(x, y, name=name), Standard(x, y, name=name)
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Standard", "Point")
    assert ours == Point(x, y, name)
    assert ours in {ours: 1}
    assert ours != Point(x, y + 1, name)
    other: object = theirs
    assert ours != other


def test_defaults_fill_what_is_not_given() -> None:
    assert (Point(1).y, Point(x=3).sum) == (2, 5)


@pytest.mark.parametrize(
    ("values", "given_", "told"),
    [
        ((), {}, "Point needs x"),
        ((1, 2, "a", 4), {}, "Point has 3 fields, not 4"),
        ((1,), {"x": 1}, "Point is given x twice"),
        ((1,), {"z": 1, "w": 2}, "Point has no w, z"),
    ],
)
def test_wrong_arguments_are_refused(
    values: tuple[object, ...], given_: dict[str, object], told: str
) -> None:
    make: type = Point
    with pytest.raises(TypeError, match=told):
        make(*values, **given_)


@pytest.mark.parametrize("name", ["x", "new"])
def test_nothing_is_set_or_deleted_later(name: str) -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(point, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(point, name)


def test_a_check_after_the_start_may_refuse() -> None:
    assert Even(4).n == 4
    with pytest.raises(ValueError, match="odd: 3"):
        Even(3)


def test_the_standard_tools_work_on_them() -> None:
    point = Point(1, name="a")
    assert dataclasses.replace(point, y=7) == Point(1, 7, "a")
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y", "name"]
    assert dataclasses.is_dataclass(point)
    assert copy.deepcopy(point) == point
    assert pickle.loads(pickle.dumps(point)) == point  # noqa: S301  # our own bytes
    match point:
        case Point(x, y, name):
            assert (x, y, name) == (1, 2, "a")
    assert not hasattr(point, "__dict__")


def test_a_default_need_not_have_a_hash() -> None:
    assert dataclasses.replace(Placed(), name="a") == Placed(name="a")
    assert [field.default for field in dataclasses.fields(Placed)] == [{}, ""]


def test_a_record_equals_itself() -> None:
    one = Point(1)
    same = one
    assert one == same


@hasten
@dataclass(frozen=True, slots=True)
class Quick:
    """As `Even`, but for the way it is made."""

    n: int
    name: str = ""

    def __post_init__(self) -> None:
        if self.n % 2:
            raise ValueError(f"odd: {self.n}")


def test_a_hastened_record_is_what_it_was() -> None:
    quick = Quick(2, name="a")
    assert type(quick) is Quick
    assert repr(quick) == "Quick(n=2, name='a')"
    assert quick == Quick(2, "a") != Quick(4, "a")
    assert dataclasses.replace(quick, n=4) == Quick(4, "a")
    assert copy.deepcopy(quick) == quick
    assert pickle.loads(pickle.dumps(quick)) == quick  # noqa: S301  # our own bytes
    assert not hasattr(quick, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        quick.n = 4  # type: ignore[misc]  # what is tested
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(quick, "n")
    with pytest.raises(ValueError, match="odd: 3"):
        Quick(3)
    with pytest.raises(TypeError, match="missing 1 required"):
        Quick()  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError, match="unexpected keyword"):
        Quick(2, nam="a")  # type: ignore[call-arg]  # what is tested


def test_a_changed_record_is_a_new_one() -> None:
    quick, point = Quick(2, "a"), Point(1, 2, "a")
    assert changed(quick, n=4, name="b") == Quick(4, "b")
    assert changed(point, y=7) == dataclasses.replace(point, y=7) != point
    with pytest.raises(ValueError, match="odd: 3"):
        changed(quick, n=3)
    with pytest.raises(ValueError, match="not in"):
        changed(point, z=1)
