"""Types in and out: what columns are read as, and whether what a dialect writes is read as the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from sqlglot import exp

from coterie import dialects
from coterie.compiler.writing.render import render
from coterie.dialects import Dialect
from coterie.types import Type
from tests.case_file import Loader, Table
from tests.conformance.rows_file import Marks, marks_of, type_of
from tests.engines import Engine

FILE = Path(__file__).parent / "columns.yml"
ZONE = "Europe/Berlin"
"""The clock of the model that the columns are of."""


class Known(NamedTuple):
    """A column by its neutral type, what it is read as, and marks: of the column, and of what is written so."""

    native: str
    type: Type
    marks: Marks
    written: Marks


def known_columns() -> list[Known]:
    listed: list[dict[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader)
    return [
        Known(
            one["column"],
            _on_clock(type_of(one["reads"])),
            marks_of(FILE.name, one),
            marks_of(FILE.name, one.get("written", {})),
        )
        for one in listed
    ]


def _on_clock(type: Type) -> Type:
    """The type where times without zone are on the model's clock."""
    zone = ZONE if type.zone else None
    element = _on_clock(type.element) if type.element else None
    return Type(type.kind, type.precision, type.scale, zone, element)


def misread(engine: Engine) -> Iterator[str]:
    """Where a column is read as another type, or a mark says so in vain."""
    names = {f"c{n}": known for n, known in enumerate(known_columns(), 1)}
    engine.create_table("columns", Table({name: known.native for name, known in names.items()}, ()))
    yield from _unlike(engine, names, engine.describe("columns"), "is read")


def miswritten(engine: Engine) -> Iterator[str]:
    """Where what is written as a type is read as another."""
    dialect = dialects.get(engine.dialect)
    names = {f"c{n}": known for n, known in enumerate(known_columns(), 1)}
    select = exp.Select(expressions=[_nothing(dialect, known.type, name) for name, known in names.items()])
    written = {name: known._replace(marks={**known.marks, **known.written}) for name, known in names.items()}
    yield from _unlike(engine, written, engine.describe_query(render(select, dialect)), "is written, and read")


def _nothing(dialect: Dialect, type: Type, name: str) -> exp.Expr:
    node = exp.Cast(this=dialect.outward(dialect.literal(None, type), type), to=dialect.write_type(type))
    return exp.Alias(this=node, alias=exp.to_identifier(name))


def _unlike(
    engine: Engine, names: Mapping[str, Known], described: Iterable[tuple[str, str]], verb: str
) -> Iterator[str]:
    read = dialects.get(engine.dialect).read_type
    for known, (_, native) in zip(names.values(), described, strict=True):
        found, is_marked = read(native, ZONE), engine.dialect in known.marks
        if is_marked and holds(found, known.type):
            yield f"{known.native} {verb} as {found!r}, and marked in vain: {known.marks[engine.dialect]}"
        elif not is_marked and not holds(found, known.type):
            yield f"{known.native} {verb} as {found!r} ({native}), expected {known.type!r}"


def holds(found: Type, wanted: Type) -> bool:
    """Is it the same type, with as many digits at least?"""
    if found.kind is not wanted.kind or found.zone != wanted.zone:
        return False
    if found.element is not None and wanted.element is not None:
        return holds(found.element, wanted.element)
    before = wanted.precision - wanted.scale
    return found.scale >= wanted.scale and found.precision - found.scale >= before
