"""Runs from end to end on a warehouse that the environment names: it tells the same story as DuckDB.

`make live` runs these tests, and nothing else does. A warehouse joins by a file that reads its target from the
environment and says `assert story(target) == expected()`; or, where an engine lacks something, both `without` columns.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from sqlglot import exp

import coterie
from coterie import dialects
from coterie.runtime.relations import column, named, table
from coterie.runtime.tables import union_all
from coterie.runtime.warehouse import Warehouse, connect
from coterie.types import DATE, INSTANT, INTEGER, TEXT, Kind, Type, array, decimal

JUNE, JULY, AUGUST = "2024-06-01", "2024-07-01", "2024-08-01"
Rows = Sequence[tuple[object, ...]]
Target = Mapping[str, Any]


def from_environment(required: Mapping[str, str], optional: Mapping[str, str]) -> dict[str, str]:
    """Fields of a target, each from a variable. The file is skipped where one that is required is not set."""
    if missing := [name for name in required.values() if not os.environ.get(name)]:
        pytest.skip(f"set {', '.join(missing)}", allow_module_level=True)
    found = {field: os.environ.get(name, "") for field, name in (*required.items(), *optional.items())}
    return {field: value for field, value in found.items() if value}


TYPES: dict[str, dict[str, Type]] = {
    "customers": {"id": TEXT, "country": TEXT, "born": DATE},
    "orders": {
        "id": INTEGER,
        "customer": TEXT,
        "at": INSTANT,
        "amount": decimal(9, 2),
        "tags": array(TEXT),
        "notes": TEXT,
    },
}
CUSTOMERS: Rows = [("é", "DE", date(1990, 1, 1)), ("z", "de", None), ("A'\\", None, date(2000, 2, 29))]
ORDERS: Rows = [
    (1, "é", datetime(2024, 5, 1, 10, tzinfo=UTC), Decimal("10.50"), ("tea", "cup"), '{"gift": true}'),
    (2, "é", datetime(2024, 5, 2, 10, tzinfo=UTC), Decimal("20.25"), (), None),
    (3, "z", datetime(2024, 5, 3, 10, 0, 0, 250000, tzinfo=UTC), Decimal("1.00"), ("pot",), '{"gift": "no"}'),
    (4, "z", datetime(2024, 6, 1, tzinfo=UTC), Decimal("99.00"), (), None),
    (5, "?", datetime(2024, 5, 9, tzinfo=UTC), None, ("tea",), "{"),
]


ARRAYS_AND_JSON = frozenset({"tags", "notes"})
_READING = {"tags": "tags", "gifts": "notes"}  # traits, and the columns that they cannot do without


def definitions(shop: str, without: Set[str] = frozenset()) -> dict[str, Any]:
    """A small project on the tables of a schema, with something of every kind that is published; without columns, and
    what reads them.
    """
    traits: list[tuple[str, str, dict[str, Any]]] = [
        ("revenue", "aggregation", {"source_model": "orders", "aggregation": "sum", "column": "amount"}),
        ("last_order", "aggregation", {"source_model": "orders", "aggregation": "max", "column": "at"}),
        ("gifts", "aggregation", {"source_model": "orders", "aggregation": "count", "filter": "gift"}),
        ("tags", "list", {"source_model": "orders", "column": "tags", "elements": True}),
        ("half", "formula", {"expression": "{revenue} / 2"}),
        ("birthday", "sql", {"sql_expression": "born"}),
        ("is_known", "sql", {"sql_expression": "country IS NOT NULL"}),
    ]
    traits = [one for one in traits if _READING.get(one[0]) not in without]
    groups = [{"name": "a", "percent": 50}, {"name": "b", "percent": 50}]
    is_gift = {"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"}
    of_customers = {"parent_model": "customers"}
    return {
        "models": [
            {"name": "customers", "source": {"table": f"{shop}.customers"}, "primary_key": "id"},
            {
                "name": "orders",
                "source": {"table": f"{shop}.orders"},
                "primary_key": "id",
                "timestamp_column": "at",
                "columns": [] if "notes" in without else [{"name": "notes", "type": "json"}, is_gift],
            },
        ],
        "relationships": [
            {
                "name": "customer_orders",
                "from_model": "customers",
                "to_model": "orders",
                "cardinality": "one_to_many",
                "join_keys": [{"from": "id", "to": "customer"}],
            }
        ],
        "traits": [
            of_customers | {"name": name, "trait_type": kind, "config": config} for name, kind, config in traits
        ],
        "audiences": [
            of_customers
            | {"name": "big", "filter_tree": "{revenue} > 5", "splits": {"salt": "june", "groups": groups}},
            of_customers | {"name": "known", "filter_tree": "country IS NOT NULL"},
        ],
    }


@cache
def expected(without: frozenset[str] = frozenset()) -> dict[str, object]:
    """The story as DuckDB tells it."""
    with TemporaryDirectory() as folder:
        return story({"source_type": "duckdb", "path": str(Path(folder) / "live.duckdb")}, without)


def story(target: Target, without: Set[str] = frozenset()) -> dict[str, object]:
    """What is published after each of several runs, and what is told of it, in schemas that are gone afterwards."""
    unique = uuid4().hex[:8]
    shop, schema = f"coterie_live_shop_{unique}", f"coterie_live_{unique}"
    with _schemas(target, shop, schema) as warehouse:
        return _Teller(warehouse, target, shop, schema, without).told()


@contextmanager
def _schemas(target: Target, shop: str, schema: str) -> Iterator[Warehouse]:
    """A session, with an empty schema for sources; both schemas are dropped at its end."""
    settings = coterie.Project(targets={"live": target}).definitions.settings
    warehouse = connect(settings.targets["live"], Path(), read_only=False)
    fold = dialects.get(warehouse.dialect).unquoted
    try:
        warehouse.execute(exp.Create(this=_schema(fold(shop)), kind="SCHEMA"))
        yield warehouse
    finally:
        for name, cascade in product((fold(shop), schema), (True, False)):  # ClickHouse cascades without the word
            with suppress(coterie.WarehouseError):
                warehouse.execute(exp.Drop(tables=[_schema(name)], kind="SCHEMA", exists=True, cascade=cascade))
        warehouse.close()


def _schema(name: str) -> exp.Table:
    return exp.Table(db=exp.to_identifier(name, quoted=True))


class _Teller:
    def __init__(self, warehouse: Warehouse, target: Target, shop: str, schema: str, without: Set[str]) -> None:
        self.warehouse = warehouse
        self.dialect = dialects.get(warehouse.dialect)
        self.target = target
        self.shop = shop
        self.schema = schema
        self.definitions = definitions(shop, without)
        self.without = without

    def told(self) -> dict[str, object]:
        found: dict[str, object] = {}
        self.load(CUSTOMERS, ORDERS)
        found["first run"] = self.run(JUNE)
        found["same run again"] = self.run(JUNE)
        self.load([(key, None if key == "é" else country, born) for key, country, born in CUSTOMERS], ORDERS)
        found["second run"] = self.run(JULY)
        found["partial run"] = self.run(AUGUST, select="revenue")
        found["told"] = self.questions()
        self.load([*CUSTOMERS, CUSTOMERS[0]], ORDERS)
        with pytest.raises(coterie.WarehouseError, match=r"^\[duplicate_key\] 1 value of the key"):
            self.run(AUGUST)
        found["failed run"] = self.published()
        self.load(CUSTOMERS, ORDERS)
        found["nothing but a trait"] = self.run(AUGUST, traits=self.definitions["traits"][:1], audiences=[])
        return found

    def project(self, **changes: Any) -> coterie.Project:
        content = self.definitions | {"schema": self.schema, "targets": {"live": self.target}}
        return coterie.Project(**(content | changes))

    def run(self, as_of: str, select: str | None = None, **changes: Any) -> dict[str, object]:
        report = self.project(**changes).run(as_of=as_of, select=select)
        (entity,) = report.entities
        told = [(one.slug, one.size, one.entered, one.exited) for one in entity.audiences]
        groups = [(one.name, one.size) for audience in entity.audiences for one in audience.groups]
        return {"rows": entity.rows, "audiences": told, "groups": groups, **self.published()}

    def questions(self) -> dict[str, object]:
        """What is asked of definitions, without publishing anything."""
        project = self.project()
        members = project.preview("audience:big", as_of=AUGUST)
        return {
            "traits": {
                name: project.preview(name, as_of=AUGUST).rows
                for name in (trait["name"] for trait in self.definitions["traits"])
            },
            "members": (members.rows, members.groups),
            "why": project.explain("audience:big", ["é", "z", "A'\\", "?"], as_of=AUGUST).entities,
            "size": project.estimate("big", as_of=AUGUST),
        }

    def published(self) -> dict[str, object]:
        """What stands in the schema, the present and the past; values of traits read from the texts they are as."""
        key = self.dialect.unquoted("id")
        return {
            "values": sorted(
                (row[:4], repr(_read(str(row[3]), str(row[4])))) for row in self.rows("trait_values", *_VALUE)
            ),
            "members": self.rows("audience_members", "entity", "key", "audience", "entered_at", "split_group"),
            "log": self.rows("customers_audience_log", "as_of", "audience", key, "change", "entered_at", "split_group"),
            "sizes": self.rows("audience_sizes", "audience", "as_of", "size", "entered", "exited", "retained"),
            "evaluations": self.rows("trait_evaluations", "trait", "as_of", "row_count", "value_count"),
        }

    def rows(self, relation: str, *columns: str) -> list[tuple[object, ...]]:
        found = self.warehouse.fetch(exp.select(*map(column, columns)).from_(table(relation, self.schema)))
        return sorted((tuple(row) for row in found), key=repr)

    def load(self, customers: Rows, orders: Rows) -> None:
        """Tables of rows, in place of those that were there."""
        fold = self.dialect.unquoted
        for name, rows in (("customers", customers), ("orders", orders)):
            place = table(fold(name), fold(self.shop))
            selects = (exp.select(*self.constants(row, TYPES[name])) for row in rows)
            self.warehouse.execute(exp.Drop(tables=[place], kind="TABLE", exists=True))
            self.warehouse.execute(exp.Create(this=place.copy(), kind="TABLE", expression=union_all(selects)))

    def constants(self, row: tuple[object, ...], types: Mapping[str, Type]) -> Iterator[exp.Expr]:
        """The values of a row, each in the column type of its type."""
        for value, (name, type) in zip(row, types.items(), strict=True):
            if name in self.without:
                continue
            literal = self.dialect.literal(value, type)
            is_array = type.kind is Kind.ARRAY
            typed = (
                self.dialect.outward(literal, type) if is_array else exp.cast(literal, self.dialect.write_type(type))
            )
            yield named(typed, self.dialect.unquoted(name))


_VALUE = ("entity", "key", "trait", "type", "value")


def _read(type: str, value: str) -> object:
    """How an engine writes fractions and JSON is its own."""
    if type == "number":
        return Decimal(value).normalize()
    return json.loads(value) if type.startswith("array") else value
