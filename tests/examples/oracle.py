"""The hand-written answers of an example: SQL run by DuckDB directly on its files, without any of coterie's code.

In: `oracles/<example>/*.sql`. Out: per trait the value of every entity, per audience its members. `setup.sql` makes the
tables at hand; the other files hold queries under headings, `-- trait model.slug else <what holds for entities that the
query leaves out>` and `-- audience model.slug`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

EXAMPLES = Path(__file__).parents[2] / "examples"
ORACLES = Path(__file__).parent / "oracles"
HEADING = re.compile(r"^-- (trait|audience) (\w+\.\w+)(?: else (.+))?\n", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A query and, for traits, what holds for the entities it leaves out."""

    kind: str
    id: str
    otherwise: object
    sql: str

    @property
    def model(self) -> str:
        return self.id.split(".")[0]


@cache
def questions(example: str) -> Mapping[str, Question]:
    """Every query of an example, by the `model.slug` it answers."""
    found: dict[str, Question] = {}
    for file in sorted((ORACLES / example).glob("*.sql")):
        _, *parts = HEADING.split(file.read_text())
        for kind, identifier, otherwise, sql in zip(*[iter(parts)] * 4, strict=True):
            assert identifier not in found, f"two queries answer {identifier}"
            found[identifier] = Question(kind, identifier, otherwise and ast.literal_eval(otherwise), sql)
    return found


def identifiers(example: str, kind: str) -> list[str]:
    """The `model.slug` of every trait or audience that has a query."""
    return [question.id for question in questions(example).values() if question.kind == kind]


class Oracle:
    """What is right for one example at one `as_of`; `more` names a folder of other questions about it."""

    def __init__(self, example: str, as_of: datetime, more: str = "") -> None:
        self._questions = questions(more or example)
        self._connection = duckdb.connect()
        self._connection.execute("SET VARIABLE files = $files", {"files": str(EXAMPLES / example / "data")})
        self._connection.execute("SET VARIABLE as_of = $as_of::TIMESTAMP", {"as_of": as_of.replace(tzinfo=None)})
        for folder in filter(None, (example, more)):
            self._connection.execute((ORACLES / folder / "setup.sql").read_text())

    def entities(self, model: str) -> frozenset[Any]:
        """The key of every entity of a model."""
        rows = self._connection.table(model).fetchall()
        keys = frozenset(row[0] for row in rows)
        assert len(keys) == len(rows)
        return keys

    def values(self, identifier: str) -> dict[Any, Any]:
        """A trait's value for every entity."""
        question = self._questions[identifier]
        answers = dict(self._connection.execute(question.sql).fetchall())
        return {key: answers.get(key, question.otherwise) for key in self.entities(question.model)}

    def members(self, identifier: str) -> frozenset[Any]:
        """The keys of an audience's members."""
        question = self._questions[identifier]
        rows = self._connection.execute(question.sql).fetchall()
        return frozenset(key for (key,) in rows) & self.entities(question.model)

    def sizes(self) -> dict[str, int]:
        """Every audience's size, by slug."""
        found = (question for question in self._questions.values() if question.kind == "audience")
        return {question.id.split(".")[1]: len(self.members(question.id)) for question in found}
