"""Reads `tests/cases/<name>/` into a `Case`: definitions, tiny tables, the rows that must come out, and the oracle.

`case.yml` is coterie's YAML with conveniences, described in `tests/cases/README.md`: definitions are mappings by
name, tables stand in their models, and what is expected stands beside the definition it is expected of.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from coterie.compiler.compiled import Selection
from coterie.compiler.definitions import ProjectDef
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, log_name, members_name, traits_name
from coterie.compiler.loading.templating import Placeholders
from coterie.runtime.relations import EVALUATION_COLUMNS, LOG_COLUMNS, MEMBER_COLUMNS, SIZE_COLUMNS
from coterie.types import INSTANT, INTEGER, TEXT, Type

FOLDER = Path(__file__).parent / "cases"
PUBLISHED = "coterie"
"""The schema with the tables of earlier runs."""

Definition = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table as it is loaded: neutral column types (`decimal(12,3)`, `text[]`) and rows in that order."""

    types: Mapping[str, str]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Expectation:
    """What one column of an entity's result must hold: a value for each key, keys written as text."""

    column: str
    kind: str  # trait, audience or group
    definition: Definition
    values: Mapping[str, Any]

    @property
    def approximate(self) -> bool:
        """`approx_count_distinct` alone need not be exact."""
        return self.kind == "trait" and self.definition.get("config", {}).get("aggregation") == "approx_count_distinct"


@dataclass(frozen=True)
class Case:
    """One case. `expected` and `oracles` are by entity model; `keys` are each model's entities, in text.

    `built` are tables that an earlier run has left, `selection` is all that they do not hold.
    """

    name: str
    about: str
    as_of: datetime
    project: ProjectDef
    document: Definition
    tables: Mapping[str, Table]
    sources: Mapping[str, str]
    views: Mapping[str, str]
    built: Mapping[str, Table]
    selection: Selection
    keys: Mapping[str, tuple[str, ...]]
    expected: Mapping[str, tuple[Expectation, ...]]
    oracles: Mapping[str, str]
    violations: Mapping[str, int]

    @property
    def has_rows(self) -> bool:
        """A broken promise stops the run before there are rows, except for NULL keys."""
        return set(self.violations) <= {"null_key"}

    def key_columns(self, model: str) -> list[str]:
        """The columns of the model's key."""
        return _listed(self.document["models"][model]["primary_key"])


class Loader(yaml.CSafeLoader):
    """YAML 1.2 core scalars: dates and times stay text, a number with a point is a decimal."""


def _decimal(loader: Loader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(loader.construct_scalar(node))


Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"^(~|null|)$", ["~", "n", ""]),
    ("bool", r"^(true|false)$", list("tf")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?$", list("-+0123456789")),
    ("merge", r"^<<$", ["<"]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)
Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def case_names() -> list[str]:
    """Every folder with a case in it."""
    return sorted(path.parent.name for path in FOLDER.glob("*/case.yml"))


@cache
def read_case(name: str, dialect: str = "duckdb") -> Case:
    """The case of that folder, its SELECTs in a dialect; one that says `like: other` is that case with changes."""
    document = _document(name)
    models: dict[str, Definition] = document["models"]
    tables = {model: _table(name, model, parts) for model, parts in models.items()}
    sources = {model: parts.get("table", model) for model, parts in models.items()}
    keys = _keys(document, tables)
    expected = {model: _expectations(name, document, model, keys[model]) for model in _entities(document)}
    return Case(
        name=name,
        about=document["about"],
        as_of=datetime.fromisoformat(document["as_of"]),
        project=_project(document, dialect),
        document=document,
        tables={sources[model]: table for model, table in tables.items() if table},
        sources=sources,
        views=document.get("views", {}),
        built=_built(document),
        selection=_selection(document),
        keys=keys,
        expected=expected,
        oracles=_oracles(name, document, list(expected)),
        violations=document.get("violations", {}),
    )


def written(name: str) -> str:
    """A name as people write it: in quotes where it is odd."""
    return name if re.fullmatch("[a-z_][a-z0-9_]*", name) else '"' + name.replace('"', '""') + '"'


def slug(name: str) -> str:
    """A trait's column: the name in lower case with other characters as `_`."""
    return re.sub(r"[^a-z0-9_]", "_", name.lower())


def related_parts(node: Any) -> Iterator[Definition]:
    """Every mapping below `node`, itself included."""
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from related_parts(child)
    elif isinstance(node, list):
        for child in node:
            yield from related_parts(child)


def _document(name: str) -> Definition:
    document: Definition = yaml.load((FOLDER / name / "case.yml").read_text(encoding="utf-8"), Loader)
    if "like" not in document:
        return document
    base = copy.deepcopy(_document(document["like"]))
    for group in ("traits", "audiences"):
        for definitions in base.get(group, {}).values():
            for definition in definitions.values():
                definition.pop("expect", None)
                definition.pop("members", None)
    base.pop("situations", None)
    merged = _merge(base, document)
    if "window" in merged:
        _put_window(merged, merged.pop("window"))
    return merged


def _merge(base: Definition, changes: Definition) -> Definition:
    for key, value in changes.items():
        nested = isinstance(value, dict) and isinstance(base.get(key), dict) and key not in ("expect", "relationships")
        base[key] = _merge(base[key], value) if nested else value
    return base


def _put_window(document: Definition, window: Definition) -> None:
    """Give the window to every trait and condition over related rows that has none."""
    for group in ("traits", "audiences"):
        for node in related_parts(document.get(group, {})):
            if "source_model" in node:
                node.setdefault("window", window)


def _entities(document: Definition) -> list[str]:
    """The models with traits or audiences that were not all built before."""
    groups = (document.get(group, {}).items() for group in ("traits", "audiences"))
    defined = ((model, one) for group in groups for model, named in group for one in named.values())
    return list(dict.fromkeys(model for model, one in defined if "built" not in one))


def _table(case: str, model: str, parts: Definition) -> Table | None:
    if "rows" not in parts:
        return None
    types = parts["types"]
    for row in parts["rows"]:
        assert len(row) == len(types), f"{case}: {model} has {len(types)} columns, but a row is {row}"
    return Table(types, tuple(tuple(row) for row in parts["rows"]))


def _keys(document: Definition, tables: Mapping[str, Table | None]) -> dict[str, tuple[str, ...]]:
    """Each entity model's keys as the case lists them under `entities`, else those of its rows that have no NULL."""
    keys: dict[str, tuple[str, ...]] = {}
    for model in _entities(document):
        listed = document.get("entities", {}).get(model)
        table = tables[model]
        if listed is None:
            assert table, f"list the keys of {model} under `entities`"
            columns = document["models"][model]["primary_key"]
            positions = [list(table.types).index(column) for column in _listed(columns)]
            parts = ([row[position] for position in positions] for row in table.rows)
            listed = [label(part) for part in parts if None not in part]
        keys[model] = tuple(dict.fromkeys(str(key) for key in listed))
    return keys


def label(parts: list[Any]) -> str:
    """A key as cases write it: its parts joined by ` | `."""
    return " | ".join(str(part) for part in parts)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _expectations(case: str, document: Definition, model: str, keys: tuple[str, ...]) -> tuple[Expectation, ...]:
    found = []
    for name, definition in _active(document, "traits", model):
        values = {str(key): value for key, value in definition.get("expect", {}).items()}
        column = definition.get("slug", slug(name))
        _same_keys(f"{case}: {model}.{column}", set(values), set(keys), subset=False)
        found.append(Expectation(column, "trait", definition, values))
    for name, definition in _active(document, "audiences", model):
        members = {str(key) for key in definition["members"]}
        column = "in_" + definition.get("slug", slug(name))
        _same_keys(f"{case}: {model}.{column}", members, set(keys), subset=True)
        found.append(Expectation(column, "audience", definition, {key: key in members for key in keys}))
    found += _group_expectations(case, document, model, keys)
    return tuple(found)


def _group_expectations(case: str, document: Definition, model: str, keys: tuple[str, ...]) -> Iterator[Expectation]:
    """The split group of every member of an audience with splits; NULL for all others."""
    for name, definition in _active(document, "audiences", model):
        if "splits" in definition:
            column = "group_of_" + definition.get("slug", slug(name))
            groups = {str(key): group for group, members in definition["groups"].items() for key in members}
            _same_keys(
                f"{case}: {model}.{column}", set(groups), {str(key) for key in definition["members"]}, subset=False
            )
            yield Expectation(column, "group", definition, {key: groups.get(key) for key in keys})


def _active(document: Definition, group: str, model: str) -> Iterator[tuple[str, Definition]]:
    """The definitions that are evaluated: no drafts, and nothing that was built before."""
    for name, definition in document.get(group, {}).get(model, {}).items():
        if definition.get("status") != "draft" and "built" not in definition:
            yield name, definition


_NATIVE = {TEXT: "text", INTEGER: "bigint", INSTANT: "timestamptz"}


def _natives(columns: Mapping[str, Type]) -> dict[str, str]:
    """Columns with the types that cases have for them."""
    return {name: _NATIVE[type] for name, type in columns.items()}


def _built(document: Definition) -> dict[str, Table]:
    """The tables that an earlier run has left, with what `built` says of traits and audiences."""
    traits, audiences, tables = list[tuple[Any, ...]](), list[tuple[Any, ...]](), dict[str, Table]()
    for model, parts in document["models"].items():
        entity, types = slug(model), parts.get("types", {})
        key = {name: types[name] for name in _listed(parts.get("primary_key", [])) if name in types}
        if held := _with_built(document, "traits", model):
            keys = dict.fromkeys(key for built in held.values() for key in built["values"])
            rows = ((*str(key).split(" | "), *(built["values"].get(key) for built in held.values())) for key in keys)
            tables[traits_name(entity)] = Table(
                key | {name: built["type"] for name, built in held.items()}, tuple(rows)
            )
            traits += [(entity, name, built["at"], built["at"], len(keys), 0) for name, built in held.items()]
        if held := _with_built(document, "audiences", model):
            members = (
                (*str(key).split(" | "), name, built["at"], None)
                for name, built in held.items()
                for key in built["members"]
            )
            tables[members_name(entity)] = Table(key | _natives(MEMBER_COLUMNS), tuple(members))
            left = (
                (*str(key).split(" | "), name, at, "exit", built["at"], None)
                for name, built in held.items()
                for key, at in built.get("left", {}).items()
            )
            tables[log_name(entity)] = Table(key | _natives(LOG_COLUMNS), tuple(left))
            audiences += [(entity, name, built["at"], built["at"], 0, 0, 0, 0) for name, built in held.items()]
    if tables:
        tables[TRAIT_EVALUATIONS] = Table(_natives(EVALUATION_COLUMNS), tuple(traits))
        tables[AUDIENCE_SIZES] = Table(_natives(SIZE_COLUMNS), tuple(audiences))
    return tables


def _with_built(document: Definition, group: str, model: str) -> dict[str, Definition]:
    """What was built of a model's traits or audiences, by their slugs."""
    defined = document.get(group, {}).get(model, {})
    return {one.get("slug", slug(name)): one["built"] for name, one in defined.items() if "built" in one}


def _selection(document: Definition) -> Selection:
    """All that is evaluated."""
    chosen = (
        frozenset(
            f"{model}.{definition.get('slug', slug(name))}"
            for model in document.get(group, {})
            for name, definition in _active(document, group, model)
        )
        for group in ("traits", "audiences")
    )
    return Selection(*chosen)


def _same_keys(place: str, found: set[str], known: set[str], *, subset: bool) -> None:
    assert found <= known, f"{place}: no such entity: {found - known}"
    assert subset or found == known, f"{place}: nothing is expected for {known - found}"


def _project(document: Definition, dialect: str) -> ProjectDef:
    models = []
    for name, parts in document["models"].items():
        own = {key: value for key, value in parts.items() if key not in ("types", "rows", "table")}
        models.append({"name": name, "source": {"table": written(parts.get("table", name))}, **own})
    relationships = [{"name": name, **parts} for name, parts in document.get("relationships", {}).items()]
    return ProjectDef.model_validate(
        {
            "settings": {"name": "case", "timezone": document.get("timezone", "UTC")},
            "models": models,
            "relationships": relationships,
            "traits": _flat(document, "traits", dialect),
            "audiences": _flat(document, "audiences", dialect),
            "priority_lists": _lists(document),
        }
    )


def _lists(document: Definition) -> list[Definition]:
    return [
        {"name": name, "parent_model": model, "audiences": audiences}
        for model, lists in document.get("priority_lists", {}).items()
        for name, audiences in lists.items()
    ]


def _flat(document: Definition, group: str, dialect: str) -> list[Definition]:
    flat = []
    for model, definitions in document.get(group, {}).items():
        for name, parts in definitions.items():
            own = {key: value for key, value in parts.items() if key not in ("expect", "members", "groups", "built")}
            if written := own.get("config", {}).get("sql_query"):
                text = written.get(dialect, written["duckdb"]) if isinstance(written, dict) else written
                own["config"] = own["config"] | {"sql_query": Placeholders({}, {}).render(text, in_sql=True)}
            flat.append({"name": name, "parent_model": model, **own})
    return flat


def _oracles(case: str, document: Definition, models: list[str]) -> dict[str, str]:
    """The hand-written queries of `oracle.sql`; with several entity models each begins with `-- entity: <model>`."""
    path = FOLDER / case / "oracle.sql"
    if not path.exists():
        return _oracles(document["like"], _document(document["like"]), models) if "like" in document else {}
    text = path.read_text(encoding="utf-8")
    parts = re.split(r"^-- entity: (.+)$", text, flags=re.MULTILINE)
    if len(parts) == 1:
        assert len(models) == 1, f"{case}: oracle.sql needs `-- entity: <model>` before each query"
        return {models[0]: text}
    return dict(zip(parts[1::2], parts[2::2], strict=True))
