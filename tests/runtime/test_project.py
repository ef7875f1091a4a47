"""The front door: projects from files and from Python, checked, compiled, run and previewed."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import coterie
from coterie import AggregationTrait, AudienceDef, DefinitionErrors, ModelDef, Project, WarehouseError
from coterie.compiler import Catalog
from tests.runtime.handmade import Connection, rows

COUNT = {"source_model": "orders", "aggregation": "count"}
SPENT = {"source_model": "orders", "aggregation": "sum", "column": "amount"}
RELATED = {
    "name": "customer_orders",
    "from_model": "customers",
    "to_model": "orders",
    "cardinality": "one_to_many",
    "join_keys": [{"from": "id", "to": "customer"}],
}


def trait(name: str, config: dict[str, str]) -> dict[str, object]:
    return {"name": name, "parent_model": "customers", "trait_type": "aggregation", "config": config}


@pytest.fixture
def shop(connection: Connection) -> Connection:
    connection.execute("CREATE TABLE customers AS SELECT * FROM (VALUES (1), (2), (NULL), (3)) AS v(id)")
    connection.execute(
        """
        CREATE TABLE orders AS SELECT * FROM (VALUES
            (1, 1, 10.50, TIMESTAMP '2024-01-30 22:59:59.999999'),
            (2, 1, 20.00, TIMESTAMP '2024-01-30 23:00:00'),
            (3, 2, 5.25, TIMESTAMP '2024-01-31 12:00:00')
        ) AS v(id, customer, amount, happened)
        """
    )
    return connection


def project(**more: object) -> Project:
    """A shop whose clocks are in Berlin, built without files."""
    options: dict[str, object] = {
        "models": [
            ModelDef.model_validate({"name": "customers", "source": {"table": "customers"}, "primary_key": "id"}),
            {"name": "orders", "source": {"table": "orders"}, "primary_key": "id", "timestamp_column": "happened"},
        ],
        "relationships": [RELATED],
        "traits": [AggregationTrait.model_validate(trait("Orders", COUNT)), trait("Spent", SPENT)],
        "audiences": [
            AudienceDef.model_validate({"name": "Buyers", "parent_model": "customers", "filter_tree": "orders > 0"})
        ],
        "timezone": "Europe/Berlin",
    }
    return Project(**(options | more))  # type: ignore[arg-type]


def test_a_project_without_files(shop: Connection) -> None:
    report = project().run("2024-02-01", connection=shop)
    assert rows(shop, "customers_traits") == [
        (1, 2, Decimal("30.50")),
        (2, 1, Decimal("5.25")),
        (3, 0, Decimal("0.00")),
    ]
    entity = report.entity("customers")
    assert (entity.rows, entity.null_keys) == (3, 1)
    assert report.trait("spent").type == "number"
    assert (report.audience("buyers").size, report.audience("buyers").entered) == (2, 2)
    assert report.as_dict()["as_of"] == "2024-01-31T23:00:00+00:00"


@pytest.mark.parametrize(
    "as_of",
    [
        "2024-01-31",
        "2024-01-31T00:00:00",
        "2024-01-30T23:00:00Z",
        date(2024, 1, 31),
        datetime(2024, 1, 31),
        datetime(2024, 1, 30, 23, tzinfo=UTC),
        datetime(2024, 1, 30, 18, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_a_bare_date_is_midnight_in_the_projects_zone(shop: Connection, as_of: str | date | datetime) -> None:
    one = project()
    assert one.compile(as_of, connection=shop).as_of == datetime(2024, 1, 30, 23, tzinfo=UTC)
    one.run(as_of, connection=shop)
    assert rows(shop, "customers_traits", "id", "orders") == [(1, 1), (2, 0), (3, 0)]


def test_a_run_speaks_of_its_start_unless_told(shop: Connection) -> None:
    before = datetime.now(UTC)
    report = project().run(connection=shop)
    assert before <= report.as_of == report.evaluated_at <= datetime.now(UTC)


def test_what_is_no_point_in_time() -> None:
    with pytest.raises(DefinitionErrors) as caught:
        project().compile("yesterday")
    assert str(caught.value) == (
        "[unreadable_as_of] `yesterday` is no point in time\n"
        "    write a date or an instant: 2024-01-31, 2024-01-31T09:30:00Z"
    )


def test_duplicate_keys_stop_a_run(shop: Connection) -> None:
    shop.execute("INSERT INTO customers VALUES (1), (2), (2)")
    with pytest.raises(
        WarehouseError, match=r"\[duplicate_key\] 2 values of the key \(`id`\) occur in more than one row"
    ):
        project().run(connection=shop)
    assert shop.execute(
        "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'coterie'"
    ).fetchall() == [(0,)]


def test_a_partial_run(shop: Connection) -> None:
    one = project()
    one.run("2024-02-01", connection=shop)
    shop.execute("INSERT INTO orders VALUES (4, 3, 1.00, TIMESTAMP '2024-02-01 10:00:00')")
    report = one.run("2024-02-02", "orders, audience:buyers", connection=shop)
    assert [trait.slug for trait in report.entity("customers").traits] == ["orders"]
    assert report.audience("buyers").entered == 1
    assert rows(shop, "customers_traits") == [
        (1, 2, Decimal("30.50")),
        (2, 1, Decimal("5.25")),
        (3, 1, Decimal("0.00")),
    ]


def test_previews(shop: Connection) -> None:
    one = project()
    trait = one.preview("spent", limit=2, as_of="2024-02-01", connection=shop)
    assert (trait.entity, trait.columns) == ("customers", ("id", "spent"))
    assert trait.rows == ((1, Decimal("30.50")), (2, Decimal("5.25")))
    audience = one.preview("Buyers", as_of="2024-02-01", connection=shop)
    assert (audience.columns, audience.rows) == (("id",), ((1,), (2,)))
    assert shop.execute("SELECT count(*) FROM information_schema.tables").fetchone() == (3,)


def test_a_preview_is_of_one_definition() -> None:
    with pytest.raises(DefinitionErrors, match=r"\[ambiguous_name\] `customers` may mean `trait:customers.orders`, "):
        project().preview("customers")


def test_check_tells_all_mistakes_and_writes_nothing(shop: Connection) -> None:
    project().check(connection=shop)
    wrong = project(
        traits=[trait("Orders", COUNT), trait("A", SPENT | {"column": "amout"}), trait("B", SPENT | {"column": "x"})]
    )
    with pytest.raises(DefinitionErrors) as caught:
        wrong.check(connection=shop)
    assert [(error.code, error.subject) for error in caught.value.errors] == [
        ("unknown_column", "trait `A`"),
        ("unknown_column", "trait `B`"),
    ]
    assert shop.execute("SELECT count(*) FROM information_schema.tables").fetchone() == (3,)


def test_names_that_the_published_tables_cannot_have() -> None:
    models = [
        {"name": name, "source": {"sql": "SELECT 1 AS id, 2 AS Audience"}, "primary_key": key}
        for name, key in (("a b", "id"), ("A_b", "id"), ("keyed", ["id", "audience"]), ("free", "audience"))
    ]
    traits = [
        {"name": "n", "parent_model": name, "trait_type": "sql", "config": {"sql_expression": "id"}}
        for name in ("a b", "A_b", "keyed")
    ]
    with pytest.raises(DefinitionErrors) as caught:
        Project(models=models, traits=traits).check()
    assert [str(error) for error in caught.value.errors] == [
        "[duplicate_name] model `A_b`, name: would share the table `a_b_traits` with model `a b`\n"
        "    rename one of them",
        "[reserved_column] model `keyed`, primary_key[1]: key column `Audience` has a name that coterie's tables use\n"
        "    rename it: `source: {sql: select … as …}`",
    ]


def test_compiling_against_a_catalog_needs_no_warehouse() -> None:
    columns = (("id", "BIGINT"), ("customer", "BIGINT"), ("amount", "DECIMAL(10,2)"), ("happened", "TIMESTAMP"))
    catalog = Catalog({"customers": (("id", "BIGINT"),), "orders": columns})
    compiled = project().compile("2024-02-01", "spent", catalog=catalog)
    (statement,) = compiled.entities
    assert [output.slug for output in statement.traits] == ["spent"]
    assert statement.audiences == ()
    assert "SUM(" in statement.sql


TARGET = {"source_type": "duckdb", "path": "shop.duckdb"}


@pytest.mark.parametrize(
    ("options", "asked", "message"),
    [
        ({"targets": {"dev": TARGET, "prod": TARGET}}, None, "[missing_target] there are several targets, and none is"),
        (
            {"targets": {"dev": TARGET, "prod": TARGET}},
            "prd",
            "[unknown_target] `prd` is not a target\n    did you mean `prod`?",
        ),
        ({}, "dev", "[unknown_target] `dev` is not a target\n    there are no targets"),
    ],
)
def test_targets_that_cannot_be_chosen(options: dict[str, object], asked: str | None, message: str) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        project(**options).run(target=asked)
    assert str(caught.value).startswith(message)


def test_a_run_needs_a_place_to_publish_into() -> None:
    with pytest.raises(DefinitionErrors, match=r"\[missing_target\] the project has no target"):
        project().run()


def test_a_target_is_a_file_in_the_projects_folder(shop: Connection, tmp_path: Path) -> None:
    file = tmp_path / "shop.duckdb"
    shop.execute(f"ATTACH '{file}' AS other; COPY FROM DATABASE memory TO other; DETACH other")
    one = project(targets={"dev": TARGET, "prod": TARGET}, default_target="dev", root=tmp_path, schema="Marts")
    one.run("2024-02-01")
    one.run("2024-02-01", target="prod")
    with duckdb.connect(str(file)) as connection:
        assert connection.execute('SELECT id, orders FROM "Marts".customers_traits ORDER BY id').fetchall() == [
            (1, 2),
            (2, 1),
            (3, 0),
        ]
        assert connection.execute("SELECT count(*) FROM Marts.audience_sizes").fetchone() == (1,)


def test_loading_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "customers.csv").write_text("id,country\n1,DE\n2,FR\n")
    (tmp_path / "coterie.yml").write_text(
        """
        name: "{{ env_var('SHOP') }}"
        models: [{name: customers, source: {file: data/customers.csv}, primary_key: id}]
        audiences: [{name: Home, parent_model: customers, filter_tree: "country = '{{ var('home') }}'"}]
        """
    )
    one = coterie.load(tmp_path, {"home": "DE"}, {"SHOP": "corner"})
    assert (one.name, one.root) == ("corner", tmp_path)
    assert one.preview("home").rows == ((1,),)
    again = coterie.load(tmp_path / "coterie.yml", {"home": "FR"}, {"SHOP": "corner"})
    assert again.preview("home").rows == ((2,),)


def test_importing_coterie_loads_nothing() -> None:
    script = (
        "import sys; before = set(sys.modules); import coterie; dir(coterie); coterie.__version__\n"
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(loaded & {'pydantic', 'sqlglot', 'duckdb', 'yaml', 'jinja2', 'typer', 'rich'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_public_names() -> None:
    assert sorted(coterie.__all__) == coterie.__all__
    assert all(getattr(coterie, name) is not None for name in coterie.__all__)
    with pytest.raises(AttributeError, match="module 'coterie' has no attribute 'nothing'"):
        _ = coterie.nothing
