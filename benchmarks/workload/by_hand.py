"""The same traits as SQL that people write on DuckDB: one query each, all merged blindly, and tuned by hand.

Each statement gives a row per customer, in the same columns; `bare` does not: it scans each table once and groups the
columns that are needed, which is about the least that any plan has to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from benchmarks.workload.data import AS_OF, CATEGORIES, EVENT_NAMES
from benchmarks.workload.traits import AGGREGATES, DAY, FORMULAS, KEY, PLAYED, QUARTER, TIME, YEAR, Asked

NOW = f"TIMESTAMP '{AS_OF}'"
_OF = {DAY: "CAST(ts AS DATE)", PLAYED: "CAST(json_extract_string(properties, '$.v') AS BIGINT)"}
_REFERENCE = re.compile(r"\{(\w+)\}")


def one_each(aggregates: Sequence[Asked] = AGGREGATES, formulas: Iterable[str] = FORMULAS) -> list[str]:
    """A statement for every trait."""
    by_name = {asked.name: asked for asked in AGGREGATES}
    plain = [_joined([asked], {asked.name: f"{asked.name}.value"}, {}) for asked in aggregates]
    return plain + [
        _joined(
            [by_name[read] for read in dict.fromkeys(_REFERENCE.findall(FORMULAS[name]))], {}, {name: FORMULAS[name]}
        )
        for name in formulas
    ]


def _joined(aggregates: Sequence[Asked], columns: dict[str, str], formulas: dict[str, str]) -> str:
    """Customers with a joined query per aggregate."""
    joins = [
        f"LEFT JOIN (SELECT customer_id, {_aggregate(asked)} AS value FROM {asked.source}"
        f" WHERE {' AND '.join([*_conditions(asked), _before_now(asked)])} GROUP BY customer_id) AS {asked.name}"
        f" USING (customer_id)"
        for asked in aggregates
    ]
    values = {asked.name: _filled(asked, f"{asked.name}.value") for asked in aggregates}
    selected = [f"{values[name]} AS {name}" for name in columns]
    selected += [f"{_formula(text, values)} AS {name}" for name, text in formulas.items()]
    return f"SELECT customers.customer_id, {', '.join(selected)} FROM customers {' '.join(joins)}"


def blind_merge(aggregates: Sequence[Asked] = AGGREGATES, formulas: Iterable[str] = FORMULAS) -> str:
    """One scan of each table, with all its aggregates side by side, each with a FILTER of its own.

    As its memory is what is compared, it gives exactly the rows that are asked for: of those of one moment, first and
    last values go by their key, as coterie's do. The others take any.
    """
    scans: dict[str, list[str]] = {source: [] for source in TIME}
    for asked in aggregates:
        aggregate = _by_key(asked) if asked.function in ("first", "last") else _aggregate(asked)
        scans[asked.source].append(f"{aggregate}{_filter(_conditions(asked))} AS {asked.name}")
    queries = {source: _grouped(source, items, [f"{TIME[source]} < {NOW}"]) for source, items in scans.items() if items}
    columns = {asked.name: _filled(asked, f"{asked.source}.{asked.name}") for asked in aggregates}
    return _assembled(queries, columns, formulas)


def tuned(aggregates: Sequence[Asked] = AGGREGATES, formulas: Iterable[str] = FORMULAS) -> str:
    """A scan per period, and bits for distinct values: who wrote it knows all categories and events there are."""
    queries, columns = {}, {}
    for source, time in TIME.items():
        for longest, group in _by_period(asked for asked in aggregates if asked.source == source):
            name = f"{source}_{longest or 'all'}"
            items = []
            for asked in group:
                conditions = _conditions(asked, without=longest)
                is_set = asked.function in ("count_distinct", "list_distinct")
                items.append(f"{_bits(asked) if is_set else _guarded(asked)}{_filter(conditions)} AS {asked.name}")
                found = f"{name}.{asked.name}"
                columns[asked.name] = _of_bits(asked, found) if is_set else _filled(asked, found)
            bounds = [f"{time} < {NOW}", *([f"{time} >= {_since(longest)}"] if longest else [])]
            queries[name] = _grouped(source, items, bounds)
    return _assembled(queries, columns, formulas)


def bare() -> list[str]:
    """Scan and group what is needed, once."""
    return [
        "SELECT customer_id, count(*), max(ordered_at), sum(order_total), any_value(status), any_value(category)"
        " FROM orders GROUP BY customer_id",
        "SELECT customer_id, count(*), max(ts), any_value(event_name) FROM events GROUP BY customer_id",
    ]


def _by_period(aggregates: Iterable[Asked]) -> list[tuple[int | None, list[Asked]]]:
    """Each with the shortest period of its scan."""
    groups: dict[int | None, list[Asked]] = {None: [], YEAR: [], QUARTER: []}
    for asked in aggregates:
        fitting = [days for days in (QUARTER, YEAR) if asked.days is not None and asked.days <= days]
        groups[fitting[0] if fitting else None].append(asked)
    return [(days, group) for days, group in groups.items() if group]


def _grouped(source: str, items: Sequence[str], conditions: Sequence[str]) -> str:
    where = " AND ".join(conditions)
    return f"SELECT customer_id, {', '.join(items)} FROM {source} WHERE {where} GROUP BY customer_id"


def _assembled(queries: dict[str, str], columns: dict[str, str], formulas: Iterable[str]) -> str:
    """Customers with each of the queries, and the formulas of their columns."""
    joins = " ".join(f"LEFT JOIN ({query}) AS {name} USING (customer_id)" for name, query in queries.items())
    inner = ", ".join(f"{text} AS {name}" for name, text in columns.items())
    names = {name: name for name in columns}
    outer = ["*", *(f"{_formula(FORMULAS[name], names)} AS {name}" for name in formulas)]
    return f"SELECT {', '.join(outer)} FROM (SELECT customers.customer_id, {inner} FROM customers {joins})"


def _aggregate(asked: Asked) -> str:
    of, time = _OF.get(asked.of, asked.of), asked.time
    match asked.function:
        case "count" | "exists":
            return "count(*)"
        case "average":
            return f"avg({of})"
        case "count_distinct":
            return f"count(DISTINCT {of})"
        case "list_distinct":
            return f"list(DISTINCT {of})"
        case "first":
            return f"arg_min({of}, {time})"
        case "last":
            return f"arg_max({of}, {time})"
    return f"{asked.function}({of})"


def _by_key(asked: Asked) -> str:
    """The first or last value in the order of moment, primary key and value."""
    keys = (asked.time, KEY[asked.source], asked.of)
    function = "arg_min" if asked.function == "first" else "arg_max"
    order = ", ".join(f"{key}, 'ASC NULLS LAST'" for key in keys)
    return f"{function}({asked.of}, create_sort_key({order}))"


def _guarded(asked: Asked) -> str:
    """What is costly is computed for the rows that count only."""
    if asked.of != PLAYED:
        return _aggregate(asked)
    return f"sum(CASE WHEN {' AND '.join(_conditions(asked))} THEN {_OF[PLAYED]} END)"


def _bits(asked: Asked) -> str:
    match asked.of:
        case "category":
            return "bit_or(1::BIGINT << CAST(substr(category, 5) AS BIGINT))"
        case "event_name":
            return f"bit_or(1::BIGINT << list_position({list(EVENT_NAMES)}, event_name))"
    return f"bit_or(1::HUGEINT << CAST(date_diff('day', ts, {NOW}) AS INTEGER))"


def _of_bits(asked: Asked, found: str) -> str:
    if asked.function == "count_distinct":
        return f"coalesce(bit_count({found}), 0)"
    known = [f"cat_{n}" for n in range(CATEGORIES)]
    return f"list_sort(list_filter({known}, lambda value, n: ({found} >> (n - 1)) & 1 = 1))"


def _filled(asked: Asked, found: str) -> str:
    match asked.function:
        case "count" | "count_distinct" | "sum":
            return f"coalesce({found}, 0)"
        case "exists":
            return f"coalesce({found} > 0, FALSE)"
        case "list_distinct":
            return f"coalesce(list_sort({found}), [])"
    return found


def _formula(text: str, values: dict[str, str]) -> str:
    """A formula on columns, as SQL."""
    if text.startswith("days_between"):
        return f"CAST({NOW} AS DATE) - CAST({values['last_order']} AS DATE)"
    return "{} / nullif({}, 0)".format(*(values[name] for name in _REFERENCE.findall(text)))


def _conditions(asked: Asked, without: int | None = None) -> list[str]:
    """Which rows count; not the period that the scan has anyway."""
    found = [f"{asked.column} = '{asked.value}'"] if asked.column else []
    return [*found, f"{asked.time} >= {_since(asked.days)}"] if asked.days and asked.days != without else found


def _filter(conditions: Sequence[str]) -> str:
    return f" FILTER (WHERE {' AND '.join(conditions)})" if conditions else ""


def _before_now(asked: Asked) -> str:
    return f"{asked.time} < {NOW}"


def _since(days: int) -> str:
    return f"{NOW} - INTERVAL {days} DAY"
