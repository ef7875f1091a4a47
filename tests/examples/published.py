"""What a run of an example publishes, read back as plain values and compared with the oracle's."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

import coterie
from coterie.selection import selectables
from tests.case_rows import same
from tests.examples.oracle import EXAMPLES


class Published:
    """The tables of one run, in a database of its own."""

    def __init__(self, example: str | Path, as_of: datetime) -> None:
        self.connection = duckdb.connect()
        coterie.load(EXAMPLES / example).run(as_of=as_of, connection=self.connection)

    def keys(self, model: str) -> list[Any]:
        """The key of every entity of a model."""
        rows = self.connection.table(f"coterie.{model}_traits")
        return [key for (key,) in rows.project(f'"{rows.columns[0]}"').fetchall()]

    def values(self, identifier: str) -> dict[Any, Any]:
        """A trait's value for every entity, by key."""
        model, slug = identifier.split(".")
        rows = self.connection.table(f"coterie.{model}_traits")
        return dict(rows.project(f'"{rows.columns[0]}", "{slug}"').fetchall())

    def members(self, identifier: str) -> frozenset[Any]:
        """The keys of an audience's members."""
        model, slug = identifier.split(".")
        rows = self.connection.table(f"coterie.{model}_audience_members")
        found = rows.filter(f"audience = '{slug}'").project(f'"{rows.columns[0]}"').fetchall()
        keys = frozenset(key for (key,) in found)
        assert len(keys) == len(found)
        return keys


def differences(published: dict[Any, Any], expected: dict[Any, Any]) -> list[str]:
    """Where a trait differs from the oracle's, in value or in type."""
    found = [f"{key}: left out" for key in expected.keys() - published.keys()]
    found += [f"{key}: not an entity" for key in published.keys() - expected.keys()]
    return found + [
        f"{key}: expected {expected[key]!r}, found {value!r}"
        for key, value in published.items()
        if key in expected and not same(expected[key], value)
    ]


def defined(example: str, kind: str) -> list[str]:
    """The `model.slug` of every trait or audience that the example defines."""
    known = selectables(coterie.load(EXAMPLES / example).definitions)
    return [one.id for one in known if one.kind == kind]


def documented_sizes(example: str) -> dict[str, int]:
    """The audiences' sizes that the example's README tells, by name."""
    readme = (EXAMPLES / example / "README.md").read_text()
    return {
        name: int(size.replace(",", ""))
        for name, size in re.findall(r"^\| ([^|]+?) \|(?: \w+ \|)? ([\d,]+) \|$", readme, re.MULTILINE)
    }
