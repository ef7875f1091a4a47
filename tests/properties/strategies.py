"""Hypothesis strategies for whole projects: definitions, the trees behind their expressions, data, and `as_of`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import strategies as st

from coterie.compiler.definitions import ProjectDef
from tests.properties.chooser import Chooser
from tests.properties.generate_data import generate_tables
from tests.properties.generate_lists import priority_lists
from tests.properties.generate_models import generate_models
from tests.properties.generate_traits import Traits
from tests.properties.pools import choose_now, moments_around
from tests.properties.shapes import GRAPHS, RELATED_ROWS, SINGLE_ROWS, Col, Model, Shape
from tests.properties.trees import Tree


@dataclass(frozen=True)
class Generated:
    """A project with its data: everything that decides its rows."""

    definitions: dict[str, Any]
    natives: dict[str, list[tuple[str, str]]]
    tables: dict[str, list[dict[str, Any]]]
    as_of: datetime
    trees: dict[tuple[str, str], Tree]

    @property
    def project(self) -> ProjectDef:
        return ProjectDef.model_validate(self.definitions)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What hypothesis prints: the failure itself shows the project, reduced."""
        printer.text(f"<{len(self.definitions['traits'])} traits, {len(self.definitions['audiences'])} audiences>")

    def __repr__(self) -> str:
        """The definitions as YAML and the tables as text: what a reader of a failure needs."""
        parts = [yaml.dump(self.definitions, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)]
        for name, columns in self.natives.items():
            parts.append(f"{name}: " + ", ".join(f"{column} {native}" for column, native in columns))
            parts += [f"    {tuple(row.values())!r}" for row in self.tables[name]]
        return "\n".join([*parts, f"as_of: {self.as_of.isoformat()}"])


class _Dumper(yaml.SafeDumper):
    """Writes exact decimals as the numbers they are."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _number(dumper: yaml.SafeDumper, value: Any) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(value))


_Dumper.add_multi_representer(Decimal, _number)


def table_name(model: str) -> str:
    """The table that holds a model's rows."""
    return "rows_" + "".join(character for character in model if character.isdigit())


def projects() -> st.SearchStrategy[Generated]:
    """Valid projects over one to five models, with data that keeps their promises.

    Hypothesis draws the seed only. Its own draws come in clusters of near copies (it mutates what it has), where whole
    projects need variety; and what it cannot shrink, `reduction` does, knowing what a project is.
    """
    return st.randoms(use_true_random=True).map(lambda random: generate(Chooser(random)))


def generate(choose: Chooser) -> Generated:
    """One project."""
    zone, as_of, span = choose_now(choose)
    emphasis = choose.pick((GRAPHS, GRAPHS, RELATED_ROWS, SINGLE_ROWS))
    shape = Shape(emphasis, zone, as_of, span, moments_around(as_of, zone))
    generate_models(choose, shape)
    build = Traits(choose, shape)
    made = choose.many(build.definition, emphasis.definitions)
    definitions: dict[str, Any] = {
        "settings": {"timezone": zone},
        "models": [model_definition(model, table_name(model.name)) for model in shape.models.values()],
        "relationships": shape.relationships,
        "traits": [found for found in made if "trait_type" in found],
        "audiences": [found for found in made if "trait_type" not in found],
    }
    definitions["priority_lists"] = priority_lists(choose, definitions["audiences"])
    tables = generate_tables(choose, shape)
    natives = {
        model.name: [(column.name, column.native) for column in model.columns if column.tree is None]
        for model in shape.models.values()
    }
    return Generated(definitions, natives, tables, as_of, shape.trees)


def model_definition(model: Model, table: str) -> dict[str, Any]:
    """The definition of a model whose rows stand in `table`."""
    source = {"sql": f"SELECT * FROM {table}"} if model.from_sql else {"table": table}
    found: dict[str, Any] = {"name": model.name, "source": source}
    if model.key:
        found["primary_key"] = model.key[0] if len(model.key) == 1 else list(model.key)
    if model.zone != "UTC":
        found["timezone"] = model.zone
    for name, column in (
        ("timestamp_column", model.timestamp),
        ("valid_from_column", model.valid_from),
        ("valid_to_column", model.valid_to),
    ):
        if column is not None:
            found[name] = column
    columns = [{"name": column.name, "type": "json"} for column in model.columns if column.type.kind == "json"]
    columns += [column_definition(column) for column in model.columns if column.tree is not None]
    return found | ({"columns": columns} if columns else {})


def column_definition(column: Col) -> dict[str, str]:
    """A computed column, with its type where the model says it."""
    assert column.tree is not None
    found = {"name": column.name, "expression": column.tree.text}
    kind = "integer" if column.type.kind == "integer" else column.type.family
    return found | ({"type": kind} if column.is_declared else {})
