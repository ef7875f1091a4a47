"""The project of `everything.yml` with other words in place of its own, its tables, and which text fields it uses."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from pathlib import Path
from types import UnionType
from typing import Any

import duckdb
import yaml
from pydantic import BaseModel

from coterie.compiler.catalog import Catalog
from coterie.compiler.definitions import ProjectFile
from coterie.compiler.ir.names import slug_of
from coterie.compiler.loading.yaml_document import read_yaml
from coterie.project import Project

FOLDER = Path(__file__).parent
Words = Callable[[str], str]
"""What stands in place of a word of the project."""


def unchanged(word: str) -> str:
    return word


@cache
def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def definitions() -> dict[str, Any]:
    """The project as plain values."""
    found: dict[str, Any] = read_yaml(_text("everything.yml"), "everything.yml").data
    return found


def tables() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_text("tables.yml"))
    return found


def renamed(value: Any, words: Words) -> Any:
    """Plain values with words in place of words, written as the place asks for."""
    if isinstance(value, list):
        return [renamed(item, words) for item in value]
    if isinstance(value, dict):
        return {_in_text(key, words): renamed(item, words) for key, item in value.items()}
    return _in_text(value, words) if isinstance(value, str) else value


_PLACES = re.compile(
    r"ref\('(?P<ref>tk_\w+)'\)|\{(?P<trait>tk_\w+)\}|\"(?P<name>tk_\w+)\"|'(?P<text>tk_\w+)'|^(?P<whole>tk_\w+)(?=$|\.\w+$)"
)


def _in_text(text: str, words: Words) -> str:
    def written(found: re.Match[str]) -> str:
        place, word = found.lastgroup, words(str(found[str(found.lastgroup)]))
        match place:
            case "ref":
                return f"ref({_jinja(word)})"
            case "trait":
                return f"{{{slug_of(word)}}}"
            case "name":
                return quoted(word)
            case "text":
                return literal(word)
        return word

    return _PLACES.sub(written, text)


def _jinja(text: str) -> str:
    escapes = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r"}
    return f"'{''.join(escapes.get(char, char) for char in text)}'"


def quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def literal(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def catalog(words: Words) -> Catalog:
    """What a warehouse with the project's tables would say, files apart."""
    columns = {name: renamed(table["columns"], words) for name, table in tables().items()}
    sources = {
        "tk_people": "tk_people_table", "tk_events": "tk_events_table", "tk_raw_events": "tk_events_table",
        "tk_towns": "tk_towns_table", "tk_clubs": "tk_clubs_table", "tk_memberships": "tk_memberships_table",
    }  # fmt: skip
    native = {"DECIMAL(12, 2)": "DECIMAL(12,2)"}
    models = {
        words(model): tuple((name, native.get(type, type)) for name, type in columns[table].items())
        for model, table in sources.items()
    }
    queried = f"{words('tk_people')}.{slug_of(words('tk_queried'))}"
    return Catalog(models, queries={queried: ((words("tk_key"), "VARCHAR"), ("value", "BIGINT"))})


def project(words: Words, *, with_files: bool = True) -> Project:
    """The project with other words. Raises DefinitionErrors."""
    content = renamed(definitions(), words)
    if not with_files:
        files = words("tk_files")
        content["models"] = [model for model in content["models"] if model["name"] != files]
        content["traits"] = [trait for trait in content["traits"] if trait["parent_model"] != files]
    return made(content)


def made(content: Mapping[str, Any]) -> Project:
    """A project of what coterie.yml may say."""
    taken = (
        "name",
        "timezone",
        "schema",
        "targets",
        "default_target",
        "models",
        "relationships",
        "traits",
        "audiences",
        "priority_lists",
    )
    return Project(**{key: content[key] for key in taken})


def fill(connection: duckdb.DuckDBPyConnection, words: Words) -> None:
    """Make the project's tables, with names and values alike renamed."""
    connection.execute(f"CREATE SCHEMA {quoted(words('tk_people_schema'))}")
    for table, parts in tables().items():
        columns = ", ".join(f"{quoted(words(name))} {native}" for name, native in parts["columns"].items())
        schema = f"{quoted(words('tk_people_schema'))}." if table == "tk_people_table" else ""
        name = f"{schema}{quoted(words(table))}"
        connection.execute(f"CREATE TABLE {name} ({columns})")
        places = ", ".join("?" for _ in parts["columns"])
        rows = [[renamed(value, words) for value in row] for row in parts["rows"]]
        connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows)


# Which fields hold text


def text_fields() -> set[str]:
    """`Model.field` for every field of a definition that can hold a text, named by the model that declares it."""
    found: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[Any] = [ProjectFile]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for name, field in model.model_fields.items():
                inside = list(_inside(field.annotation))
                waiting += [part for part in inside if isinstance(part, type) and issubclass(part, BaseModel)]
                if any(part is str or part is Any or isinstance(part, str) for part in inside):
                    found.add(_declared(model, name))
    return found


def _inside(annotation: Any) -> Iterator[Any]:
    """The types, and the words of literals, that an annotation is made of."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _inside(annotation.__origin__)
    elif origin is typing.Literal:
        yield from typing.get_args(annotation)
    elif origin in (typing.Union, UnionType, tuple, list, dict):
        for part in typing.get_args(annotation):
            yield from _inside(part)
    elif annotation is not type(None):
        yield annotation


def _declared(model: type[BaseModel], field: str) -> str:
    owner = next(base for base in reversed(model.__mro__) if field in get_annotations(base))
    return f"{owner.__name__}.{field}"


def used_fields(value: Any) -> Iterator[str]:
    """`Model.field` for every field in which a definition holds a text, number or truth value."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            part = getattr(value, name)
            if any(isinstance(item, str | int | Decimal) for item in _items(part)):
                yield _declared(type(value), name)
            yield from used_fields(part)
    else:
        for item in _items(value):
            if item is not value:
                yield from used_fields(item)


def _items(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple | list):
        return tuple(value)
    return (*value.keys(), *value.values()) if isinstance(value, dict) else (value,)
