"""Windows of summaries: from which moment on each takes rows, and about how many rows that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeGuard

from coterie.compiler.ir.expr import Call, Expr, Literal
from coterie.compiler.ir.logic import conjuncts
from coterie.compiler.ir.rel import Aggregate, Summary
from coterie.compiler.sharing.facts import GUESSED_AGE, Facts, Scan

_DAY = timedelta(days=1)


def is_lower_bound(part: Expr, time: Expr | None = None) -> TypeGuard[Call]:
    """Is a condition the first moment of a window, of `time` if that is given?"""
    match part:
        case Call(function="ge" | "gt", args=(value, Literal() as constant)):
            return constant.value is not None and value.type.is_temporal and time in (None, value)
    return False


def lower_bound(summary: Summary, time: Expr | None) -> Call | None:
    """The condition with which a summary's window of `time` begins; None for all time."""
    if time is None:
        return None
    return next((part for part in conjuncts(summary.where) if is_lower_bound(part, time)), None)


def usual_time(body: Aggregate) -> Expr | None:
    """What the windows of an aggregate's summaries are measured by; None if no summary has a window."""
    times = Counter[Expr]()
    for summary in body.summaries:
        times.update(part.args[0] for part in conjuncts(summary.where) if is_lower_bound(part))
    return times.most_common(1)[0][0] if times else None


def moment_of(bound: Call) -> date:
    """The moment of a lower bound, on the clock of its column."""
    constant = bound.args[1]
    assert isinstance(constant, Literal)
    assert isinstance(constant.value, date)
    return constant.value


def earliest(summaries: Sequence[Summary], time: Expr | None) -> Call | None:
    """The lower bound that holds for every row that any of the summaries takes; None if there is none."""
    bounds = [lower_bound(summary, time) for summary in summaries]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds) or any(bound.function != known[0].function for bound in known):
        return None
    return min(known, key=moment_in_utc)


def moment_in_utc(bound: Call) -> datetime:
    """The moment of a lower bound, near enough: clocks of any zone as UTC."""
    return _instant(moment_of(bound))


def days_since(bound: Call, facts: Facts) -> float:
    """How many days before `as_of` a window begins."""
    return (facts.as_of - moment_in_utc(bound)) / _DAY


def share_since(scan: Scan, bound: Call | None, facts: Facts) -> float:
    """About which share of a scan's rows a window has."""
    if bound is None:
        return 1.0
    column = scan.source_column(bound.args[0])
    oldest = facts.statistics.oldest(scan.model, column) if column is not None else None
    whole = (GUESSED_AGE if oldest is None else facts.as_of - _instant(oldest)) / _DAY
    return min(1.0, max(0.0, days_since(bound, facts) / whole)) if whole > 0 else 1.0


def widest_share(summaries: Sequence[Summary], time: Expr | None, scan: Scan, facts: Facts) -> float:
    """About which share of a scan's rows the longest window of some summaries has."""
    return max(share_since(scan, lower_bound(summary, time), facts) for summary in summaries)


def _instant(moment: date | datetime) -> datetime:
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
