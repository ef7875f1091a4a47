"""Datasets in memory, and the statements of runs: GoogleSQL's evaluator answers the SELECTs that are in them.

Statements are taken apart by how coterie writes them. Each is shown to the analyzer first, so that what GoogleSQL
refuses is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from tests.engines.bigquery_endpoint import Column, RefusedError, Relation, Rows
from tests.engines.googlesql import EvaluationError, GoogleSQL

_NAME = r"((?:`[^`]+`\.)*`[^`]+`)"
_CREATE_SCHEMA = re.compile(r"CREATE SCHEMA (IF NOT EXISTS )?`([^`]+)`")
_DROP_SCHEMA = re.compile(r"DROP SCHEMA IF EXISTS `([^`]+)` CASCADE")
_CREATE_AS = re.compile(rf"CREATE (OR REPLACE )?(TABLE|VIEW) {_NAME}\s+AS\s+(.*)", re.DOTALL)
_CREATE_TABLE = re.compile(rf"CREATE TABLE IF NOT EXISTS {_NAME} \((.*)\)", re.DOTALL)
_ADD_COLUMN = re.compile(rf"ALTER TABLE {_NAME} ADD COLUMN `([^`]+)` (\w+)")
_DROP = re.compile(rf"DROP (?:TABLE|VIEW) IF EXISTS {_NAME}")
_INSERT = re.compile(rf"INSERT INTO {_NAME}\s+\(([^)]*)\)\s+(.*)", re.DOTALL)
_DELETE = re.compile(rf"DELETE FROM {_NAME}\s+WHERE\s+(.*)", re.DOTALL)
_TRANSACTION = re.compile(r"BEGIN TRANSACTION;\n(.*);\nCOMMIT TRANSACTION", re.DOTALL)
_INFORMATION_SCHEMA = re.compile(r"`([^`]+)`\.INFORMATION_SCHEMA\.COLUMNS")


class Datasets:
    """All relations by the names of their datasets and their own."""

    def __init__(self) -> None:
        self._evaluator = _evaluator()
        self._evaluator.clear()
        self._told: list[tuple[str, Relation]] = []
        self._default: str | None = None
        self.found: dict[str, dict[str, Relation]] = {}

    def create(self, dataset: str, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
        self.found.setdefault(dataset, {})[name] = Relation(tuple(columns), [_stored(row, columns) for row in rows])

    def run(self, sql: str, default: str | None = None) -> tuple[tuple[Column, ...], Rows]:
        """Run a statement; what gives no rows has no columns. `default` is the dataset of names that say none."""
        self._default = default
        if script := _TRANSACTION.fullmatch(sql):
            before = {dataset: dict(relations) for dataset, relations in self.found.items()}
            try:
                for statement in script[1].split(";\n"):
                    if statement.startswith(("CREATE", "DROP", "ALTER")):
                        raise RefusedError("invalidQuery", "Transactions do not support statements on permanent tables")
                    self._run(statement)
            except RefusedError:
                self.found = before
                raise
            return (), []
        return self._run(sql)

    def _run(self, sql: str) -> tuple[tuple[Column, ...], Rows]:
        if sql.startswith(("SELECT", "WITH", "(")):
            return self._select(sql)
        self._analyze(sql)
        self._change(sql)
        return (), []

    def _change(self, sql: str) -> None:
        if created := _CREATE_SCHEMA.fullmatch(sql):
            self.found.setdefault(created[2], {})
        elif dropped := _DROP_SCHEMA.fullmatch(sql):
            self.found.pop(dropped[1], None)
        elif created := _CREATE_AS.fullmatch(sql):
            self._create_as(created[3], created[4], is_view=created[2] == "VIEW", is_replacing=bool(created[1]))
        elif created := _CREATE_TABLE.fullmatch(sql):
            dataset, name = self._place(created[1])
            columns = re.findall(r"`([^`]+)` (.+?),?$", created[2], re.MULTILINE)
            self.found[dataset].setdefault(name, Relation(tuple(columns)))
        elif added := _ADD_COLUMN.fullmatch(sql):
            dataset, name = self._place(added[1])
            old = self.found[dataset][name]
            self.create(dataset, name, (*old.columns, (added[2], added[3])), [(*row, None) for row in old.rows])
        elif dropped := _DROP.fullmatch(sql):
            dataset, name = self._place(dropped[1])
            self.found[dataset].pop(name, None)
        elif inserted := _INSERT.fullmatch(sql):
            self._insert(inserted[1], re.findall("`([^`]+)`", inserted[2]), inserted[3])
        elif deleted := _DELETE.fullmatch(sql):
            dataset, name = self._place(deleted[1])
            kept = self._select(f"SELECT * FROM {deleted[1]} WHERE NOT COALESCE({deleted[2]}, FALSE)")[1]
            self.create(dataset, name, self.found[dataset][name].columns, kept)
        else:
            raise RefusedError("notImplemented", f"tests do not know how to run: {sql}")

    def _create_as(self, name: str, select: str, *, is_view: bool, is_replacing: bool) -> None:
        dataset, table = self._place(name)
        columns, rows = self._select(select)
        old = self.found[dataset].get(table)
        if old is not None and not is_replacing:
            raise RefusedError("duplicate", f"Already Exists: Table {dataset}.{table}")
        if old is not None and bool(old.select) != is_view:
            kind = "VIEW" if old.select else "TABLE"
            message = f"{dataset}.{table} is not allowed for this operation because it is currently a {kind}."
            raise RefusedError("invalid", message)
        self.create(dataset, table, columns, [] if is_view else rows)
        self.found[dataset][table].select = select if is_view else ""

    def _insert(self, name: str, columns: list[str], select: str) -> None:
        dataset, table = self._place(name)
        old = self.found[dataset][table]
        rows = [dict(zip(columns, row, strict=True)) for row in self._select(select)[1]]
        added = [tuple(row.get(column) for column, _ in old.columns) for row in rows]
        self.create(dataset, table, old.columns, [*old.rows, *added])

    def _place(self, name: str) -> tuple[str, str]:
        *_, dataset, table = re.findall("`([^`]+)`", name)
        if dataset not in self.found:
            raise RefusedError("notFound", f"Not found: Dataset local:{dataset} was not found in location EU")
        return dataset, table

    def _select(self, sql: str) -> tuple[tuple[Column, ...], Rows]:
        text = self._known(sql)
        try:
            columns, rows = self._evaluator.query(text)
        except EvaluationError as error:
            raise _refused(error) from error
        return columns, [_stored(row, columns) for row in rows]

    def _analyze(self, sql: str) -> None:
        text = self._known(sql)
        try:
            self._evaluator.analyze(text)
        except EvaluationError as error:
            raise _refused(error) from error

    def _known(self, sql: str) -> str:
        """Tell the evaluator of the relations that a statement reads, and give it the statement with its names."""
        if of_dataset := _INFORMATION_SCHEMA.search(sql):
            dataset, _ = self._place(f"`{of_dataset[1]}`.`COLUMNS`")
            self._tell({"columns": Relation(_DESCRIBED, self._described(dataset))})
            return sql.replace(of_dataset[0], "columns")
        made = _CREATE_AS.match(sql)
        made_name = made[3].replace("`.`", ".") if made else ""
        known = {}
        for dataset, relations in self.found.items():
            sql = re.sub(rf"(?:`local`\.)?`{re.escape(dataset)}`\.`", f"`{dataset}.", sql)
            for name, relation in relations.items():
                called = f"`{dataset}.{name}`"
                if relation.select and called in sql and called != made_name:
                    relation = Relation(relation.columns, self._select(relation.select)[1])
                known |= {f"{dataset}.{name}": relation} | ({name: relation} if dataset == self._default else {})
        self._tell(known)
        return sql

    def _tell(self, known: dict[str, Relation]) -> None:
        """Make these the evaluator's tables; telling takes as long as asking, so it is not told what it knows."""
        if list(known.items()) != self._told:
            self._evaluator.clear()
            for name, relation in known.items():
                self._evaluator.create_table(name, relation.columns, relation.rows)
            self._told = list(known.items())

    def _described(self, dataset: str) -> Rows:
        return [
            (name, column, native, position, "NO")
            for name, relation in self.found[dataset].items()
            for position, (column, native) in enumerate(relation.columns, 1)
        ]


@cache
def _evaluator() -> GoogleSQL:
    """One for all tests of a process: starting it takes half a second."""
    return GoogleSQL()


_DESCRIBED = (
    ("table_name", "STRING"),
    ("column_name", "STRING"),
    ("data_type", "STRING"),
    ("ordinal_position", "INT64"),
    ("is_hidden", "STRING"),
)


def _stored(row: Sequence[Any], columns: Sequence[Column]) -> tuple[Any, ...]:
    """An array that is NULL is an empty one, as BigQuery shows and stores it."""
    return tuple(
        [] if value is None and native.startswith("ARRAY") else value
        for value, (_, native) in zip(row, columns, strict=True)
    )


def _refused(error: EvaluationError) -> RefusedError:
    message = str(error).partition("Message: ")[2] or str(error)
    if found := re.match(r"Table not found: `?([^\s;`]+)", message):
        return RefusedError("notFound", f"Not found: Table local:{found[1]} was not found in location EU")
    return RefusedError("invalidQuery", message)
