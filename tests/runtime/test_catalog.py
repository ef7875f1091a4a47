"""Sources are described by the warehouse, and those that cannot be read are errors of their models."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest

from coterie import dialects
from coterie.compiler.definitions import ModelDef
from coterie.errors import DefinitionErrors
from coterie.runtime.catalog import read_catalog
from coterie.runtime.warehouse import adopt
from tests.runtime.handmade import Connection

Sources = Mapping[str, Mapping[str, str]]


def described(connection: Connection, root: Path, sources: Sources) -> Mapping[str, Any]:
    models = [ModelDef.model_validate({"name": name, "source": source}) for name, source in sources.items()]
    return read_catalog(models, adopt(connection), dialects.get("duckdb"), root).models


def mistakes(connection: Connection, root: Path, sources: Sources) -> list[str]:
    with pytest.raises(DefinitionErrors) as caught:
        described(connection, root, sources)
    return [str(error) for error in caught.value.errors]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data" / "days").mkdir(parents=True)
    (tmp_path / "data" / "customers.csv").write_text("id,joined\n1,2024-01-01\n")
    with duckdb.connect() as connection:
        for day in (1, 2):
            file = str(tmp_path / "data" / "days" / f"{day}.parquet")
            connection.sql('SELECT 1.25::DECIMAL(12, 3) AS amount, \'x\' AS "Odd ""name"').write_parquet(file)
    return tmp_path


def test_every_kind_of_source(connection: Connection, root: Path) -> None:
    connection.execute('CREATE SCHEMA shop; CREATE VIEW shop."Big orders" AS SELECT [1, 2] AS items, now() AS at')
    found = described(
        connection,
        root,
        {
            "people": {"table": "people"},
            "orders": {"table": 'shop."Big orders"'},
            "csv": {"file": "data/customers.csv"},
            "days": {"file": "data/days/*.parquet"},
            "sql": {"sql": "SELECT count(*) AS n, sum(spend) AS total FROM people"},
        },
    )
    assert found == {
        "people": (("id", "INTEGER"), ("name", "VARCHAR"), ("spend", "DECIMAL(18,2)"), ("vip", "BOOLEAN")),
        "orders": (("items", "INTEGER[]"), ("at", "TIMESTAMP WITH TIME ZONE")),
        "csv": (("id", "BIGINT"), ("joined", "DATE")),
        "days": (("amount", "DECIMAL(12,3)"), ('Odd "name', "VARCHAR")),
        "sql": (("n", "BIGINT"), ("total", "DECIMAL(38,2)")),
    }


def test_what_a_connection_registered_is_a_table(connection: Connection, root: Path) -> None:
    connection.sql("SELECT 7 AS n").create_view("lent")
    assert described(connection, root, {"lent": {"table": "lent"}}) == {"lent": (("n", "INTEGER"),)}


def test_all_missing_sources_are_told_at_once(connection: Connection, root: Path) -> None:
    sources = {
        "a": {"table": "peopel"},
        "b": {"table": "shop.people"},
        "c": {"file": "data/customer.csv"},
        "d": {"file": "elsewhere/x.dat"},
        "e": {"file": "data/days/*.csv"},
    }
    assert mistakes(connection, root, sources) == [
        "[missing_file] model `c`, source.file: file `data/customer.csv` does not exist\n"
        "    did you mean `data/customers.csv`?",
        "[missing_file] model `d`, source.file: file `elsewhere/x.dat` does not exist\n"
        "    known data files: `data/customers.csv`, `data/days/1.parquet`, `data/days/2.parquet`",
        "[missing_file] model `e`, source.file: file `data/days/*.csv` does not exist\n"
        "    did you mean `data/days/2.parquet` or `data/days/1.parquet`?",
        "[missing_table] model `a`, source.table: table `peopel` does not exist\n    did you mean `people`?",
        "[missing_table] model `b`, source.table: table `shop.people` does not exist\n    did you mean `people`?",
    ]


def test_sources_that_cannot_be_read(connection: Connection, root: Path) -> None:
    (root / "data" / "broken.parquet").write_text("not parquet at all")
    found = mistakes(connection, root, {"a": {"file": "data/broken.parquet"}, "b": {"sql": "SELECT nme FROM people"}})
    assert found[0].startswith("[unreadable_file] model `a`, source.file: file `data/broken.parquet` cannot be read: ")
    assert found[1] == (
        "[unreadable_source] model `b`, source.sql: the warehouse refuses the source: "
        'Referenced column "nme" not found in FROM clause!'
    )
    assert "\n" not in found[0]
