"""What every primitive is rendered as, in every dialect: `rendered/<dialect>.sql`, which is checked in.

`python -m tests.conformance.rendering` writes the files anew. What an upgrade of sqlglot changes is one diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlglot import exp

from coterie import dialects
from coterie.compiler.ir.expr import Column
from coterie.compiler.ir.rel import Named, Select, Source
from coterie.compiler.writing.lower import lower_expression
from coterie.compiler.writing.render import render
from coterie.dialects import Dialect
from tests.conformance.rows_file import Call, ColumnPlace, Primitive, Reduced, primitives
from tests.conformance.statements import asked_columns, called, lower_onto, supposed

FOLDER = Path(__file__).parent / "rendered"
_WHOLE = "coalesce"
"""Of which one statement is rendered as a whole, too."""


def rendered(dialect: Dialect) -> str:
    """All calls of the rows, on plain columns, each after lines that say what is rendered so."""
    lines = [line for primitive in primitives().values() for line in _primitive(dialect, primitive)]
    whole = primitives()[_WHOLE]
    statement = render(_statement(dialect, whole, whole.calls[0]), dialect)
    return "\n".join([*lines, f"-- {_WHOLE}: the whole statement", f"{statement};", ""])


def _primitive(dialect: Dialect, primitive: Primitive) -> Iterator[str]:
    if primitive.is_primitive and dialect.lacks(primitive.name):
        yield f"-- {primitive.name}: not available"
        return
    calls: dict[str, list[str]] = {}
    for asked in primitive.asked:
        text = _tree(dialect, primitive, asked).sql(dialect=dialect.sqlglot, pretty=True)
        calls.setdefault(text, []).append(f"-- {primitive.name}({', '.join(_words(asked))})")
    for text, alike in calls.items():
        yield from alike
        yield f"{text};"


def _tree(dialect: Dialect, primitive: Primitive, asked: Call | Reduced) -> exp.Expr:
    """An expression; of what reduces rows, the SELECT around it."""
    if isinstance(asked, Call):
        types = supposed(asked_columns([asked]))
        return lower_expression(called(primitive, asked, 1, types), dialect)
    relations = _statement(dialect, primitive, asked).args["with_"].expressions
    found: exp.Expr = relations[-1].this
    return found


def _statement(dialect: Dialect, primitive: Primitive, asked: Call | Reduced) -> exp.Select:
    types = supposed(asked_columns([asked]))
    columns = (Named(name, Column(name, type)) for name, type in types.items())
    return lower_onto(dialect, primitive, [asked], Select(Source("given"), tuple(columns)), types, grouped=False)


def _words(asked: Call | Reduced) -> Iterator[str]:
    """The types of columns, and the constants."""
    if isinstance(asked, Reduced):
        yield from map(_word, asked.columns)
        yield from (f"{name}={value}" for name, value in asked.options.items())
        return
    for slot in asked.slots:
        yield _word(asked.columns[slot]) if isinstance(slot, int) else _constant(slot[0]) or f"NULL of {slot[1]}"


def _word(place: ColumnPlace) -> str:
    return "json" if place.is_json else place.native


def _constant(value: Any) -> str:
    """On one line, whatever it holds; nothing for NULL."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case tuple():
            return f"[{', '.join(map(_constant, value))}]"
        case date() | datetime():
            return value.isoformat()
    return ascii(value)


def path_of(dialect: str) -> Path:
    return FOLDER / f"{dialect}.sql"


def write() -> None:
    """Write all files, and nothing else into the folder."""
    pages = {path_of(name): rendered(dialects.get(name)) for name in dialects.names()}
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.sql"):
        if path not in pages:
            path.unlink()
    for path, page in pages.items():
        path.write_bytes(page.encode())


if __name__ == "__main__":
    write()
