"""What is read from the tables of earlier runs must be recent enough: statements that tell when it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlglot import exp

from coterie.compiler.compiled import CheckCode, FreshnessStatement
from coterie.compiler.ir import times
from coterie.compiler.ir.names import slug_of
from coterie.compiler.ir.published import AUDIENCE_SIZES, TRAIT_EVALUATIONS, log_name
from coterie.compiler.ir.rel import Plan, Reading
from coterie.compiler.writing.render import render
from coterie.dialects import Dialect
from coterie.dialects.base import Node
from coterie.dialects.nodes import chain, is_null
from coterie.types import INSTANT, TEXT

_LAST = "built"


def freshness_checks(plan: Plan, as_of: datetime, zone: str, dialect: Dialect) -> tuple[FreshnessStatement, ...]:
    """One statement for each trait and audience that is read from a table."""
    return tuple(_check("stale", reading, as_of, _oldest(reading, as_of, zone), dialect) for reading in plan.readings)


def _oldest(reading: Reading, as_of: datetime, zone: str) -> datetime | None:
    if reading.max_age is None:
        return None
    n, unit = reading.max_age
    return times.shift(as_of, -n, unit, zone)


def _check(
    code: CheckCode,
    reading: Reading,
    as_of: datetime,
    oldest: datetime | None,
    dialect: Dialect,
) -> FreshnessStatement:
    until = times.iso(as_of)
    instants = f"any instant until {until}" if oldest is None else f"an instant from {times.iso(oldest)} to {until}"
    return FreshnessStatement(
        tree=_count(reading, as_of, oldest, dialect),
        render=lambda tree: render(tree, dialect),
        name=f"{code} {reading.model} ({reading.slug})",
        code=code,
        message=f"what is built of {reading.kind} `{reading.slug}` of `{reading.model}` is not of {instants}",
        entity=reading.model,
        kind=reading.kind,
        slug=reading.slug,
        oldest=oldest,
        latest=as_of,
        table=reading.table.name,
        columns=reading.columns,
    )


def _count(reading: Reading, as_of: datetime, oldest: datetime | None, dialect: Dialect) -> exp.Select:
    """How many of the one last evaluation are missing, later than `as_of`, too old, or not there any more."""

    def instant(moment: datetime) -> Node:
        return dialect.literal(moment, INSTANT)

    def text(value: str) -> Node:
        return dialect.literal(value, TEXT)

    schema, entity = reading.table.schema, slug_of(reading.model)
    evaluations = AUDIENCE_SIZES if reading.kind == "audience" else TRAIT_EVALUATIONS
    last = exp.Select(expressions=[exp.alias_(exp.Max(this=_column("as_of")), _LAST, quoted=True)])
    last.set("from_", exp.From(this=exp.table_(evaluations, db=schema, quoted=True)))
    last.set("where", exp.Where(this=chain(exp.And, [
        exp.EQ(this=_column("entity"), expression=text(entity)),
        exp.EQ(this=_column(reading.kind), expression=text(reading.slug)),
    ])))  # fmt: skip
    problems: list[Node] = [is_null(_column(_LAST)), exp.GT(this=_column(_LAST), expression=instant(as_of))]
    if oldest is not None:
        problems.append(exp.LT(this=_column(_LAST), expression=instant(oldest)))
    if reading.kind == "audience":
        problems.append(exp.LT(this=_column(_LAST), expression=exp.Subquery(this=_left(reading, text))))
    counted = exp.Select(expressions=[exp.alias_(exp.Count(this=exp.Star()), "violations", quoted=True)])
    counted.set("from_", exp.From(this=exp.Subquery(this=last, alias=exp.TableAlias(this=_identifier("last")))))
    counted.set("where", exp.Where(this=chain(exp.Or, problems)))
    return counted


def _left(reading: Reading, text: Callable[[str], Node]) -> exp.Select:
    """When somebody last entered or left the audience; after its last evaluation only where it was not defined."""
    found = exp.Select(expressions=[exp.Max(this=_column("as_of"))])
    log = exp.table_(log_name(slug_of(reading.model)), db=reading.table.schema, quoted=True)
    found.set("from_", exp.From(this=log))
    found.set("where", exp.Where(this=exp.EQ(this=_column("audience"), expression=text(reading.slug))))
    return found


def _column(name: str) -> exp.Column:
    return exp.Column(this=_identifier(name))


def _identifier(name: str) -> exp.Identifier:
    return exp.Identifier(this=name, quoted=True)
