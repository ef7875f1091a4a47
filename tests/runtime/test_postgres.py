"""Publishing into PostgreSQL, and what it says when something is wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest

import coterie
from tests.engines import wanted
from tests.live import expected, story

if "postgres" not in wanted():
    pytest.skip("PostgreSQL is not installed", allow_module_level=True)

import psycopg
from psycopg.rows import dict_row
from sqlglot import exp, parse_one

from coterie.runtime.postgres import PINNED, adopt
from tests.engines.postgres import server

ROWS = """
    CREATE SCHEMA shop;
    SET search_path = shop;
    CREATE TABLE customers (id text, country text, born date);
    CREATE TABLE orders (id bigint, customer text, at timestamptz, amount numeric(9, 2), tags text[], notes jsonb);
    INSERT INTO customers VALUES ('é', 'DE', '1990-01-01'), ('z', 'de', NULL), ('A', NULL, '2000-02-29');
    INSERT INTO orders VALUES
        (1, 'é', '2024-05-01 10:00+00', 10.50, '{tea,cup}', '{"gift": true}'),
        (2, 'é', '2024-05-02 10:00+00', 20.25, NULL, NULL),
        (3, 'z', '2024-05-03 10:00+00', 1, '{pot}', '{"gift": "no"}'),
        (4, 'z', '2024-06-01 00:00+00', 99, '{}', NULL);
"""
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {
            "name": "orders",
            "source": {"table": "shop.orders"},
            "primary_key": "id",
            "timestamp_column": "at",
            "columns": [{"name": "gift", "expression": "json_value(notes, '$.gift', 'boolean')"}],
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
        {
            "name": name,
            "parent_model": "customers",
            "trait_type": kind,
            "config": {"source_model": "orders", **config},
        }
        for name, kind, config in (
            ("revenue", "aggregation", {"aggregation": "sum", "column": "amount"}),
            ("last_order", "aggregation", {"aggregation": "max", "column": "at"}),
            ("tags", "list", {"column": "tags", "elements": True}),
            ("gifts", "aggregation", {"aggregation": "count", "filter": "gift"}),
        )
    ],
    "audiences": [
        {
            "name": "big",
            "parent_model": "customers",
            "filter_tree": "{revenue} > 5",
            "splits": {"salt": "june", "groups": [{"name": "a", "percent": 50}, {"name": "b", "percent": 50}]},
        },
        {"name": "known", "parent_model": "customers", "filter_tree": "country IS NOT NULL"},
    ],
}
JUNE, JULY = "2024-06-01", "2024-07-01"


@pytest.fixture
def connection() -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(server(), autocommit=True) as opened:
        opened.execute("DROP SCHEMA IF EXISTS shop CASCADE; DROP SCHEMA IF EXISTS coterie CASCADE")
        opened.execute("SET TimeZone = 'America/New_York'")
        opened.execute(ROWS)
        yield opened


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


def rows(connection: psycopg.Connection[Any], table: str, order: str = "1, 2") -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT * FROM coterie.{table} ORDER BY {order}").fetchall()  # type: ignore[arg-type]


def test_a_run_publishes_what_it_evaluates(connection: psycopg.Connection[Any]) -> None:
    report = project().run(as_of=JUNE, connection=connection)
    assert rows(connection, "customers_traits") == [
        ("A", 0, None, [], 0),
        ("z", 1, datetime(2024, 5, 3, 10, tzinfo=UTC), ["pot"], 0),
        ("é", 30.75, datetime(2024, 5, 2, 10, tzinfo=UTC), ["cup", "tea"], 1),
    ]
    members = [row[:2] for row in rows(connection, "customers_audience_members", "audience, id")]
    assert members == [("é", "big"), ("z", "known"), ("é", "known")]
    assert rows(connection, "trait_values", "key, trait")[-4:] == [
        ("customers", "é", "gifts", "integer", "1"),
        ("customers", "é", "last_order", "timestamp", "2024-05-02T10:00:00.000000Z"),
        ("customers", "é", "revenue", "number", "30.75"),
        ("customers", "é", "tags", "array<text>", '["cup","tea"]'),
    ]
    (entity,) = report.entities
    assert [(audience.slug, audience.size) for audience in entity.audiences] == [("big", 1), ("known", 2)]
    assert connection.execute("SHOW TimeZone").fetchone() == ("America/New_York",)


def test_a_second_run_logs_who_entered_and_left(connection: psycopg.Connection[Any]) -> None:
    project().run(as_of=JUNE, connection=connection)
    connection.execute("UPDATE customers SET country = NULL WHERE id = 'é'")
    project().run(as_of=JULY, connection=connection)
    changes = connection.execute(
        "SELECT as_of, audience, id, change FROM coterie.customers_audience_log ORDER BY 1, 2, 3"
    ).fetchall()
    june, july = datetime(2024, 6, 1, tzinfo=UTC), datetime(2024, 7, 1, tzinfo=UTC)
    assert changes == [
        (june, "big", "é", "enter"),
        (june, "known", "z", "enter"),
        (june, "known", "é", "enter"),
        (july, "big", "z", "enter"),
        (july, "known", "é", "exit"),
    ]


def test_the_same_run_again_changes_nothing(connection: psycopg.Connection[Any]) -> None:
    tables = ("customers_traits", "customers_audience_members", "customers_audience_log", "audience_members")
    project().run(as_of=JUNE, connection=connection)
    before = [rows(connection, name, "1, 2, 3") for name in tables]
    project().run(as_of=JUNE, connection=connection)
    assert [rows(connection, name, "1, 2, 3") for name in tables] == before


def test_a_partial_run_keeps_the_other_columns(connection: psycopg.Connection[Any]) -> None:
    project().run(as_of=JUNE, connection=connection)
    project().run(as_of=JULY, select="revenue", connection=connection)
    found = connection.execute("SELECT id, revenue, gifts FROM coterie.customers_traits ORDER BY id").fetchall()
    assert found == [("A", 0, 0), ("z", 100, 0), ("é", 30.75, 1)]


def test_what_is_published_is_what_duckdb_publishes(connection: psycopg.Connection[Any]) -> None:
    project().run(as_of=JULY, connection=connection)
    with duckdb.connect() as other:
        other.execute("SET TimeZone = 'UTC'; CREATE SCHEMA shop")
        other.execute("CREATE TABLE shop.customers (id TEXT, country TEXT, born DATE)")
        other.execute(
            """CREATE TABLE shop.orders (
                id BIGINT, customer TEXT, "at" TIMESTAMPTZ, amount DECIMAL(9, 2), tags TEXT[], notes JSON
            )"""
        )
        for table, columns in (("customers", "*"), ("orders", "id, customer, at, amount, tags, notes::text")):
            found = connection.execute(f"SELECT {columns} FROM shop.{table}").fetchall()
            marks = ", ".join("?" for _ in found[0])
            other.executemany(f"INSERT INTO shop.{table} VALUES ({marks})", found)
        project().run(as_of=JULY, connection=other)
        for table in ("customers_traits", "trait_values", "audience_members", "customers_audience_log"):
            expected = other.execute(f"SELECT * FROM coterie.{table} ORDER BY ALL").fetchall()
            found = connection.execute(f"SELECT * FROM coterie.{table}").fetchall()
            assert sorted(map(repr, map(_plain, found))) == sorted(map(repr, map(_plain, expected)))


def _plain(row: tuple[Any, ...]) -> list[object]:
    return [value.astimezone(UTC) if isinstance(value, datetime) else value for value in row]


def test_a_run_that_fails_changes_nothing(connection: psycopg.Connection[Any]) -> None:
    project().run(as_of=JUNE, connection=connection)
    before = rows(connection, "customers_traits"), rows(connection, "trait_evaluations")
    connection.execute("INSERT INTO customers VALUES ('z')")
    with pytest.raises(coterie.WarehouseError, match=r"^\[duplicate_key\] 1 value of the key"):
        project().run(as_of=JULY, connection=connection)
    assert (rows(connection, "customers_traits"), rows(connection, "trait_evaluations")) == before


def test_two_runs_at_once_are_one_after_the_other(connection: psycopg.Connection[Any]) -> None:
    started: list[str] = []
    with psycopg.connect(server(), autocommit=True) as other:
        other.execute("SET statement_timeout = '300ms'")

        def meet(progress: Any) -> None:
            if not started:
                started.append("once")
                with pytest.raises(coterie.WarehouseError, match=r"^\[concurrent_run\] another run into the same"):
                    project().run(as_of=JULY, connection=other)

        project().run(as_of=JUNE, connection=connection, watch=meet)
        other.execute("SET statement_timeout = 0")
        project().run(as_of=JULY, connection=other)
    assert started
    assert connection.execute("SELECT COUNT(DISTINCT as_of) FROM coterie.trait_evaluations").fetchone() == (2,)


def test_a_view_upon_a_published_table_is_not_lost(connection: psycopg.Connection[Any]) -> None:
    project().run(as_of=JUNE, connection=connection)
    connection.execute("CREATE VIEW rich AS SELECT id FROM coterie.customers_traits WHERE revenue > 5")
    with pytest.raises(coterie.WarehouseError, match=r"^\[needed_elsewhere\] .*rich"):
        project().run(as_of=JULY, connection=connection)
    assert connection.execute("SELECT * FROM rich").fetchall() == [("é",)]


def test_a_connection_inside_a_transaction_is_refused(connection: psycopg.Connection[Any]) -> None:
    with connection.transaction(), pytest.raises(coterie.WarehouseError, match=r"^\[transaction_open\]"):
        project().run(as_of=JUNE, connection=connection)


def test_a_connection_that_is_closed_is_refused(connection: psycopg.Connection[Any]) -> None:
    connection.close()
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\] the connection is closed"):
        project().run(as_of=JUNE, connection=connection)


@pytest.mark.parametrize("factory", [psycopg.Cursor, psycopg.RawCursor])
@pytest.mark.usefixtures("connection")
def test_a_lent_connection_may_have_rows_and_cursors_of_its_own(factory: Any) -> None:
    with psycopg.connect(server(), row_factory=dict_row, cursor_factory=factory) as lent:
        report = project().run(as_of=JUNE, connection=lent)
        assert report.entities[0].rows == 3
        assert lent.execute("SELECT COUNT(*) AS n FROM coterie.customers_traits").fetchone() == {"n": 3}


def test_a_connection_that_cannot_be_used_is_given_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PINNED, "DateStyle", "nonsense")
    with psycopg.connect(server()) as lent:
        lent.execute("SET TimeZone = 'Asia/Tokyo'")
        lent.commit()
        with pytest.raises(coterie.WarehouseError, match="nonsense"):
            adopt(lent)
        assert not lent.autocommit
        assert lent.execute("SHOW TimeZone").fetchone() == ("Asia/Tokyo",)


def test_a_run_that_waits_for_another_can_be_cancelled(connection: psycopg.Connection[Any]) -> None:
    first = adopt(connection)
    with psycopg.connect(server()) as other, first.transaction("first"):
        second = adopt(other)

        def stop() -> None:
            waiting = "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'"
            with psycopg.connect(server(), autocommit=True) as beside:
                while not beside.execute(waiting, [other.info.backend_pid]).fetchone():
                    pass
            second.cancel()

        thread = threading.Thread(target=stop)
        thread.start()
        with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\]"), second.transaction("second"):
            pass
        thread.join()


def test_more_columns_than_a_table_holds(connection: psycopg.Connection[Any]) -> None:
    session = adopt(connection)
    for count in (1601, 1665):
        wide = exp.select(*(exp.alias_(exp.Literal.number(1), f"c{number}") for number in range(count)))
        create = exp.Create(this=exp.table_("wide", db="shop"), kind="TABLE", expression=wide)
        with pytest.raises(coterie.WarehouseError, match=r"^\[statement_refused\] PostgreSQL holds at most 1,600 col"):
            session.execute(create)


def test_a_session_that_is_read_only(connection: psycopg.Connection[Any]) -> None:
    connection.execute("SET default_transaction_read_only = on")
    with pytest.raises(coterie.WarehouseError, match=r"^\[not_permitted\] cannot execute CREATE TABLE in a read-only"):
        adopt(connection).execute(parse_one("CREATE TABLE shop.things (id INT)", dialect="postgres"))


def test_default_privileges_outlast_runs(connection: psycopg.Connection[Any]) -> None:
    """Tables and views are made anew, so that what is granted on them is gone after a run."""
    connection.execute("DROP ROLE IF EXISTS analyst; CREATE ROLE analyst")
    project().run(as_of=JUNE, connection=connection)
    connection.execute("GRANT USAGE ON SCHEMA coterie TO analyst")
    connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA coterie TO analyst")
    connection.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA coterie GRANT SELECT ON TABLES TO analyst")
    for as_of in (JUNE, JULY):
        project().run(as_of=as_of, connection=connection)
    connection.execute("SET ROLE analyst")
    for name in ("customers_traits", "customers_audience_members", "trait_values", "trait_evaluations"):
        assert rows(connection, name)
    connection.execute("RESET ROLE; DROP OWNED BY analyst; DROP ROLE analyst")


def target(**changes: Any) -> dict[str, Any]:
    found = psycopg.conninfo.conninfo_to_dict(server())
    known = {"host": found["host"], "user": found["user"], "database": found["dbname"]}
    return {"targets": {"dev": {"source_type": "postgres"} | known | changes}}


@pytest.mark.usefixtures("connection")
def test_a_target_is_connected_to() -> None:
    report = project(**target(statement_timeout=60)).run(as_of=JUNE)
    assert report.entities[0].rows == 3


def test_the_story_of_live_tests_is_the_same() -> None:
    assert story(target()["targets"]["dev"]) == expected()


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] PostgreSQL cannot be reached: "):
        project(**target(host="127.0.0.1", port=1)).run(as_of=JUNE)


@pytest.mark.usefixtures("connection")
def test_checks_write_nothing(connection: psycopg.Connection[Any]) -> None:
    project(**target()).check()
    assert connection.execute("SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'coterie'").fetchone() == (0,)


def test_tables_that_are_not_there_are_named(connection: psycopg.Connection[Any]) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=connection)
    assert "[missing_table]" in str(raised.value)
    assert "did you mean `customers`?" in str(raised.value)


def test_who_may_not_write_is_told(connection: psycopg.Connection[Any]) -> None:
    connection.execute("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA shop TO reader")
    connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA shop TO reader")
    with pytest.raises(coterie.WarehouseError, match=r"^\[not_permitted\] permission denied"):
        project(**target(user="reader")).run(as_of=JUNE)
    connection.execute("DROP OWNED BY reader; DROP ROLE reader")


def test_a_connection_that_is_lost(connection: psycopg.Connection[Any]) -> None:
    with psycopg.connect(server(), autocommit=True) as other:

        def end(progress: Any) -> None:
            if progress.number == progress.total and progress.seconds is None:
                connection.execute("SELECT pg_terminate_backend(%s)", [other.info.backend_pid])

        with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
            project().run(as_of=JUNE, connection=other, watch=end)
    assert connection.execute("SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'coterie'").fetchone() == (0,)


def test_more_traits_than_a_table_has_room_for(connection: psycopg.Connection[Any]) -> None:
    """A key of 24 bytes leaves room for 984 numbers of 8."""
    counts = [
        {
            "name": f"above_{n}",
            "parent_model": "customers",
            "trait_type": "aggregation",
            "config": {"source_model": "orders", "aggregation": "count", "filter": f"amount * 100 > {n}"},
        }
        for n in range(1_000)
    ]
    audiences = [
        {"name": f"many_{n}", "parent_model": "customers", "filter_tree": f"{{above_{n}}} > 0"} for n in (0, 999)
    ]
    many = project(traits=counts, audiences=audiences)
    report = many.run(as_of=JUNE, connection=connection)
    columns = connection.execute(
        "SELECT table_name, COUNT(*)::int, MIN(ordinal_position)::int FROM information_schema.columns "
        "WHERE table_schema = 'coterie' AND table_name LIKE 'customers_traits%' GROUP BY 1 ORDER BY 1"
    ).fetchall()
    assert columns == [("customers_traits", 985, 1), ("customers_traits_2", 17, 1)]
    assert rows(connection, "customers_traits_2") == [("A", *16 * [0]), ("z", *16 * [0]), ("é", *16 * [2])]
    assert [(one.slug, one.size) for one in report.entities[0].audiences] == [("many_0", 2), ("many_999", 1)]
    assert (report.scans, report.entities[0].rows) == (4, 3)
    (first,) = connection.execute("SELECT value FROM coterie.trait_values WHERE key = 'é' AND trait = 'above_999'")
    assert first == ("2",)
    many.run(as_of=JUNE, select="above_990", connection=connection)
    assert rows(connection, "customers_traits_2") == [("A", *16 * [0]), ("z", *16 * [0]), ("é", *16 * [2])]
