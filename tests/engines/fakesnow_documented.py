"""Snowflake's functions as its documentation has them, in DuckDB, for what fakesnow lacks or does otherwise.

VARIANT is DuckDB's VARIANT, and an ARRAY is a list of them. A number of JSON that is no integer is a text after a mark,
since DuckDB would hold it as a double.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Any

from sqlglot import exp, parse_one

Rule = Callable[[Any], exp.Expr]

_OF_CATALOG = {
    "_FS_COLUMNS": "SELECT * REPLACE (REPLACE(data_type, 'VARIANT[]', 'ARRAY') AS data_type) FROM {}",
    "_FS_TABLES": "SELECT * FROM {} UNION ALL BY NAME SELECT table_catalog, table_schema, table_name, "
    "'VIEW' AS table_type FROM {}",
}

_MARK = "\x01"
_FORMATS = {"YYYY": "%Y", "MM": "%m", "DD": "%d", "HH24": "%H", "MI": "%M", "SS": "%S", "FF6": "%f"}
_FORMAT = re.compile("|".join(_FORMATS) + '|"[^"]*"|.', re.DOTALL)
_WRITTEN = r"""REGEXP_REPLACE(CAST(TO_JSON(_x) AS TEXT), '"\\u0001([^"]*)"', '\1', 'g')"""
_ARRAY = """
CAST('[' || ARRAY_TO_STRING(LIST_TRANSFORM(_x, lambda e:
    CASE WHEN VARIANT_TYPEOF(e) LIKE 'DECIMAL%' THEN CAST(e AS TEXT) ELSE CAST(TO_JSON(e) AS TEXT) END), ',') || ']'
    AS JSON)
"""  # TO_JSON makes doubles of decimals


def with_rules(statement: exp.Expr, *rules: Rule) -> exp.Expr:
    """The statement, every node replaced by what the rules make of it, the innermost first."""
    for node in reversed(list(statement.walk(bfs=False))):
        parent, key, index, found = node.parent, node.arg_key, node.index, node
        for rule in rules:
            found = rule(found)
        if found is not node and parent is not None:
            parent.set(key, found, index)
        elif found is not node:
            statement = found
    return statement


def as_documented(node: exp.Expr) -> exp.Expr:
    """The node, or another where fakesnow would not do what the documentation says."""
    rule = _RULES.get(type(node))
    return rule(node) if rule else node


def misspelt(statement: exp.Expr, known: Iterable[str]) -> exp.Identifier | None:
    """A name of a column or table that is nobody's, upper and lower case apart, as DuckDB would not have it."""
    names = {*known}
    for alias in statement.find_all(exp.Alias, exp.TableAlias):
        names |= {_folded(one) for one in alias.find_all(exp.Identifier) if one.parent is alias}
    names |= {_folded(one) for one in statement.find_all(exp.Identifier) if isinstance(one.parent, exp.Lambda)}
    for node in statement.find_all(exp.Column, exp.Table):
        for part in (node.this, node.args.get("table") if isinstance(node, exp.Column) else None):
            if isinstance(part, exp.Identifier) and _folded(part) not in names:
                return part
    return None


def of_catalog(node: exp.Expr) -> exp.Expr:
    """The catalog's columns, with the names of types that Snowflake has for them; its tables, with views among them."""
    if not isinstance(node, exp.Table) or node.name not in _OF_CATALOG:
        return node
    place = node.sql("duckdb")
    query = _OF_CATALOG[node.name].format(place, place.replace("_FS_TABLES", "_FS_VIEWS"))
    return exp.Subquery(this=parse_one(query, read="duckdb"))


def _folded(identifier: exp.Identifier) -> str:
    return str(identifier.this if identifier.args.get("quoted") else identifier.this.upper())


def handed_over(name: str, native: str) -> tuple[str, exp.Expr]:
    """A column in a type that the server knows: VARIANTs as JSON, as Snowflake hands them over."""
    column = exp.column(name, quoted=True)
    match native:
        case "VARIANT[]":
            native, node = "ARRAY", _duck(_ARRAY, x=column)
        case "VARIANT":
            native, node = "JSON", _duck(f"CAST({_WRITTEN} AS JSON)", x=column)
        case "HUGEINT":
            native, node = "DECIMAL(38,0)", _duck("CAST(_x AS DECIMAL(38, 0))", x=column)
        case "TINYINT" | "SMALLINT" | "INTEGER":
            native, node = "BIGINT", _duck("CAST(_x AS BIGINT)", x=column)
        case _:
            node = column
    return native, exp.alias_(node, name, quoted=True)


def as_rows(columns: Iterable[tuple[str, str]]) -> exp.Expr:
    """What DESCRIBE tells of columns with these types."""
    literal = exp.Literal.string
    rows = [exp.Tuple(expressions=[literal(name), literal(native), *[exp.null()] * 4]) for name, native in columns]
    found = exp.Select(expressions=[exp.Star()])
    found.set(
        "from_", exp.From(this=exp.Values(expressions=rows, alias=exp.TableAlias(this=exp.to_identifier("rows"))))
    )
    return found


def parsed(text: str | None) -> str | None:
    """What PARSE_JSON takes for JSON: also NaN and a comma too many; no name twice."""
    for attempt in () if text is None else (text, re.sub(r",\s*([\]}])", r"\1", text)):
        try:
            found = json.loads(
                attempt,
                parse_float=_marked,
                parse_int=_integer,
                parse_constant=lambda name: _MARK + name,
                object_pairs_hook=_unique,
            )
            return json.dumps(_with_null(found))
        except (ValueError, KeyError):
            pass
    return None


def _with_null(found: Any) -> Any:
    """JSON's null is a value, and no NULL."""
    match found:
        case None:
            return _MARK + "null"
        case list():
            return [_with_null(item) for item in found]
        case dict():
            return {name: _with_null(item) for name, item in found.items()}
    return found


def decimal_text(text: str | None, places: int) -> str | None:
    """A number rounded half away from zero, if 38 digits hold it: DuckDB's cast of an exponent does not see that."""
    with localcontext(prec=400):
        try:
            found = None if text is None else Decimal(text).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        except InvalidOperation:
            return None
        return None if found is None or abs(found) >= Decimal(10) ** (38 - places) else f"{found:f}"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise KeyError
    return dict(pairs)


def _integer(digits: str) -> int | str:
    return int(digits) if -(2**63) <= int(digits) < 2**63 else _marked(digits)


def _marked(digits: str) -> str:
    """A decimal as it is; a double, which is what has an exponent or more than 38 digits, as Snowflake writes it."""
    is_decimal = "e" not in digits.lower() and len(Decimal(digits).as_tuple().digits) <= 38
    return _MARK + (digits if is_decimal else f"{float(digits):.15e}")


def _duck(template: str, **parts: exp.Expr) -> exp.Expr:
    """DuckDB's SQL with nodes in the places of their names."""
    tree = parse_one(template, read="duckdb")
    for column in list(tree.find_all(exp.Column)):
        if column.name[1:] in parts and column.name[0] == "_":
            part = parts[column.name[1:]].copy()
            if column is tree:
                return part
            column.replace(part)
    return tree


def _typed(node: exp.DataType) -> exp.Expr:
    if node.this is exp.DType.ARRAY and not node.expressions:
        return exp.DataType.build("VARIANT[]", dialect="duckdb")
    return node


def _cast(node: exp.Cast) -> exp.Expr:
    """A VARIANT as a text is what is in it."""
    is_text = node.to.this in (exp.DType.VARCHAR, exp.DType.TEXT)
    return _duck("LTRIM(CAST(_x AS TEXT), CHR(1))", x=node.this) if is_text and node.this.name in _VARIANTS else node


_VARIANTS = ("coterie_element", "VALUE", "VARIANT_EXTRACT", "LIST_EXTRACT")
"""Names of what gives VARIANTs: parameters, columns and functions of DuckDB."""


def _aggregated(node: exp.WithinGroup) -> exp.Expr:
    """ARRAY_AGG leaves NULLs out; what is distinct must be what is sorted by."""
    aggregate, order = node.this, node.expression
    if not isinstance(aggregate, exp.ArrayAgg):
        return node
    value = aggregate.this
    if isinstance(value, exp.Distinct):
        value = value.expressions[0]
        assert [by.this for by in order.expressions] == [value], "not a valid order by expression"
    listed = exp.Anonymous(this="LIST", expressions=[exp.Order(this=aggregate.this, expressions=order.expressions)])
    present = exp.Where(this=exp.Not(this=exp.Is(this=value.copy(), expression=exp.Null())))
    return _duck("COALESCE(CAST(_x AS VARIANT[]), [])", x=exp.Filter(this=listed, expression=present))


def _list(node: exp.Array) -> exp.Expr:
    items = [_duck("CAST(_x AS VARIANT)", x=item) for item in node.expressions]
    return _duck("CAST(_x AS VARIANT[])", x=exp.Array(expressions=items))


def _compact(node: exp.ArrayConstructCompact) -> exp.Expr:
    items = exp.Array(expressions=[_duck("CAST(_x AS VARIANT)", x=item) for item in node.expressions])
    return _duck("LIST_FILTER(_x, lambda e: e IS NOT NULL)", x=items)


def _get(node: exp.GetExtract) -> exp.Expr:
    if node.expression.is_string:
        return _duck("VARIANT_EXTRACT(_x, _n)", x=node.this, n=node.expression)
    return _duck("LIST_EXTRACT(TRY_CAST(_x AS VARIANT[]), _n + 1)", x=node.this, n=exp.Paren(this=node.expression))


def _mapped(node: exp.Transform) -> exp.Expr:
    node.expression.set("this", _duck("CAST(_x AS VARIANT)", x=node.expression.this))
    return node


def _flattened(node: exp.Lateral) -> exp.Expr:
    """All columns of FLATTEN, which make names ambiguous."""
    if not isinstance(node.this, exp.Explode):
        return node
    template = "SELECT 1 AS SEQ, NULL AS KEY, NULL AS PATH, 0 AS INDEX, UNNEST(_x) AS VALUE, _x AS THIS"
    rows = exp.Subquery(this=_duck(template, x=node.this.this.expression))
    alias = exp.TableAlias(this=node.args["alias"].this)
    return exp.Lateral(this=rows, alias=alias)


_TYPEOF = """
CASE WHEN VARIANT_TYPEOF(_x) IN ('BOOL_TRUE', 'BOOL_FALSE') THEN 'BOOLEAN'
    WHEN VARIANT_TYPEOF(_x) = 'VARCHAR' AND CAST(_x AS TEXT) = CHR(1) || 'null' THEN 'NULL_VALUE'
    WHEN VARIANT_TYPEOF(_x) LIKE '%INT%' THEN 'INTEGER'
    WHEN VARIANT_TYPEOF(_x) = 'VARCHAR' AND CAST(_x AS TEXT)[1] = CHR(1)
        THEN CASE WHEN CONTAINS(CAST(_x AS TEXT), 'e') THEN 'DOUBLE' ELSE 'DECIMAL' END
    ELSE SPLIT_PART(VARIANT_TYPEOF(_x), '(', 1) END
"""


def _replaced(node: exp.RegexpReplace) -> exp.Expr:
    return exp.Anonymous(
        this="REGEXP_REPLACE",
        expressions=[node.this, _posix(node.expression), node.args["replacement"], exp.Literal.string("g")],
    )


def _matched(node: exp.RegexpLike) -> exp.Expr:
    options = [node.args["flag"]] if node.args.get("flag") else []
    return exp.Anonymous(this="REGEXP_FULL_MATCH", expressions=[node.this, _posix(node.expression), *options])


def _posix(pattern: exp.Expr) -> exp.Expr:
    assert "(?" not in pattern.name, f"invalid regular expression: {pattern.name}"
    return pattern


def _to_char(node: exp.ToChar) -> exp.Expr:
    if "format" not in node.args:
        return node
    parts = _FORMAT.findall(node.args["format"].name)
    written = "".join(_FORMATS.get(part, part.strip('"').replace("%", "%%")) for part in parts)
    return exp.Anonymous(this="STRFTIME", expressions=[node.this, exp.Literal.string(written)])


def _to_number(node: exp.ToNumber) -> exp.Expr:
    if "X" in node.text("format"):
        return _duck("CAST('0x' || _x AS BIGINT)", x=node.this)
    if not node.args.get("safe"):
        return node
    scale = node.args["scale"]
    return _duck(f"TRY_CAST(_decimal_text(_x, _s) AS DECIMAL(38, {scale.name}))", x=node.this, s=scale)


def _read_timestamp(node: exp.StrToTime) -> exp.Expr:
    return exp.TryCast(this=node.this, to=node.args["target_type"])


def _as_array(node: exp.Anonymous) -> exp.Expr:
    if node.name != "AS_ARRAY":
        return node
    template = "CASE WHEN VARIANT_TYPEOF(_x) LIKE 'ARRAY%' THEN CAST(_x AS VARIANT[]) END"
    return _duck(template, x=node.expressions[0])


def _moved_clock(node: exp.ConvertTimezone) -> exp.Expr:
    """In parentheses, which sqlglot forgets."""
    node.set("timestamp", exp.Paren(this=node.args["timestamp"]))
    return node


def _same_name(name: str) -> Rule:
    """DuckDB's function of that name, without what sqlglot adds."""
    return lambda node: exp.Anonymous(this=name, expressions=[node.this])


_RULES: dict[type[exp.Expr], Rule] = {
    exp.DataType: _typed,
    exp.Cast: _cast,
    exp.WithinGroup: _aggregated,
    exp.Array: _list,
    exp.ArrayConstructCompact: _compact,
    exp.GetExtract: _get,
    exp.Transform: _mapped,
    exp.ArraySize: _same_name("LEN"),
    exp.ArraySlice: lambda node: _duck("LIST_SLICE(_x, 1, _n)", x=node.this, n=node.args["end"]),
    exp.ArrayToString: lambda node: _duck(
        "ARRAY_TO_STRING(LIST_TRANSFORM(_x, lambda e: CAST(e AS TEXT)), _s)", x=node.this, s=node.expression
    ),
    exp.Lateral: _flattened,
    exp.Anonymous: _as_array,
    exp.Typeof: lambda node: _duck(_TYPEOF, x=node.this),
    exp.ParseJSON: lambda node: _duck("CAST(CAST(_parsed_json(_x) AS JSON) AS VARIANT)", x=node.this),
    exp.JSONFormat: lambda node: _duck(_WRITTEN, x=node.this),
    exp.RegexpReplace: _replaced,
    exp.RegexpLike: _matched,
    exp.ToChar: _to_char,
    exp.ToNumber: _to_number,
    exp.StrToTime: _read_timestamp,
    exp.TsOrDsToDate: lambda node: _duck("TRY_CAST(_x AS DATE)", x=node.this),
    exp.UnixToTime: lambda node: _duck("MAKE_TIMESTAMPTZ(CAST(_x AS BIGINT))", x=node.this),
    exp.ConvertTimezone: _moved_clock,
    exp.Collate: lambda node: node.this,
    exp.Length: _same_name("LENGTH"),
    exp.Trim: lambda node: exp.Anonymous(this="TRIM", expressions=[node.this, node.expression]),
}
