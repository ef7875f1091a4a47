"""Publishing into Spark, in a session of this process, and what it says when something is wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from sqlglot import exp, parse_one

import coterie
from coterie.runtime.warehouse import adopt
from tests.engines import wanted

if "spark" not in wanted():
    pytest.skip("Spark is not installed", allow_module_level=True)

from pyspark.sql import SparkSession

from coterie.runtime.spark import PINNED, Spark
from tests.runtime.spark_session import local_session
from tests.runtime.warehouse_shop import DEFINITIONS, JULY, JUNE, plain, project

ROWS = (
    "CREATE SCHEMA shop",
    "CREATE TABLE shop.customers AS SELECT * FROM VALUES ('é', 'DE', DATE'1990-01-01'), ('z', 'de', NULL), "
    "('A', NULL, DATE'2000-02-29') AS c(id, country, born)",
    "CREATE TABLE shop.orders AS SELECT id, customer, at, CAST(amount AS DECIMAL(9, 2)) AS amount, tags, "
    "PARSE_JSON(notes) AS notes FROM VALUES "
    "(1L, 'é', TIMESTAMP'2024-05-01 10:00:00Z', 10.50, ARRAY('tea', 'cup'), '{\"gift\": true}'), "
    "(2L, 'é', TIMESTAMP'2024-05-02 10:00:00Z', 20.25, NULL, NULL), "
    "(3L, 'z', TIMESTAMP'2024-05-03 10:00:00Z', 1, ARRAY('pot'), '{\"gift\": \"no\"}'), "
    "(4L, 'z', TIMESTAMP'2024-06-01 00:00:00Z', 99, ARRAY(), NULL) AS o(id, customer, at, amount, tags, notes)",
)
SLOW = "SELECT COUNT(*) AS n FROM RANGE(0, 900000000000, 1, 2) WHERE id % 7 = 3"


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    with local_session(tmp_path_factory.mktemp("warehouse")) as session:
        yield session


@pytest.fixture
def shop(spark: SparkSession) -> SparkSession:
    for schema in ("shop", "coterie"):
        spark.sql(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    for statement in ROWS:
        spark.sql(statement)
    return spark


@pytest.fixture
def session(spark: SparkSession) -> Iterator[Spark]:
    adopted = adopt(spark)
    assert isinstance(adopted, Spark)
    yield adopted
    adopted.close()


def query(text: str) -> exp.Query:
    parsed = parse_one(text, dialect="spark")
    assert isinstance(parsed, exp.Query)
    return parsed


def fetched(spark: SparkSession, text: str) -> list[tuple[Any, ...]]:
    session = adopt(spark)
    try:
        return list(session.fetch(query(text)))
    finally:
        session.close()


def rows(spark: SparkSession, table: str, order: str = "1, 2") -> list[tuple[Any, ...]]:
    return fetched(spark, f"SELECT * FROM coterie.{table} ORDER BY {order}")


def relations(spark: SparkSession) -> set[str]:
    return {row["tableName"] for row in spark.sql("SHOW TABLES IN coterie").collect()}


def test_a_run_publishes_what_it_evaluates(shop: SparkSession) -> None:
    report = project().run(as_of=JUNE, connection=shop)
    assert rows(shop, "customers_traits") == [
        ("A", Decimal(0), None, [], 0),
        ("z", Decimal(1), datetime(2024, 5, 3, 10, tzinfo=UTC), ["pot"], 0),
        ("é", Decimal("30.75"), datetime(2024, 5, 2, 10, tzinfo=UTC), ["cup", "tea"], 1),
    ]
    members = [row[:2] for row in rows(shop, "customers_audience_members", "audience, id")]
    assert members == [("é", "big"), ("z", "known"), ("é", "known")]
    assert rows(shop, "trait_values", "key, trait")[-4:] == [
        ("customers", "é", "gifts", "integer", "1"),
        ("customers", "é", "last_order", "timestamp", "2024-05-02T10:00:00.000000Z"),
        ("customers", "é", "revenue", "number", "30.75"),
        ("customers", "é", "tags", "array<text>", '["cup","tea"]'),
    ]
    (entity,) = report.entities
    assert [(audience.slug, audience.size) for audience in entity.audiences] == [("big", 1), ("known", 2)]
    assert shop.conf.get("spark.sql.session.timeZone") == "Asia/Tokyo"
    assert not {name for name in relations(shop) if name.startswith("coterie_")}


def test_a_second_run_logs_who_entered_and_left(shop: SparkSession) -> None:
    project().run(as_of=JUNE, connection=shop)
    shop.sql("INSERT OVERWRITE shop.customers VALUES ('é', NULL, NULL), ('z', 'de', NULL), ('A', NULL, NULL)")
    project().run(as_of=JULY, connection=shop)
    changes = fetched(shop, "SELECT as_of, audience, id, change FROM coterie.customers_audience_log ORDER BY 1, 2, 3")
    june, july = datetime(2024, 6, 1, tzinfo=UTC), datetime(2024, 7, 1, tzinfo=UTC)
    assert changes == [
        (june, "big", "é", "enter"),
        (june, "known", "z", "enter"),
        (june, "known", "é", "enter"),
        (july, "big", "z", "enter"),
        (july, "known", "é", "exit"),
    ]


def test_the_same_run_again_changes_nothing(shop: SparkSession) -> None:
    tables = ("customers_traits", "customers_audience_members", "customers_audience_log", "audience_members")
    project().run(as_of=JUNE, connection=shop)
    before = [rows(shop, name, "1, 2, 3") for name in tables]
    project().run(as_of=JUNE, connection=shop)
    assert [rows(shop, name, "1, 2, 3") for name in tables] == before


def test_a_partial_run_keeps_the_other_columns(shop: SparkSession) -> None:
    project().run(as_of=JUNE, connection=shop)
    project().run(as_of=JULY, select="revenue", connection=shop)
    found = fetched(shop, "SELECT id, revenue, gifts FROM coterie.customers_traits ORDER BY id")
    assert found == [("A", 0, 0), ("z", 100, 0), ("é", Decimal("30.75"), 1)]


def test_what_is_published_is_what_duckdb_publishes(shop: SparkSession) -> None:
    project().run(as_of=JULY, connection=shop)
    with duckdb.connect() as other:
        other.execute("SET TimeZone = 'UTC'; CREATE SCHEMA shop")
        other.execute("CREATE TABLE shop.customers (id TEXT, country TEXT, born DATE)")
        other.execute(
            """CREATE TABLE shop.orders (
                id BIGINT, customer TEXT, "at" TIMESTAMPTZ, amount DECIMAL(9, 2), tags TEXT[], notes JSON
            )"""
        )
        for table, columns in (("customers", "*"), ("orders", "id, customer, at, amount, tags, TO_JSON(notes)")):
            found = fetched(shop, f"SELECT {columns} FROM shop.{table}")
            marks = ", ".join("?" for _ in found[0])
            other.executemany(f"INSERT INTO shop.{table} VALUES ({marks})", found)
        project().run(as_of=JULY, connection=other)
        for table in ("customers_traits", "trait_values", "audience_members", "customers_audience_log"):
            expected = other.execute(f"SELECT * FROM coterie.{table}").fetchall()
            found = fetched(shop, f"SELECT * FROM coterie.{table}")
            assert sorted(map(repr, map(plain, found))) == sorted(map(repr, map(plain, expected)))


def test_a_run_that_fails_changes_nothing(shop: SparkSession) -> None:
    project().run(as_of=JUNE, connection=shop)
    before = rows(shop, "customers_traits"), rows(shop, "trait_evaluations")
    shop.sql("INSERT INTO shop.customers VALUES ('z', NULL, NULL)")
    with pytest.raises(coterie.WarehouseError, match=r"^\[duplicate_key\] 1 value of the key"):
        project().run(as_of=JULY, connection=shop)
    assert (rows(shop, "customers_traits"), rows(shop, "trait_evaluations")) == before


LOGGED = "SELECT as_of, audience, id, change FROM coterie.customers_audience_log ORDER BY 1, 2, 3"
SINCE = "SELECT audience, id, entered_at FROM coterie.customers_audience_members ORDER BY 1, 2"
COUNTED = "SELECT as_of, trait, row_count, value_count FROM coterie.trait_evaluations ORDER BY 1, 2"


@pytest.mark.parametrize(
    "table",
    [
        "customers_audience_log",
        pytest.param("customers_audience_members", marks=pytest.mark.minutes),
        pytest.param("trait_evaluations", marks=pytest.mark.minutes),
    ],
)
def test_a_table_that_is_lost_while_it_is_overwritten_is_there_again(
    shop: SparkSession, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    project().run(as_of=JUNE, connection=shop)
    shop.sql("INSERT OVERWRITE shop.customers VALUES ('é', NULL, NULL), ('z', 'de', NULL), ('A', NULL, NULL)")
    execute = Spark.execute

    def failing(self: Spark, statement: exp.Expr) -> None:
        if isinstance(statement, exp.Insert) and statement.this.name == table:
            shop.sql(f"TRUNCATE TABLE coterie.{table}")
            raise coterie.WarehouseError("connection_lost", "it is gone")
        execute(self, statement)

    with monkeypatch.context() as patched:
        patched.setattr(Spark, "execute", failing)
        with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
            project().run(as_of=JULY, connection=shop)
    project().run(as_of=JULY, connection=shop)
    june, july = datetime(2024, 6, 1, tzinfo=UTC), datetime(2024, 7, 1, tzinfo=UTC)
    assert fetched(shop, LOGGED) == [
        (june, "big", "é", "enter"),
        (june, "known", "z", "enter"),
        (june, "known", "é", "enter"),
        (july, "big", "z", "enter"),
        (july, "known", "é", "exit"),
    ]
    assert fetched(shop, SINCE) == [("big", "z", july), ("big", "é", june), ("known", "z", june)]
    names = ("gifts", "last_order", "revenue", "tags")
    assert fetched(shop, COUNTED) == [
        *((june, name, 3, 2 if name == "last_order" else 3) for name in names),
        *((july, name, 3, 2 if name == "last_order" else 3) for name in names),
    ]
    assert not {name for name in relations(shop) if name.startswith("coterie_")}


@pytest.mark.minutes
def test_a_table_that_is_lost_before_another_takes_its_name_is_there_again(
    shop: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    project().run(as_of=JUNE, connection=shop)
    execute = Spark.execute

    def failing(self: Spark, statement: exp.Expr) -> None:
        if isinstance(statement, exp.Alter):
            raise coterie.WarehouseError("connection_lost", "it is gone")
        execute(self, statement)

    fewer = project(traits=DEFINITIONS["traits"][:1])
    with monkeypatch.context() as patched:
        patched.setattr(Spark, "execute", failing)
        with pytest.raises(coterie.WarehouseError, match=r"^\[connection_lost\]"):
            fewer.run(as_of=JULY, connection=shop)
    assert "customers_traits" not in relations(shop)
    fewer.run(as_of=JULY, select="audience:big", connection=shop)
    assert rows(shop, "customers_traits") == [("A", 0), ("z", 100), ("é", Decimal("30.75"))]


def test_another_sessions_changes_are_seen(shop: SparkSession) -> None:
    """A session remembers the files of a table, and would look for those that are gone, or miss new ones."""
    other = shop.newSession()
    other.conf.set("spark.sql.session.timeZone", "UTC")
    project().run(as_of=JUNE, connection=shop)
    project().run(as_of=JUNE, connection=other)
    shop.sql("INSERT OVERWRITE shop.customers VALUES ('é', NULL, NULL), ('z', 'de', NULL), ('A', 'DE', NULL)")
    report = project().run(as_of=JULY, connection=other)
    told = [(one.slug, one.size, one.entered, one.exited) for one in report.entities[0].audiences]
    assert told == [("big", 2, 1, 0), ("known", 2, 1, 1)]


def test_checks_write_nothing(shop: SparkSession) -> None:
    project().check(connection=shop)
    assert [row["namespace"] for row in shop.sql("SHOW SCHEMAS").collect()] == ["default", "shop"]


def test_tables_that_are_not_there_are_named(shop: SparkSession) -> None:
    models = [DEFINITIONS["models"][0] | {"source": {"table": "shop.custmers"}}, DEFINITIONS["models"][1]]
    with pytest.raises(coterie.DefinitionErrors) as raised:
        project(models=models).run(as_of=JUNE, connection=shop)
    assert "[missing_table]" in str(raised.value)
    assert "did you mean `shop.customers`" in str(raised.value)


def test_a_table_that_is_dropped_under_way(shop: SparkSession) -> None:
    def drop(progress: Any) -> None:
        if str(progress.step).startswith("build") and progress.seconds is None:
            shop.sql("DROP TABLE shop.orders")

    with pytest.raises(coterie.WarehouseError, match=r"^\[missing_relation\] The table or view `shop`.`orders` cannot"):
        project().run(as_of=JUNE, connection=shop, watch=drop)
    assert relations(shop) <= {"audience_sizes", "trait_evaluations"}


@pytest.mark.usefixtures("shop")
def test_columns_are_described_in_the_types_of_spark(session: Spark) -> None:
    text = (
        "SELECT 1 AS a, ARRAY(TIMESTAMP'2024-01-01') AS b, amount, CAST('x' AS VARCHAR(3)) AS d, notes FROM shop.orders"
    )
    assert session.columns(query(text)) == (
        ("a", "int"), ("b", "array<timestamp>"), ("amount", "decimal(9,2)"), ("d", "string"), ("notes", "variant")
    )  # fmt: skip


def test_values_are_pythons_whatever_zone_the_process_is_in(session: Spark) -> None:
    text = """SELECT TIMESTAMP'2024-11-03 06:30:00Z', TIMESTAMP_NTZ'0001-01-01 00:00:00',
        ARRAY(TIMESTAMP'0001-01-01 00:00:00Z', NULL), 1.50BD, 1, TRUE, ARRAY('x'), DATE'2024-01-01', 1 AS x, 2 AS x"""
    assert session.fetch(query(text)) == [
        (
            datetime(2024, 11, 3, 6, 30, tzinfo=UTC),
            datetime(1, 1, 1),
            [datetime(1, 1, 1, tzinfo=UTC), None],
            Decimal("1.50"),
            1,
            True,
            ["x"],
            datetime(2024, 1, 1).date(),
            1,
            2,
        )
    ]


def test_texts_are_no_variables_of_the_environment(session: Spark) -> None:
    assert session.fetch(query("SELECT '${env:TZ} ${spark.app.name}'")) == [("${env:TZ} ${spark.app.name}",)]


def test_a_session_gets_its_settings_back(spark: SparkSession) -> None:
    odd = {
        "spark.sql.ansi.enabled": "false",
        "spark.sql.timestampType": "TIMESTAMP_NTZ",
        "spark.sql.variable.substitute": "true",
        "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    }
    before = {name: spark.conf.get(name) for name in odd}
    for name, value in odd.items():
        spark.conf.set(name, value)
    session = adopt(spark)
    assert {name: spark.conf.get(name) for name in PINNED} == PINNED
    session.close()
    assert {name: spark.conf.get(name) for name in odd} == odd
    for name, value in before.items():
        spark.conf.set(name, str(value))


def test_a_relation_is_described_though_its_tables_are_gone(shop: SparkSession) -> None:
    shop.sql("CREATE SCHEMA coterie")
    shop.sql("CREATE VIEW coterie.seen AS SELECT id, at FROM shop.orders")
    shop.sql("DROP TABLE shop.orders")
    shop.range(1).createOrReplaceTempView("of_the_session")
    session = adopt(shop)
    assert session.relations("coterie") == {"seen": (("id", "bigint"), ("at", "timestamp"))}
    assert session.relations("nowhere") == {}
    assert session.table_names() == ["of_the_session", "coterie.seen", "shop.customers"]
    session.close()
    shop.sql("DROP VIEW of_the_session")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * FROM nowhere", "[missing_relation] The table or view `nowhere` cannot be found."),
        (
            "SELECT CAST('x' AS INT)",
            '[not_convertible] The value \'x\' of the type "STRING" cannot be cast to "INT" because',
        ),
        ("SELECT 2147483647 + 1", "[out_of_range] overflow."),
        ("SELECT 1 DIV 0", "[out_of_range] Division by zero."),
        ("SELECT nowhere FROM RANGE(1)", "[statement_refused] A column, variable, or function parameter with name"),
        ("SELECT * FROM parquet.`/nowhere`", "[input_output] Path does not exist: file:/nowhere."),
        ("SELECT RAISE_ERROR('so\nit is')", "[warehouse_failed] so"),
    ],
)
def test_failures_have_codes_and_say_one_line(session: Spark, text: str, said: str) -> None:
    with pytest.raises(coterie.WarehouseError) as raised:
        session.fetch(query(text))
    assert str(raised.value).startswith(said)
    assert "SQLSTATE" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_statement_is_stopped_from_another_thread(session: Spark, spark: SparkSession) -> None:
    seen: list[str] = []

    def stop() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not tracker.getActiveJobsIds():
            time.sleep(0.05)
        (job,) = tracker.getActiveJobsIds()
        seen.append(str(job))
        session.cancel()

    thread = threading.Thread(target=stop)
    thread.start()
    with session.transaction("coterie shop"), pytest.raises(coterie.WarehouseError) as raised:
        session.fetch(query(SLOW))
    thread.join()
    assert str(raised.value) == "[cancelled] the statement was interrupted"
    assert seen
    assert spark.sparkContext.getLocalProperty("spark.jobGroup.id") is None
    assert session.fetch(query("SELECT 1")) == [(1,)]


def test_a_statement_may_only_take_so_long(spark: SparkSession) -> None:
    session = Spark(spark, owned=False, timeout=1)
    with pytest.raises(coterie.WarehouseError) as raised:
        session.execute(query(SLOW))
    session.close()
    assert str(raised.value) == "[cancelled] the statement took longer than 1 s"


def test_the_run_is_named_in_sparks_own_records(shop: SparkSession) -> None:
    labels: list[str] = []
    context = shop.sparkContext
    set_group = context.setJobGroup

    def noted(group: str, description: str, interrupt: bool = False) -> None:
        labels.append(description)
        set_group(group, description, interrupt)

    context.setJobGroup = noted  # type: ignore[method-assign]
    try:
        project().run(as_of=JUNE, connection=shop)
    finally:
        del context.setJobGroup
    assert set(labels) == {"coterie", "coterie coterie 2024-06-01T00:00:00Z"}
