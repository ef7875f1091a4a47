"""Keys by which tables are partitioned or sorted, as catalogs write them.

They are looked through for columns, and never run.
"""

from __future__ import annotations

import re

from sqlglot import Dialect, exp, parse_one
from sqlglot.errors import SqlglotError

_SNOWFLAKE_S_ORDER = re.compile("LINEAR$", re.IGNORECASE)
"""As a function of the expressions of a key."""
_IN_ORDER = (exp.Alias, exp.DateTrunc, exp.Neg, exp.TimestampTrunc, exp.Year)
"""What has the order of its argument, or the other way round; an alias is what sqlglot takes DESC for."""
_DATES = exp.DataType.TEMPORAL_TYPES - {exp.DataType.Type.TIME, exp.DataType.Type.TIMETZ}
"""Types that keep the order of a moment; the time of a day does not."""
_CALLED_IN_ORDER = re.compile("to(Date|Year|YYYYMM|StartOf|Relative|UnixTimestamp)(?!.*Or(Null|Zero|Default))")
"""Functions of ClickHouse that do, of which sqlglot knows the names only."""


def columns_of_key(key: str, dialect: str) -> list[str | None]:
    """The columns of a key by which a table is sorted or partitioned, as its catalog writes it.

    For an expression whose order is that of a column, that; None for any other.
    """
    folded = Dialect.get_or_raise(dialect).normalize_identifier
    try:
        tree = parse_one(f"({key})", dialect=dialect).unnest()
        is_several = isinstance(tree, exp.Tuple) or _is_called(tree, _SNOWFLAKE_S_ORDER)
        columns = [_column_of(part) for part in (tree.expressions if is_several else [tree])]
    except (SqlglotError, AttributeError, IndexError, TypeError):  # sqlglot does not always say what it cannot read
        return []
    return [None if column is None else folded(column.this).name for column in columns]


def _column_of(part: exp.Expr) -> exp.Column | None:
    """The column that has the order of an expression; a field of one is another."""
    while _is_in_order(part):
        part = part.expressions[0] if isinstance(part, exp.Anonymous) else part.this
    return part if isinstance(part, exp.Column) and not part.table else None


def _is_in_order(part: exp.Expr) -> bool:
    match part:
        case exp.Cast():
            return part.to.this in _DATES
        case exp.TsOrDsToDate():
            return not part.args.get("format")
    return isinstance(part, _IN_ORDER) or _is_called(part, _CALLED_IN_ORDER)


def _is_called(part: exp.Expr, name: re.Pattern[str]) -> bool:
    return isinstance(part, exp.Anonymous) and name.match(part.name) is not None
