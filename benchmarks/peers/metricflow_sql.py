"""MetricFlow: simple metrics with filters in a dbt project, all of them asked for by customer at once.

Timed is what happens after dbt has parsed the project. The time constraint ends with the day before the present.
"""

from __future__ import annotations

import contextlib
import io
import json
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dbt.cli.main import dbtRunner
from dbt_metricflow.cli.cli_configuration import CLIConfiguration
from metricflow.engine.metricflow_engine import MetricFlowEngine, MetricFlowQueryRequest
from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup

from benchmarks.peers import ASKED, FACTS, KEY, Statement, answer, since
from benchmarks.workload.data import AS_OF
from benchmarks.workload.traits import TIME, Asked

LAST_DAY = datetime.fromisoformat(AS_OF) - timedelta(days=1)
SPINE: dict[str, Any] = {
    "name": "all_days",
    "time_spine": {"standard_granularity_column": "date_day"},
    "columns": [{"name": "date_day", "granularity": "day"}],
}


def semantic_model(fact: str) -> dict[str, Any]:
    entity = fact[:-1]
    time = {"name": TIME[fact], "type": "time", "type_params": {"time_granularity": "day"}}
    filtered = sorted({asked.column for asked in FACTS[fact] if asked.column})
    return {
        "name": fact,
        "model": f"ref('{fact}')",
        "defaults": {"agg_time_dimension": TIME[fact]},
        "entities": [
            {"name": entity, "type": "primary", "expr": f"{entity}_id"},
            {"name": "customer", "type": "foreign", "expr": KEY},
        ],
        "dimensions": [time, *({"name": name, "type": "categorical"} for name in filtered)],
        "measures": [
            {"name": f"{asked.name}_measure", "agg": asked.function, "expr": asked.of or "1"} for asked in FACTS[fact]
        ],
    }


def metric(asked: Asked) -> dict[str, Any]:
    entity = asked.source[:-1]
    conditions = []
    if asked.column:
        conditions.append(f"{{{{ Dimension('{entity}__{asked.column}') }}}} = '{asked.value}'")
    if asked.days:
        conditions.append(f"{{{{ TimeDimension('{entity}__{asked.time}', 'day') }}}} >= '{since(asked)}'")
    found = {"name": asked.name, "label": asked.name, "type": "simple"}
    more = {"filter": " AND ".join(conditions)} if conditions else {}
    return {**found, "type_params": {"measure": f"{asked.name}_measure"}, **more}


def write(folder: Path) -> None:
    """The dbt project; JSON is YAML, too."""
    models = {name: f"select * from raw.{name}" for name in FACTS}
    models[SPINE["name"]] = "select date '2024-01-01' as date_day"
    files: dict[str, Any] = {
        "dbt_project.yml": {"name": "shop", "version": "1.0.0", "config-version": 2, "profile": "shop"},
        "profiles.yml": {
            "shop": {"target": "dev", "outputs": {"dev": {"type": "duckdb", "path": str(folder / "workload.duckdb")}}}
        },
        "models/shop.yml": {
            "models": [SPINE],
            "semantic_models": [semantic_model(fact) for fact in FACTS],
            "metrics": [metric(asked) for asked in ASKED],
        },
    }
    (folder / "models").mkdir()
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content))
    for name, sql in models.items():
        (folder / "models" / f"{name}.sql").write_text(sql)


def compiled(configuration: CLIConfiguration) -> list[Statement]:
    manifest = SemanticManifestLookup(configuration.semantic_manifest)
    engine = MetricFlowEngine(semantic_manifest_lookup=manifest, sql_client=configuration.sql_client)
    request = MetricFlowQueryRequest.create(
        metric_names=[asked.name for asked in ASKED],
        group_by_names=["customer"],
        time_constraint_end=LAST_DAY,
    )
    return [Statement(engine.explain(request).sql_statement.sql, "customer")]


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()) as said:
            parsed = dbtRunner().invoke(["parse", "--quiet"])
            if not parsed.success:
                raise RuntimeError(f"dbt cannot parse the project: {parsed.exception} {said.getvalue()}")
            configuration = CLIConfiguration()
            configuration.setup(folder, folder, configure_file_logging=False)
            assert configuration.sql_client is not None  # which connects
        answer(f"metricflow {version('metricflow')}", lambda: compiled(configuration))


if __name__ == "__main__":
    main()
