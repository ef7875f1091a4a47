"""The commands as people type them: what they print, what they leave, and their exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

import coterie
from coterie.cli import app, failures
from coterie.errors import InternalError
from coterie.project import Project

JULY = "2024-07-01"
TABLES = """\
 trait                 type          values
 ──────────────────────────────────────────
 orders                integer            6
 revenue               number             6
 last_order_at         timestamp          5
 products              array<text>        6
 average_order_value   number             5
 is_newcomer           boolean            6

 audience              size   entered   exited
 ─────────────────────────────────────────────
 regulars                 2         2        0
 lapsed                   2         2        0
 big_spenders_abroad      2         2        0

6 customers
note: model `customers` has no history: its present rows are read at every as_of
as of 2024-07-01T00:00:00Z, """


def coterie_(*arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command, without the spaces at the ends of lines."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    out, err = ("\n".join(line.rstrip() for line in text.splitlines()) for text in (result.stdout, result.stderr))
    return result.exit_code, out, err


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The project that `init` makes."""
    assert coterie_("init", tmp_path / "shop")[0] == 0
    return tmp_path / "shop"


def published(shop: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(shop / "shop.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_init_makes_a_project_that_runs(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "Chloé's shop"
    code, out, _ = coterie_("init", folder)
    assert code == 0
    assert [line.strip().removeprefix(f"{folder}/") for line in out.splitlines()[:9]] == [
        ".gitignore",
        "README.md",
        "audiences/customers.yml",
        "coterie.yml",
        "data/customers.csv",
        "data/orders.csv",
        "models/shop.yml",
        "tests/customers.yml",
        "traits/customers.yml",
    ]
    assert coterie_("check", folder) == (
        0,
        "Chloé's shop is well: 2 models, 1 relationship, 6 traits, 3 audiences, 2 tests",
        "",
    )
    assert coterie_("run", folder, "--as-of", JULY)[0] == 0


def test_init_refuses_a_folder_that_holds_something(shop: Path) -> None:
    before = sorted(shop.rglob("*"))
    assert coterie_("init", shop) == (1, "", f"`{shop}` exists and is not an empty folder")
    assert coterie_("init", shop / "coterie.yml")[0] == 1
    assert sorted(shop.rglob("*")) == before


def test_init_writes_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_text

    def full_disk(self: Path, *args: object, **options: object) -> int:
        if self.name == "orders.csv":
            raise OSError(28, "No space left on device")
        return written(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full_disk)
    code, _, err = coterie_("init", tmp_path / "deep" / "shop")
    assert (code, err) == (1, "[Errno 28] No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_init_fills_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert coterie_("init", tmp_path / "empty")[0] == 0
    assert (tmp_path / "empty" / "coterie.yml").read_text().startswith('name: "empty"\n')


def test_run_ends_in_tables_of_counts(shop: Path) -> None:
    code, out, err = coterie_("run", shop, "--as-of", JULY)
    assert code == 0
    assert "\n".join(line for line in out.splitlines() if line)[:-5].startswith(
        "\n".join(line for line in TABLES.splitlines() if line)
    )
    assert re.search(r", \d+\.\d s, 2 scans for what takes 7 apart$", out)
    assert [line.split()[:4] for line in err.splitlines()] == [
        ["build", "customers", "6", "rows"],
        ["publish", "customers_audience_members", "6", "rows"],
        ["publish", "customers_traits", "6", "rows"],
    ]
    assert published(shop, "SELECT customer_id, orders, revenue FROM coterie.customers_traits ORDER BY 1")[:2] == [
        (1, 3, Decimal("63.50")),
        (2, 1, Decimal("30.00")),
    ]


def test_run_as_json(shop: Path) -> None:
    code, out, err = coterie_("run", "--project-dir", shop, "--as-of", JULY, "--json", "--select", "lapsed,orders")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["as_of"] == "2024-07-01T00:00:00+00:00"
    assert report["entities"] == [
        {
            "entity": "customers",
            "rows": 6,
            "null_keys": 0,
            "traits": [{"slug": "orders", "type": "integer", "values": 6}],
            "audiences": [{"slug": "lapsed", "size": 2, "entered": 2, "exited": 0, "retained": 0, "groups": []}],
        }
    ]


def test_a_second_run_keeps_what_it_does_not_select(shop: Path) -> None:
    coterie_("run", shop, "--as-of", JULY)
    code, out, _ = coterie_("run", shop, "--as-of", "2024-09-30", "-s", "audience:lapsed", "-s", "orders")
    assert code == 0
    assert [line.split() for line in out.splitlines() if line.startswith((" lapsed", " orders"))] == [
        ["orders", "integer", "6"],
        ["lapsed", "5", "3", "0"],
    ]
    sizes = published(shop, "SELECT audience, size FROM coterie.audience_sizes ORDER BY as_of, audience")
    assert sizes == [("big_spenders_abroad", 2), ("lapsed", 2), ("regulars", 2), ("lapsed", 5)]


def test_a_run_that_fails_says_why(shop: Path) -> None:
    coterie_("run", shop, "--as-of", JULY)
    code, out, err = coterie_("run", shop, "--as-of", "2024-06-01")
    assert (code, out) == (3, "")
    assert err.startswith("[as_of_before_published] ")
    code, out, _ = coterie_("run", shop, "--as-of", "2024-06-01", "--json")
    assert code == 3
    assert [error["code"] for error in json.loads(out)] == ["as_of_before_published"]


def test_duplicate_keys_fail_a_run(shop: Path) -> None:
    file = shop / "data" / "customers.csv"
    file.write_text(file.read_text() + "1,Ada again,DE,2024-01-08\n")
    code, _, err = coterie_("run", shop, "--as-of", JULY)
    assert code == 3
    assert err.splitlines()[-1].startswith("[duplicate_key] 1 value of the key (`customer_id`)")
    assert not (shop / "shop.duckdb").exists() or published(shop, "SHOW ALL TABLES") == []


def test_check_tells_all_mistakes_by_file(shop: Path) -> None:
    traits, audiences = shop / "traits" / "customers.yml", shop / "audiences" / "customers.yml"
    traits.write_text(
        traits.read_text().replace("column: amount", "column: amout").replace("signed_up_on", "signed_on")
    )
    audiences.write_text(audiences.read_text().replace("trait: orders", "trait: order"))
    code, out, err = coterie_("check", shop)
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert lines[0].startswith("audiences/customers.yml:5:")
    assert [line for line in lines if line.startswith(("audiences/", "traits/"))] == sorted(
        line for line in lines if line.startswith(("audiences/", "traits/"))
    )
    assert "    did you mean `amount`?" in lines
    assert lines[-1] == "3 errors in 2 files"
    code, out, err = coterie_("check", shop, "--json")
    assert (code, err) == (1, "")
    found = json.loads(out)
    assert [(error["file"], error["line"], error["code"]) for error in found] == [
        ("audiences/customers.yml", 5, "unknown_trait"),
        ("traits/customers.yml", 10, "unknown_column"),
        ("traits/customers.yml", 30, "unknown_name"),
    ]
    assert not (shop / "shop.duckdb").exists()


def test_check_writes_nothing(shop: Path) -> None:
    assert coterie_("check", shop, "--json") == (0, "[]", "")
    assert not (shop / "shop.duckdb").exists()


def test_compile_prints_sql_that_runs(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop)
    code, out, err = coterie_("compile", "--as-of", JULY, "--select", "orders")
    assert (code, err) == (0, "")
    assert out.startswith("-- customers\n")
    assert "READ_CSV('data/orders.csv')" in out
    assert sorted(duckdb.execute(out).fetchall()) == [(1, 3), (2, 1), (3, 3), (4, 1), (5, 1), (6, 0)]


def test_compile_writes_files(shop: Path) -> None:
    code, out, _ = coterie_("compile", shop, "--output", shop / "sql", "--dialect", "duckdb")
    assert (code, out) == (0, str(shop / "sql" / "customers.sql"))
    assert (shop / "sql" / "customers.sql").read_text().endswith(";\n")


def test_compile_as_json(shop: Path) -> None:
    compiled = json.loads(coterie_("compile", shop, "--as-of", JULY, "--json")[1])
    assert (compiled["as_of"], compiled["dialect"]) == ("2024-07-01T00:00:00+00:00", "duckdb")
    (customers,) = compiled["entities"]
    assert customers["entity"] == "customers"
    reading = customers["reading"]
    assert [(scan["model"], scan["rows"], scan["since"]) for scan in reading["scans"]] == [
        ("orders", None, None), ("customers", None, None),
    ]  # fmt: skip
    assert (reading["scans_apart"], reading["rows"]) == (7, None)
    assert {check["code"] for check in compiled["checks"]} == {"null_key", "duplicate_key"}
    assert compiled["notes"] == ["model `customers` has no history: its present rows are read at every as_of"]


def test_an_unknown_dialect(shop: Path) -> None:
    assert coterie_("compile", shop, "--dialect", "duckbd") == (
        1,
        "",
        "[unknown_dialect] `duckbd` is not a dialect\n    did you mean `duckdb`?\n\n1 error",
    )


def test_preview(shop: Path) -> None:
    code, out, _ = coterie_("preview", "products", shop, "--as-of", JULY, "--limit", 2)
    assert code == 0
    assert [line.strip() for line in out.splitlines() if line.strip()] == [
        "customer_id   products",
        "───────────────────────────",
        "1             [tea, teapot]",
        "2             [cup]",
    ]
    code, out, _ = coterie_("preview", "audience:lapsed", shop, "--as-of", JULY, "--json")
    assert (code, json.loads(out)) == (0, [{"customer_id": 2}, {"customer_id": 4}])
    rows = json.loads(coterie_("preview", "last_order_at", shop, "--as-of", JULY, "--json", "-n", 1)[1])
    assert rows == [{"customer_id": 1, "last_order_at": "2024-06-20T08:44:52+00:00"}]
    rows = json.loads(coterie_("preview", "revenue", shop, "--as-of", JULY, "--json", "-n", 1)[1])
    assert rows == [{"customer_id": 1, "revenue": "63.50"}]
    assert coterie_("preview", "revenue", shop, "--limit", 0)[0] == 2


def test_ls(shop: Path) -> None:
    (shop / "data" / "customers.csv").unlink()
    code, out, _ = coterie_("ls", shop, "--json", "--select", "audience:*, revenue")
    assert code == 0
    assert [(row["kind"], row["slug"], row["place"]) for row in json.loads(out)] == [
        ("trait", "revenue", "traits/customers.yml:7:5"),
        ("audience", "regulars", "audiences/customers.yml:2:5"),
        ("audience", "lapsed", "audiences/customers.yml:7:5"),
        ("audience", "big_spenders_abroad", "audiences/customers.yml:16:5"),
    ]
    code, out, _ = coterie_("ls", shop)
    assert len([line for line in out.splitlines() if " active " in line]) == 9


def test_schema_is_json() -> None:
    code, out, _ = coterie_("schema")
    assert code == 0
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("written", "home", "count"), [("DE", "DE", 2), ('"FR"', "FR", 2), ("PL=1", "PL=1", 0), ("NO", "NO", 0)]
)
def test_variables(shop: Path, written: str, home: str, count: int) -> None:
    file = shop / "audiences" / "customers.yml"
    file.write_text(
        "audiences: [{name: Home, parent_model: customers, filter_tree: \"country = '{{ var('home') }}'\"}]\n"
    )
    assert coterie_("compile", shop, "--var", f"home={written}")[1].count(f"'{home}'") == 1
    rows = json.loads(coterie_("preview", "home", shop, "--var", f"home={written}", "--json")[1])
    assert len(rows) == count


def test_wrong_usage(shop: Path) -> None:
    assert coterie_("compile", shop, "--var", "home")[0] == 2
    assert coterie_("run", "--nonsense")[0] == 2
    assert coterie_("dance")[0] == 2


def test_no_project_here(tmp_path: Path) -> None:
    code, _, err = coterie_("run", tmp_path)
    assert code == 1
    assert err.startswith("[missing_file] ")


def test_a_mistake_of_our_own_asks_for_a_report(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise InternalError("no such relation")

    monkeypatch.setattr(Project, "run", broken)
    code, _, err = coterie_("run", shop)
    assert code == failures.INTERNAL
    assert err.startswith("no such relation\nThis is a mistake of coterie's own; please report it")


def test_an_interrupted_run_says_that_nothing_was_published(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Project, "run", interrupted)
    assert coterie_("run", shop) == (failures.INTERRUPTED, "", "interrupted; nothing was published")


TOLD = """
import signal, sys
from coterie.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # which is off in what a shell runs in the background
from coterie.runtime.duckdb import DuckDB
def told(self, query, fetch=DuckDB.fetch):
    if "10000000" in query.sql():
        print("asked", file=sys.stderr, flush=True)
    return fetch(self, query)
DuckDB.fetch = told
main()
"""


def test_who_interrupts_a_run_stops_the_warehouse(shop: Path) -> None:
    long = "SELECT CAST(SUM(a.range * b.range) AS INTEGER) AS id FROM range(10000000) AS a, range(10000000) AS b"
    (shop / "models" / "long.yml").write_text(
        f"models: [{{name: long, source: {{sql: '{long}'}}, primary_key: id}}]\n"
        "traits: [{name: One, parent_model: long, trait_type: sql, config: {sql_expression: id + 1}}]\n"
    )
    command = [sys.executable, "-c", TOLD, "run", str(shop), "--as-of", JULY, "--select", "one"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while process.stderr.readline() != "asked\n":
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().splitlines()[-1] == "interrupted; nothing was published"
    assert process.returncode == failures.INTERRUPTED


def test_an_interruption_tells_what_has_changed(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(*args: object, cancellation: coterie.Cancellation, **options: object) -> None:
        cancellation.cancel()
        raise coterie.WarehouseError("cancelled", "it was", changed="the run changed a: repeat it to finish")

    monkeypatch.setattr(Project, "run", cancelled)
    assert coterie_("run", shop)[2] == "interrupted; the run changed a: repeat it to finish"


def test_the_version() -> None:
    assert coterie_("--version") == (0, f"coterie {coterie.__version__}", "")


def test_as_a_process(tmp_path: Path) -> None:
    """The script itself, from making a project to a failing run."""
    script = "from coterie.cli import main; main()"
    environment = os.environ | {"COTERIE_DB": str(tmp_path / "other.duckdb"), "PYTHONIOENCODING": "utf-8"}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=tmp_path,
            env=environment | {"PYTHONPATH": str(Path(coterie.__file__).parent.parent)},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    assert command("init", "shop").returncode == 0
    done = command("run", "shop", "--as-of", JULY)
    assert (done.returncode, done.stderr.count(" rows ")) == (0, 3)
    assert "as of 2024-07-01T00:00:00Z" in done.stdout
    assert (tmp_path / "other.duckdb").exists()
    assert command("run", "shop", "--as-of", "2020-01-01").returncode == 3
    assert command("run", "nowhere").returncode == 1
    assert command("run", "--nonsense").returncode == 2


def test_estimate(shop: Path) -> None:
    code, out, _ = coterie_("estimate", "lapsed", shop, "--as-of", JULY)
    assert (code, out) == (0, "2 of 6 customers are in lapsed\nas of 2024-07-01T00:00:00Z")
    code, out, _ = coterie_("estimate", "audience:lapsed", shop, "--as-of", JULY, "--sample", "0.5")
    about = "about 0 of 6 customers are in lapsed: 0 to 4 with 95 % confidence"
    assert (code, out) == (0, f"{about}\nfrom a sample of 2, of which 0 are\nas of 2024-07-01T00:00:00Z")
    code, out, _ = coterie_("estimate", "lapsed", shop, "--as-of", JULY, "--json")
    assert json.loads(out) == {
        "entity": "customers",
        "audience": "lapsed",
        "as_of": "2024-07-01T00:00:00+00:00",
        "size": 2,
        "low": 2,
        "high": 2,
        "entities": 6,
        "sample_size": 6,
        "sample_members": 2,
        "is_exact": True,
    }
    code, _, err = coterie_("estimate", "lapsed", shop, "--sample", "7")
    assert (code, err.splitlines()[0]) == (
        1,
        "[out_of_range] found the sample 7.0, expected a share of the entities above 0 and up to 1",
    )
