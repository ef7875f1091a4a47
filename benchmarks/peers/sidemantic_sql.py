"""Sidemantic: metrics of two facts, by a key of the customers, in one query.

Filters of that query would keep only customers with rows of both facts, so each fact is a query with its own.
"""

from __future__ import annotations

from importlib.metadata import version

from sidemantic import Dimension, Metric, Model, Relationship, SemanticLayer

from benchmarks.peers import FACTS, KEY, Statement, answer, condition
from benchmarks.workload.data import AS_OF
from benchmarks.workload.traits import TIME, Asked

FUNCTIONS = {"average": "avg"}


def compiled() -> list[Statement]:
    layer = SemanticLayer(auto_register=False)
    layer.add_model(model("customers", [Dimension(name=KEY, type="numeric")], []))
    for source, asked in FACTS.items():
        columns = {one.column for one in asked if one.column}
        dimensions = [Dimension(name=name, type="categorical") for name in sorted(columns)]
        times = [Dimension(name=TIME[source], type="time", granularity="second")]
        metrics = [metric(one) for one in asked]
        layer.add_model(model(source, [*dimensions, *times], metrics, f"{source[:-1]}_id"))
    names = [f"{source}.{one.name}" for source, asked in FACTS.items() for one in asked]
    return [Statement(layer.compile(metrics=names, dimensions=[f"customers.{KEY}"]))]


def model(name: str, dimensions: list[Dimension], metrics: list[Metric], key: str = KEY) -> Model:
    """A table; facts belong to a customer."""
    parts = {"name": name, "primary_key": key, "dimensions": dimensions, "metrics": metrics}
    if name not in TIME:
        return Model(table=name, **parts)
    to_customer = [Relationship(name="customers", type="many_to_one", foreign_key=KEY)]
    known = f"SELECT * FROM {name} WHERE {TIME[name]} < TIMESTAMP '{AS_OF}'"
    return Model(sql=known, relationships=to_customer, **parts)


def metric(asked: Asked) -> Metric:
    filters = [condition(asked, "{{model}}.{}")] if condition(asked) else None
    function = FUNCTIONS.get(asked.function, asked.function)
    return Metric(name=asked.name, agg=function, sql=asked.of or None, filters=filters)


if __name__ == "__main__":
    answer(f"sidemantic {version('sidemantic')}", compiled)
