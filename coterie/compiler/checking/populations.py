"""Right sides that speak of everyone: `{percentile: p}` and `{population: {…}}` → one value for all rows of a model."""

from __future__ import annotations

from coterie.compiler.checking.conditions import filter_condition
from coterie.compiler.checking.measures import check_fit, check_fraction, reduction, require_fraction, result_type
from coterie.compiler.definitions import PercentileValue, PopulationValue
from coterie.compiler.ir.expr import Expr, IsNull, Not, Population, Reduction
from coterie.compiler.ir.logic import as_filter, conjunction
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Origin


def population(left: Expr, value: PercentileValue | PopulationValue, scope: Scope, origin: Origin) -> Expr:
    """The aggregate of `left` over everyone: the entities of the scope's model, or its rows where a row is filtered.

    Errors: `percentile`, `unexpected_option`, `function_type`, and those of the filter.
    """
    if isinstance(value, PercentileValue):
        place = origin.at("percentile")
        require_fraction(value.percentile, place)
        check_fit("percentile", left.type, place)
        return _everyone(left, reduction("percentile", value.percentile), [], scope, origin)
    written, origin = value.population, origin.at("population")
    check_fraction(written.function, written.p, origin, origin.at("p"))
    check_fit(written.function, left.type, origin.at("function"))
    passing = []
    if written.filter is not None:
        passing.append(as_filter(filter_condition(written.filter, scope, origin.at("filter"))))
    return _everyone(left, reduction(written.function, written.p), passing, scope, origin)


def _everyone(left: Expr, reduced: Reduction, passing: list[Expr], scope: Scope, origin: Origin) -> Population:
    """Visible rows; an entity has a key, too."""
    key = scope.model.primary_key if scope.is_entity else ()
    known: list[Expr] = [Not(IsNull(scope.definitions.column(scope.model, name, origin))) for name in key]
    return Population(scope.model.name, reduced, result_type(reduced, left.type), left, conjunction([*known, *passing]))
