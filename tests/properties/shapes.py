"""What the generator knows of a project while it grows: types, columns, models, relationships and traits.

A `Ty` says more than a warehouse does. `grade` tells how far a double may be trusted: 0 is exact in any order of
additions, 1 the same bits on every engine, 2 equal to 1e-9 only; nothing is decided on the last digits of grade 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from tests.properties.chooser import Chooser
from tests.properties.trees import Column, TraitRef, Tree
from tests.properties.trees import Literal as Constant


@dataclass(frozen=True)
class Ty:
    """integer, decimal, double, text, boolean, date, timestamp, array or json; `zone` is that of a wall clock."""

    kind: str
    scale: int = 0
    zone: str | None = None
    element: str = ""
    grade: int = 0

    @property
    def is_number(self) -> bool:
        return self.kind in ("integer", "decimal", "double")

    @property
    def is_exact(self) -> bool:
        return self.kind in ("integer", "decimal")

    @property
    def is_moment(self) -> bool:
        return self.kind in ("date", "timestamp")

    @property
    def is_single(self) -> bool:
        """Is it a value that has an order, unlike arrays and JSON?"""
        return self.kind not in ("array", "json")

    @property
    def inside(self) -> Ty:
        """The type of an array's elements."""
        return replace(self, kind=self.element, element="")

    @property
    def is_rough(self) -> bool:
        return self.grade > 1

    @property
    def family(self) -> str:
        """number, text, boolean, date, timestamp, array or json: what operators and functions ask for."""
        return "number" if self.is_number else self.kind


def array_of(element: Ty) -> Ty:
    return replace(element, kind="array", element=element.kind)


INTEGER, TEXT, BOOLEAN, DATE, DOUBLE = Ty("integer"), Ty("text"), Ty("boolean"), Ty("date"), Ty("double")
ROUGH = replace(DOUBLE, grade=2)
STEADY = replace(DOUBLE, grade=1)
INSTANT = Ty("timestamp")

HopKind = Literal["one_one", "to_one", "to_many", "m2m"]
BACK: dict[HopKind, HopKind] = {"one_one": "one_one", "to_one": "to_many", "to_many": "to_one", "m2m": "m2m"}


@dataclass
class Col:
    """A column: its type here and in the warehouse, and the values it likes to hold."""

    name: str
    type: Ty
    native: str = ""
    pool: Sequence[Any] = ()
    tree: Tree | None = None
    is_declared: bool = False


@dataclass(frozen=True)
class Step:
    """A relationship in one direction, under the name that walks it."""

    name: str
    relationship: str
    target: str
    kind: HopKind


@dataclass(frozen=True)
class Reference:
    """Columns that hold the values of another model's columns."""

    owner: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


@dataclass
class Model:
    name: str
    zone: str
    key: tuple[str, ...] = ()
    has_null_keys: bool = False
    timestamp: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    columns: list[Col] = field(default_factory=list)
    unique: list[tuple[str, ...]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    from_sql: bool = False

    @property
    def computed(self) -> list[Col]:
        return [column for column in self.columns if column.tree is not None]

    def column(self, name: str) -> Col:
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class TraitShape:
    slug: str
    name: str
    model: str
    type: Ty
    pool: Sequence[Any] = ()
    is_draft: bool = False


@dataclass(frozen=True)
class Operand:
    """Something with a value for the row at hand, and how expressions write it."""

    tree: Tree
    type: Ty
    pool: Sequence[Any] = ()


def unwritten(type: Ty, pool: Sequence[Any] = ()) -> Operand:
    """A value that no expression writes: an aggregate, a source column, a trait."""
    return Operand(Constant(None), type, pool)


@dataclass(frozen=True)
class Path:
    """Steps from a model to another."""

    steps: tuple[Step, ...]

    @property
    def names(self) -> list[str]:
        return [step.name for step in self.steps]

    @property
    def target(self) -> str:
        return self.steps[-1].target

    @property
    def is_to_one(self) -> bool:
        return all(step.kind in ("one_one", "to_one") for step in self.steps)

    @property
    def is_proven(self) -> bool:
        """To-one steps, then to-many steps: no row can be reached twice."""
        kinds = [step.kind for step in self.steps if step.kind != "one_one"]
        return "m2m" not in kinds and "to_one" not in kinds[kinds.count("to_one") :]


@dataclass(frozen=True)
class Emphasis:
    """What a project has much of: how many of each thing, and of which kinds."""

    models: Sequence[int]
    more_edges: Sequence[int]
    edges: Sequence[HopKind]
    columns: Sequence[int]
    definitions: Sequence[int]
    traits: Sequence[str]


GRAPHS = Emphasis(
    models=(2, 3, 2, 3, 4, 3, 2, 1),
    more_edges=(0, 0, 1, 2),
    edges=("to_many", "to_many", "to_many", "to_one", "to_one", "m2m", "one_one"),
    columns=(1, 2, 3, 4),
    definitions=(2, 4, 6, 8, 10, 12, 14),
    traits=("aggregation", "occurrence", "list", "sql", "formula", "aggregation", "occurrence"),
)
RELATED_ROWS = replace(
    GRAPHS,
    models=(2,),
    more_edges=(0,),
    edges=("to_many",),
    columns=(3, 4, 5),
    definitions=(10, 12, 14),
    traits=("aggregation", "occurrence", "list"),
)
SINGLE_ROWS = replace(
    GRAPHS, models=(1,), more_edges=(0,), columns=(6, 8, 10), definitions=(14, 18, 22), traits=("sql", "sql", "formula")
)


@dataclass
class Shape:
    """The project so far."""

    emphasis: Emphasis
    zone: str
    as_of: datetime
    span: tuple[str, int]
    moments: list[datetime]
    models: dict[str, Model] = field(default_factory=dict)
    relationships: list[dict[str, Any]] = field(default_factory=list)
    traits: list[TraitShape] = field(default_factory=list)
    audiences: list[tuple[str, str]] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)
    trees: dict[tuple[str, str], Tree] = field(default_factory=dict)

    def written(self, model: str, tree: Tree) -> str:
        """The tree's text, remembered for the interpreter."""
        self.trees[model, tree.text] = tree
        return tree.text

    def paths(self, model: str, longest: int = 3) -> list[Path]:
        """Every path from a model, the short ones first; no step is undone at once."""
        found = [Path((step,)) for step in self.models[model].steps]
        start = 0
        for _ in range(longest - 1):
            ends, start = found[start:], len(found)
            found += [Path((*path.steps, step)) for path in ends for step in self.models[path.target].steps]
        return found[:60]

    def path(self, choose: Chooser, model: str, longest: int = 3) -> Path | None:
        """One of the paths from a model: more often one that leads to many rows, and more often a single step."""
        paths = self.paths(model, longest)
        singles = [path for path in paths if len(path.steps) == 1]
        pool = singles if singles and choose.chance(65) else paths
        if choose.chance(80):
            pool = [path for path in pool if not path.is_to_one] or [p for p in paths if not p.is_to_one] or pool
        return choose.pick(pool) if pool else None

    def has_clock(self, model: Model, column: Col) -> bool:
        """Is it known on which clocks the column's dates begin? Computed ones may be the project's or the model's."""
        is_computed_date = column.type.kind == "date" and column.tree is not None
        return not is_computed_date or all(other.zone == self.zone for other in self.models.values())

    def traits_of(self, model: str) -> list[TraitShape]:
        return [trait for trait in self.traits if trait.model == model]

    def columns_in_reach(self, model: str) -> Iterator[tuple[Path | None, Col]]:
        """The columns of a model, and those of to-one related models."""
        for column in self.models[model].columns:
            yield None, column
        for path in self.paths(model, 2):
            if path.is_to_one:
                for column in self.models[path.target].columns:
                    yield path, column

    def operands(self, model: str, *, with_traits: bool) -> list[Operand]:
        """What an expression over a row of the model may speak of."""
        found = [
            Operand(Column(column.name, tuple(path.names) if path else ()), column.type, column.pool)
            for path, column in self.columns_in_reach(model)
        ]
        if with_traits:
            found += [Operand(TraitRef(trait.slug), trait.type, trait.pool) for trait in self.traits_of(model)]
        return found

    def has_unique_step(self, path: Path, start: str) -> bool:
        """Does naming the source model alone say the same as this path?"""
        same = [step for step in self.models[start].steps if step.target == path.target]
        return len(path.steps) == 1 and len(same) == 1
