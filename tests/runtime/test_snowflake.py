"""Publishing into Snowflake, as far as fakesnow and a server at fault can stand for it."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlglot import exp, parse_one

import coterie
from tests.conformance.grammar import known, violations
from tests.effort import some
from tests.engines import wanted
from tests.live import JULY, JUNE, expected, story
from tests.runtime.snowflake_endpoint import Endpoint, Refusal, endpoint

if "snowflake" not in wanted() or find_spec("snowflake") is None:
    pytest.skip("fakesnow or Snowflake's connector is not installed", allow_module_level=True)

HOME = TemporaryDirectory()  # where the connector looks for its file of connections, from its import on
os.environ |= {"SNOWFLAKE_HOME": HOME.name, "SNOWFLAKE_DISABLE_PLATFORM_DETECTION": "true"}

from snowflake import connector  # noqa: E402

from coterie.runtime.snowflake import PINNED, Snowflake, adopt, connect  # noqa: E402

TARGET = {"source_type": "snowflake", "connection_name": "fakesnow"}
LOGIN = {"account": "fakesnow", "user": "fake", "password": "snow", "host": "127.0.0.1", "protocol": "http"}
ROWS = """
    CREATE SCHEMA shop;
    CREATE TABLE shop.customers (id VARCHAR, country VARCHAR, seen TIMESTAMP_NTZ);
    CREATE TABLE shop.orders (id NUMBER(38,0), customer VARCHAR, amount NUMBER(9,2), tags ARRAY, notes VARIANT);
    INSERT INTO shop.customers SELECT 'é', 'DE', '2024-05-01 10:00:00' UNION ALL SELECT 'z', 'de', NULL;
    INSERT INTO shop.orders
        SELECT 1, 'é', 10.50, ARRAY_CONSTRUCT('tea', 'cup'), PARSE_JSON('{"gift": true}')
        UNION ALL SELECT 2, 'z', 1, ARRAY_CONSTRUCT('pot'), NULL
"""
TRAITS = (
    ("revenue", "aggregation", {"aggregation": "sum", "column": "amount"}),
    ("gifts", "aggregation", {"aggregation": "count", "filter": "json_value(notes, '$.gift', 'boolean')"}),
    ("tags", "list", {"column": "tags", "elements": True}),
)
DEFINITIONS: dict[str, Any] = {
    "models": [
        {"name": "customers", "source": {"table": "shop.customers"}, "primary_key": "id"},
        {"name": "orders", "source": {"table": "shop.orders"}, "primary_key": "id"},
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
        for name, kind, config in TRAITS
    ],
    "audiences": [{"name": "big", "parent_model": "customers", "filter_tree": "{revenue} > 5"}],
}
PUBLISHED = ("customers_traits", "customers_audience_members", "customers_audience_log", "trait_evaluations")


@pytest.fixture(scope="module")
def running() -> Iterator[Endpoint]:
    with endpoint() as found:
        file = Path(HOME.name) / "connections.toml"
        options = LOGIN | {"database": "TESTS", "schema": "PUBLIC"}
        lines = ["[fakesnow]", f"port = {found.port}", *(f'{name} = "{value}"' for name, value in options.items())]
        file.write_text("\n".join(lines))
        file.chmod(0o600)
        yield found


@pytest.fixture
def server(running: Endpoint) -> Endpoint:
    running.reset()
    return running


@pytest.fixture
def connection(server: Endpoint) -> Iterator[Any]:
    """A session that somebody has set up otherwise, and tables."""
    opened = opened_at(server)
    try:
        for name in ("SHOP", "coterie", "whole"):
            opened.cursor().execute(f'DROP SCHEMA IF EXISTS "{name}"')
        for statement in ROWS.split(";"):
            opened.cursor().execute(statement)
        opened.cursor().execute("ALTER SESSION SET TIMEZONE = 'Asia/Tokyo', QUERY_TAG = 'mine', AUTOCOMMIT = FALSE")
        yield opened
        server.reset()
    finally:
        opened.close()


def opened_at(server: Endpoint) -> Any:
    options = LOGIN | {"port": server.port, "database": "TESTS", "schema": "PUBLIC"}
    return connector.connect(**options, enable_server_session_keep_alive_auto_detection=True)


@pytest.fixture
def session(connection: Any) -> Iterator[Snowflake]:
    session = adopt(connection)
    yield session
    session.close()


def project(**changes: Any) -> coterie.Project:
    return coterie.Project(**(DEFINITIONS | changes))


def rows(connection: Any, table: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.cursor().execute(f'SELECT * FROM "coterie"."{table}"').fetchall()
    return sorted(found, key=repr)


def query(sql: str) -> exp.Query:
    found = parse_one(sql, dialect="snowflake")
    assert isinstance(found, exp.Query)
    return found


@pytest.mark.usefixtures("server")
def test_the_story_of_live_tests_is_the_same() -> None:
    assert story(TARGET) == expected()


def test_a_run_publishes_what_it_evaluates(connection: Any) -> None:
    report = project().run(as_of=JUNE, connection=connection)
    assert rows(connection, "customers_traits") == [
        ("z", Decimal("1.00"), 0, '["pot"]'),
        ("é", Decimal("10.50"), 1, '["cup","tea"]'),
    ]
    assert [row[:2] for row in rows(connection, "customers_audience_members")] == [("é", "big")]
    assert [(audience.slug, audience.size) for audience in report.entities[0].audiences] == [("big", 1)]


def test_statements_of_a_run_have_its_tag(connection: Any, server: Endpoint) -> None:
    project().run(as_of=JUNE, connection=connection)
    tags = [tag for tag, sql in server.told if '"coterie"' in sql and sql.startswith("CREATE")]
    assert len(tags) > 5
    assert set(tags) == {"coterie coterie 2024-06-01T00:00:00Z"}
    connection.cursor().execute("SELECT 1")
    assert server.told[-1] == ("mine", "SELECT 1")


def test_another_grammar_accepts_what_a_run_says(connection: Any, server: Endpoint) -> None:
    """But for ALTER SESSION with several parameters, which are separated by commas, blanks or lines."""
    server.told.clear()
    project().run(as_of=JUNE, connection=connection)
    project().run(as_of=JULY, select="revenue", connection=connection)
    project(audiences=[]).run(as_of=JULY, connection=connection)
    told = dict.fromkeys(known(sql, "snowflake") for _, sql in server.told if not sql.startswith("ALTER SESSION"))
    logging.disable(logging.CRITICAL)  # sqlfluff logs all that it does
    try:
        problems = [f"{problem}\n{sql}" for sql in told for problem in violations(sql, "snowflake")]
    finally:
        logging.disable(logging.NOTSET)
    assert not problems, "\n\n".join(problems)
    assert len(told) > 40


def test_a_lent_connection_gets_its_settings_back(connection: Any) -> None:
    def own() -> dict[str, str]:
        listed = connection.cursor().execute("SHOW PARAMETERS IN SESSION").fetchall()
        return {name: value for name, value, _, level, *_ in listed if level == "SESSION"}

    before = own()
    assert before == {"TIMEZONE": "Asia/Tokyo", "QUERY_TAG": "mine", "AUTOCOMMIT": "false"}
    session = adopt(connection)
    assert own().items() >= {name: str(value) for name, value in PINNED.items() if isinstance(value, str)}.items()
    assert own()["AUTOCOMMIT"] == "true"
    session.close()
    assert own() == before


def test_a_connection_inside_a_transaction_is_refused(connection: Any) -> None:
    connection.cursor().execute("BEGIN")
    with pytest.raises(coterie.WarehouseError, match=r"^\[transaction_open\]"):
        project().run(as_of=JUNE, connection=connection)
    connection.cursor().execute("ROLLBACK")


def test_names_without_a_schema_stay_those_of_the_sessions_own(connection: Any) -> None:
    models = [one | {"source": {"table": one["name"]}} for one in DEFINITIONS["models"]]
    project(models=models).run(as_of=JUNE, connection=connection)
    assert connection.cursor().execute("SELECT CURRENT_SCHEMA()").fetchone() == ("SHOP",)
    assert len(rows(connection, "customers_traits")) == 2


def test_columns_are_told_as_describe_spells_them(session: Snowflake) -> None:
    found = session.columns(query("SELECT *, 1.5::FLOAT AS f, '2024-01-01'::DATE AS \"d\", TRUE AS b FROM shop.orders"))
    assert found == (
        ("ID", "NUMBER(38,0)"),
        ("CUSTOMER", "VARCHAR(16777216)"),
        ("AMOUNT", "NUMBER(9,2)"),
        ("TAGS", "ARRAY"),
        ("NOTES", "VARIANT"),
        ("F", "FLOAT"),
        ("d", "DATE"),
        ("B", "BOOLEAN"),
    )


def test_relations_of_a_schema_are_told(session: Snowflake) -> None:
    assert session.relations("SHOP")["ORDERS"] == (
        ("ID", "NUMBER(38,0)"),
        ("CUSTOMER", "VARCHAR"),
        ("AMOUNT", "NUMBER(9,2)"),
        ("TAGS", "ARRAY"),
        ("NOTES", "VARIANT"),
    )
    assert session.relations("shop") == {}
    assert session.relations("it's \\ not there") == {}


def test_names_of_tables_are_told_as_people_write_them(session: Snowflake) -> None:
    session.execute(parse_one('CREATE TABLE shop."Odd name" (a INT)', dialect="snowflake"))
    assert {"customers", "orders", "Odd name"} <= {*session.table_names()}
    session.execute(parse_one("USE SCHEMA public", dialect="snowflake"))
    assert {"shop.customers", "shop.orders", "shop.Odd name"} <= {*session.table_names()}


def test_values_are_plain(session: Snowflake) -> None:
    found = session.fetch(
        query(
            """SELECT 1::NUMBER(19, 0), 2.50::NUMBER(9, 2), 0.5::FLOAT, 'é', TRUE, '2024-02-29'::DATE, NULL,
            '2024-05-01 10:00:00.25'::TIMESTAMP_NTZ, '2024-05-01 10:00:00 +09:00'::TIMESTAMP_TZ,
            ARRAY_CONSTRUCT('a', 1.50::NUMBER(9, 2)), PARSE_JSON('{"a": [1]}')"""
        )
    )
    assert [tuple(row) for row in found] == [
        (
            *(1, Decimal("2.50"), 0.5, "é", True, date(2024, 2, 29), None),
            datetime(2024, 5, 1, 10, 0, 0, 250_000),
            datetime(2024, 5, 1, 1, tzinfo=UTC),
            ["a", Decimal("1.50")],
            '{"a":[1]}',
        )
    ]
    assert found[0][8].tzinfo is UTC


def test_what_begin_has_begun_is_rolled_back_after_an_error(session: Snowflake) -> None:
    insert = parse_one("INSERT INTO shop.customers SELECT 'x', 'FR', NULL", dialect="snowflake")
    count = query("SELECT COUNT(*) FROM shop.customers")

    def broken_off() -> None:
        with session.transaction("a run"):
            session.execute(exp.Transaction())
            session.execute(insert.copy())
            raise KeyError

    with pytest.raises(KeyError):
        broken_off()
    assert session.fetch(count) == [(2,)]
    with session.transaction("a run"):
        session.execute(exp.Transaction())
        session.execute(insert)
        session.execute(exp.Commit())
    assert session.fetch(count) == [(3,)]


@pytest.mark.usefixtures("connection")
def test_a_statement_ends_with_its_time(server: Endpoint) -> None:
    server.faults["_staging"] = "slow"
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] Statement reached its .* of 1 second\(s\)"):
        project(targets={"dev": TARGET | {"statement_timeout": 1}}).run(as_of=JUNE)


def test_a_statement_can_be_cancelled_from_another_thread(session: Snowflake, server: Endpoint) -> None:
    server.faults["'wait'"] = "slow"

    def stop() -> None:
        assert server.running.wait(30)
        session.cancel()

    thread = threading.Thread(target=stop)
    thread.start()
    with pytest.raises(coterie.WarehouseError, match=r"^\[cancelled\] SQL execution canceled$"):
        session.fetch(query("SELECT 'wait'"))
    thread.join()
    assert session.fetch(query("SELECT 1")) == [(1,)]


def test_a_statement_that_is_interrupted_does_not_go_on(
    session: Snowflake, server: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by Ctrl-C, which comes while the answer is awaited."""
    execute = type(session._connection.cursor()).execute

    def interrupted(cursor: Any, command: str, *arguments: Any, **options: Any) -> Any:
        if "'wait'" in command:
            raise KeyboardInterrupt
        return execute(cursor, command, *arguments, **options)

    monkeypatch.setattr(type(session._connection.cursor()), "execute", interrupted)
    for act in (session.fetch, session.execute):
        server.stopped.clear()
        with pytest.raises(KeyboardInterrupt):
            act(query("SELECT 'wait'"))
        assert server.stopped.is_set()
    assert session.fetch(query("SELECT 1")) == [(1,)]


FAULTS = {
    "not_permitted": Refusal(
        "003001", "42501", "SQL access control error:\nInsufficient privileges to operate on schema 'coterie'"
    ),
    "missing_relation": Refusal(
        "002003", "42S02", "SQL compilation error:\nObject 'SHOP.ORDERS' does not exist or not authorized."
    ),
    "quota_exceeded": Refusal(
        "090073", "22000", "Warehouse 'WH' cannot be resumed because resource monitor 'RM' has exceeded its quota."
    ),
    "concurrent_run": Refusal(
        "000625", "57014", "Statement '1' has locked table 'T' in transaction 2 and this lock has not been released."
    ),
    "not_convertible": Refusal("100038", "22018", "Numeric value 'x' is not recognized"),
    "out_of_range": Refusal("100046", "22003", "Number out of representable range: type FIXED[SB16](38,0){null}"),
    "connection_lost": Refusal("390114", "08001", "Authentication token has expired.  The user must log in again."),
}


@pytest.mark.parametrize("code", FAULTS)
def test_what_goes_wrong_is_told_and_nothing_changes(connection: Any, server: Endpoint, code: str) -> None:
    project().run(as_of=JUNE, connection=connection)
    before = [rows(connection, name) for name in PUBLISHED]
    server.faults["_staging"] = FAULTS[code]
    with opened_at(server) as other, pytest.raises(coterie.WarehouseError) as raised:
        project().run(as_of=JULY, connection=other)
    assert raised.value.code == code
    said = FAULTS[code].message.rpartition("\n")[2]
    if code != "connection_lost":  # what the connector makes of it
        assert raised.value.message.endswith(said)
    assert (
        "changed nothing" not in raised.value.message
    )  # before a statement that is refused, tables may have been replaced
    server.reset()
    assert [rows(connection, name) for name in PUBLISHED] == before


def test_a_connection_that_is_lost(connection: Any, server: Endpoint) -> None:
    project().run(as_of=JUNE, connection=connection)
    before = [rows(connection, name) for name in PUBLISHED]
    server.faults["_staging"] = "lost"
    with opened_at(server) as other, pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
        project().run(as_of=JULY, connection=other)
    server.reset()
    assert [rows(connection, name) for name in PUBLISHED] == before


BREAKS = (
    *(r"^CREATE TEMPORARY TABLE \S+_staging", r"^CREATE TEMPORARY TABLE \S+_changes", "^BEGIN"),
    *(r"^INSERT INTO \S+_log", r"^INSERT INTO \S+_members", "^COMMIT"),
    *("^CREATE OR REPLACE TABLE", r"^CREATE OR REPLACE VIEW \S+trait_values", r"^CREATE OR REPLACE VIEW \S+_members"),
    "^DROP TABLE",
)


def test_a_run_that_is_broken_off_is_mended_by_the_next(connection: Any, server: Endpoint) -> None:
    """A whole run into another schema says what is to be there."""
    everything = (*PUBLISHED, "audience_sizes", "trait_values", "audience_members")
    project().run(as_of=JUNE, connection=connection)
    project(schema="whole").run(as_of=JUNE, connection=connection)
    for number, place in some([*enumerate(BREAKS)], 4, ci=2):
        day = date(2024, 7, 1) + timedelta(days=number)
        connection.cursor().execute("UPDATE shop.orders SET amount = 11 - amount")
        project(schema="whole").run(as_of=day, connection=connection)
        before = [rows(connection, name) for name in everything]
        server.faults[place] = "over"
        message = failure(server, day)
        server.reset()
        left = [rows(connection, name) for name in everything]
        is_after = number > BREAKS.index("^COMMIT")
        assert (left != before, "; before that, the run changed" in message) == (is_after, is_after), place
        project().run(as_of=day, connection=connection)
        for name in everything:
            assert told(connection, "coterie", name) == told(connection, "whole", name), (place, name)


def failure(server: Endpoint, day: date) -> str:
    """What a run says in a session of its own."""
    other = opened_at(server)
    with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]") as raised:
        project().run(as_of=day, connection=other)
    other.close()
    return raised.value.message


def told(connection: Any, schema: str, table: str) -> list[tuple[Any, ...]]:
    """The rows without the moment of the evaluation."""
    cursor = connection.cursor().execute(f'SELECT * FROM "{schema}"."{table}"')
    kept = [position for position, one in enumerate(cursor.description) if one.name != "evaluated_at"]
    return sorted((tuple(row[position] for position in kept) for row in cursor.fetchall()), key=repr)


def test_wrong_credentials(server: Endpoint) -> None:
    server.faults["login"] = Refusal("390100", "08001", "Incorrect username or password was specified.")
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] Snowflake cannot be .*Incorrect username"):
        project(targets={"dev": TARGET}).run(as_of=JUNE)


def test_a_server_that_is_not_there() -> None:
    settings = project(targets={"dev": TARGET | {"host": "127.0.0.1", "connect_timeout": 1}}).definitions.settings
    (Path(HOME.name) / "connections.toml").write_text("")
    with pytest.raises(coterie.WarehouseError, match=r"^\[cannot_connect\] Snowflake cannot be reached: "):
        connect(settings.targets["dev"], Path(), read_only=True)  # type: ignore[arg-type]


def test_tables_that_are_not_there_are_named(connection: Any) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=connection)
    assert "[missing_table]" in str(raised.value)
    assert "did you mean `customers`?" in str(raised.value)


def test_a_wrong_column_is_told_without_noise(connection: Any) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"sql": "SELECT idd AS id FROM shop.customers"}}]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        coterie.Project(models=models).run(as_of=JUNE, connection=connection)
    assert str(raised.value).endswith("the warehouse refuses the source: invalid identifier 'IDD'")
