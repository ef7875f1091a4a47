"""Runs on the engine in this process, each of which prints what it found as a line of JSON.

`python -m tests.runtime.embedded_clickhouse NAME FOLDER` is a process of its own: an engine that crashes takes nothing
else with it, and one process has but one.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import clickhouse_connect
import sqlglot
from chdb.session import Session

import coterie
from coterie.runtime.warehouse import adopt
from tests.runtime.clickhouse_shop import DEFINITIONS, ROWS

JUNE = "2024-06-01"
TRAITS = "SELECT id, revenue, tags FROM coterie.customers_traits ORDER BY id"
SLOW = "SELECT sum(sleepEachRow(0.1)) FROM numbers(200) SETTINGS max_block_size = 1"


def project(**changes: Any) -> coterie.Project:
    """The shop's, its tables named without a database."""
    models = [model | {"source": {"table": model["name"]}} for model in DEFINITIONS["models"]]
    return coterie.Project(**(DEFINITIONS | {"models": models} | changes))


def filled(session: Session) -> Session:
    for statement in ("CREATE DATABASE shop", *ROWS, "USE shop"):
        session.query(statement)
    return session


def found(session: Session) -> Any:
    return json.loads(session.query(TRAITS, "JSONCompact").bytes())["data"]


def told(function: Callable[[], object]) -> str:
    try:
        return repr(function())
    except coterie.WarehouseError as error:
        return str(error)


def lent_session(folder: Path) -> Any:
    """A session whose settings would spoil everything, and still has them afterwards."""
    with filled(Session()) as session:
        for setting in (
            "join_use_nulls = 0",
            "session_timezone = 'America/New_York'",
            "date_time_output_format = 'simple'",
        ):
            session.query(f"SET {setting}")
        project().run(as_of=JUNE, connection=session)
        last = "SELECT last_order, getSetting('session_timezone') FROM coterie.customers_traits WHERE id = 'z'"
        return {"traits": found(session), "settings": session.query(last, "TSV").bytes().decode()}


def lent_client(folder: Path) -> Any:
    with filled(Session()) as session:
        client = clickhouse_connect.get_client(interface="chdb", path=":memory:", database="shop")
        project().run(as_of=JUNE, connection=client)
        client.close()
        return {"traits": found(session)}


def target(folder: Path) -> Any:
    """A folder that is not there yet is read as an empty one, and made by a run."""
    targets = {"dev": {"source_type": "clickhouse", "path": "shop.chdb", "database": "shop"}}
    project_of = coterie.Project(**(DEFINITIONS | {"targets": targets}), root=folder)
    try:
        project_of.check()
    except coterie.DefinitionErrors as errors:
        missing = str(errors).partition("\n")[0]
    is_there = (folder / "shop.chdb").exists()
    with filled(Session(str(folder / "shop.chdb"))):
        pass
    first = project_of.run(as_of=JUNE).entities[0].rows
    with Session(str(folder / "shop.chdb")) as session:
        return {"missing": missing, "is there": is_there, "rows": first, "traits": found(session)}


def cancelled(folder: Path) -> Any:
    with Session() as session:
        warehouse = adopt(session)
        query = sqlglot.parse_one(SLOW, dialect="clickhouse")
        said: list[str] = []
        thread = threading.Thread(target=lambda: said.append(told(lambda: warehouse.fetch(query))))  # type: ignore[arg-type]
        thread.start()
        start = time.monotonic()
        while thread.is_alive() and time.monotonic() - start < 15:
            time.sleep(0.3)
            warehouse.cancel()
        thread.join()
        warehouse.close()
        return said


if __name__ == "__main__":
    runs = {run.__name__: run for run in (lent_session, lent_client, target, cancelled)}
    print(json.dumps(runs[sys.argv[1]](Path(sys.argv[2]))))
