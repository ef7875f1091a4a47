"""Sets of a few different values as the bits of a number.

A list of the values that there are gives each a place; what an entity has of them is then one number per window, put
together by OR, and counting is counting bits. The list is made by the statement itself. Values that have no place,
because there are more than anybody thought, are counted apart: there are no rows of them if there are not. The days of
a window need no list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coterie.compiler.ir.expr import Call, Case, Column, Expr, IsNull, Literal, Logic, Not, Order, Over, Reduction, null
from coterie.compiler.ir.logic import conjunction, conjuncts
from coterie.compiler.ir.names import Namer
from coterie.compiler.ir.rel import Aggregate, Body, Join, Named, Plan, Select, Summary
from coterie.compiler.sharing.apart import Apart, Piece, scanned, take_apart
from coterie.compiler.sharing.facts import Facts, Scan
from coterie.compiler.sharing.last_seen import two_levels
from coterie.compiler.sharing.mask_prices import Mask, mask_for
from coterie.compiler.sharing.weights import distinct_by_value
from coterie.compiler.sharing.windows import earliest, usual_time, widest_share
from coterie.types import BOOLEAN, DATE, INTEGER, Type

_PLACE = Column("place", INTEGER)


@dataclass(frozen=True, slots=True)
class _Masked:
    """The distinct summaries of a value, and the mask that stands for its sets."""

    value: Expr
    summaries: tuple[Summary, ...]
    mask: Mask

    @property
    def name(self) -> str:
        return self.value.name if isinstance(self.value, Column) else "value"

    @property
    def element(self) -> Column:
        """The value in its list."""
        return Column("value", self.value.type)

    def days(self) -> Expr:
        """The place of a day: how many days it is after the one before the first."""
        return Call("days_between", (Literal(self.mask.before, DATE), self.value), INTEGER)

    def in_mask(self, place: Expr) -> Expr:
        """A place; NULL for one that the mask does not have."""
        known = Logic("and", (Call("ge", (place, Literal(1, INTEGER)), BOOLEAN), self.compared("le", place)))
        return Case(((known, place),), null(INTEGER), INTEGER)

    def compared(self, comparison: str, place: Expr = _PLACE) -> Expr:
        """A place compared with the last one that the mask has."""
        return Call(comparison, (place, Literal(self.mask.places, INTEGER)), BOOLEAN)


def masks(plan: Plan, facts: Facts) -> Plan:
    """Distinct counts and lists of what has few values are made from masks, where engines have such functions."""
    if not facts.costs.mask_bits:
        return plan
    namer, taken, dictionaries = Namer(plan.relations), dict[str, Apart](), set[str]()
    for name, body, scan in scanned(plan, facts):
        if found := _masked(body, scan, facts):
            building = _Building(plan, name, body, namer)
            taken[name] = building.apart(found)
            dictionaries |= building.dictionaries
    return replace(take_apart(plan, taken), dictionaries=plan.dictionaries | dictionaries)


def _masked(body: Aggregate, scan: Scan, facts: Facts) -> list[_Masked]:
    """The values of an aggregate whose sets are cheaper as masks."""
    found = list[_Masked]()
    for value, summaries in distinct_by_value(body).items():
        mask = mask_for(summaries, body, scan, facts)
        rows = scan.rows * widest_share(summaries, usual_time(body), scan, facts)
        if mask is not None and mask.price < rows * facts.costs.distinct * len(summaries):
            found.append(_Masked(value, tuple(summaries), mask))
    return found


@dataclass(frozen=True, slots=True)
class _Building:
    """An aggregate of masks in place of one of sets, and the relations that it needs."""

    plan: Plan
    name: str
    body: Aggregate
    namer: Namer
    added: dict[str, Body] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    dictionaries: set[str] = field(default_factory=set)

    def apart(self, found: list[_Masked]) -> Apart:
        rows = self.plan.relations[self.body.input]
        assert isinstance(rows, Select)
        columns = [Named(one.name, Column(one.name, one.expr.type)) for one in rows.columns]
        bits, joins, pieces = list[Named](), list[Join](), dict[str, Piece]()
        summaries, namer = {one.name: one for one in self.body.summaries}, Namer(one.name for one in columns)
        for masked in found:
            places = None if masked.mask.before else self._places(masked)
            if places is not None:
                joins.append(Join(places, ((masked.value, masked.element.name),), left=True))
            place = masked.days() if masked.mask.before else replace(_PLACE, source=len(joins))
            bit = Named(namer.name(f"bit_of_{masked.name}"), Call("bit", (masked.in_mask(place),), masked.mask.type))
            bits.append(bit)
            others = None if places is None else self._others(masked, places, columns)
            values = None if places is None else self._values(masked, places)
            for one in masked.summaries:
                held = Column(bit.name, masked.mask.type)
                summaries[one.name] = Summary(one.name, Reduction("bit_or"), masked.mask.type, held, one.where)
                pieces[one.name] = _piece(one, masked.mask.type, self.name, others, values)
        label = f"{self.plan.labels[self.body.input]}_encoded"
        encoded = self._add(label, Select(self.body.input, (*columns, *bits), tuple(joins)))
        rest = replace(self.body, input=encoded, summaries=tuple(summaries.values()))
        return Apart(self.added, rest, pieces, self.labels)

    def _add(self, label: str, body: Body) -> str:
        name = self.namer.name(label)
        self.added[name], self.labels[name] = body, label
        return name

    def _places(self, masked: _Masked) -> str:
        """The relation of the values that there are, each with its place from 1."""
        since = earliest(masked.summaries, usual_time(self.body))
        where = [*conjuncts(self.body.where), *([] if since is None else [since]), Not(IsNull(masked.value))]
        element = masked.element
        once = Aggregate(self.body.input, (Named(element.name, masked.value),), (), conjunction(where))
        place = Over("row_number", None, (), (Order(element),), INTEGER)
        columns = (Named(element.name, element), Named(_PLACE.name, place))
        places = self._add(f"{masked.name}_places", Select(self._add(f"{masked.name}_values", once), columns))
        self.dictionaries.add(places)
        return places

    def _others(self, masked: _Masked, places: str, columns: list[Named]) -> str:
        """The summaries as they were, of the values that have no place in the mask."""
        element = masked.element
        beyond = Select(places, (Named(element.name, element),), where=masked.compared("gt"))
        others = self._add(f"other_{masked.name}_values", beyond)
        self.dictionaries.add(others)
        join = Join(others, ((masked.value, element.name),), left=False)
        label = f"{self.plan.labels[self.body.input]}_of_other_{masked.name}"
        rows = replace(self.body, input=self._add(label, Select(self.body.input, tuple(columns), (join,))))
        label = f"{self.plan.labels[self.name]}_of_other_{masked.name}"
        inner = self.namer.name(f"{label}_once")
        self.added[inner], outer = two_levels(rows, masked.value, masked.summaries, inner)
        self.labels[inner] = f"{label}_once"
        return self._add(label, outer)

    def _values(self, masked: _Masked, places: str) -> str | None:
        """One row: the values in the order of their places; None where no list is asked for."""
        types = [one.type for one in masked.summaries if one.reduction.function == "list"]
        if not types:
            return None
        listed = Reduction("list", order=(Order(_PLACE),))
        summary = Summary("all_values", listed, types[0], masked.element, masked.compared("le"), complete=True)
        return self._add(f"all_{masked.name}", Aggregate(places, (), (summary,)))


def _piece(summary: Summary, mask: Type, name: str, others: str | None, values: str | None) -> Piece:
    """What the bits of a mask mean, and what has none."""
    bits, other = Column(summary.name, mask), Column(summary.name, summary.type, 1)
    if summary.reduction.function == "count_distinct":
        count = Call("bit_count", (bits,), INTEGER)
        if others is None:
            return Piece((name,), count)
        return Piece((name, others), Call("add", (_or_zero(count), _or_zero(other)), INTEGER))
    assert others is not None
    assert values is not None
    known = Call("masked", (Column("all_values", summary.type, 2), bits), summary.type)
    return Piece((name, others, values), Call("array_concat", (known, other), summary.type))


def _or_zero(count: Expr) -> Expr:
    return Call("coalesce", (count, Literal(0, INTEGER)), INTEGER)
