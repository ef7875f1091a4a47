"""BigQuery: arrays, which are neither compared nor grouped, and are taken apart by subqueries of their elements."""

from __future__ import annotations

from collections.abc import Callable

from sqlglot import exp

from coterie.dialects.base import Node
from coterie.dialects.nodes import chain, function, not_null, number, tight, when
from coterie.dialects.standard_selects import names_in, unused
from coterie.types import Type

_PLACE = "place"


def element(name: str = "element") -> exp.Column:
    """The element at hand in a subquery. Unlike columns it has no quotes."""
    return exp.column(name)


def unnested(values: Node, name: str = "element", place: str | None = None) -> exp.Unnest:
    """`UNNEST(values) AS name`, and the place of each element."""
    alias = exp.TableAlias(columns=[exp.to_identifier(name)])
    return exp.Unnest(expressions=[values], alias=alias, offset=place and exp.to_identifier(place))


def select(selected: Node, rows: exp.Unnest, *others: exp.Unnest, where: Node | None = None) -> exp.Select:
    """`SELECT selected FROM rows CROSS JOIN others WHERE …`."""
    found = exp.Select(expressions=[selected])
    found.set("from_", exp.From(this=rows))
    found.set("joins", [exp.Join(this=other, kind="CROSS") for other in others])
    if where is not None:
        found.set("where", exp.Where(this=where))
    return found


def collected(found: exp.Select, place: str = _PLACE) -> Node:
    """A subquery of elements as an array, in the order of their places."""
    found.set("order", exp.Order(expressions=[exp.Ordered(this=exp.column(place), nulls_first=True)]))
    return exp.Array(expressions=[found])


def each(values: Node, change: Callable[[Node], Node], where: Node | None = None) -> Node:
    """What every element that fulfils a condition becomes."""
    return collected(select(change(element()), unnested(values, place=_PLACE), where=where))


def one_of_many(name: str, *values: Node) -> Node:
    """An aggregate function over some values, be they NULL."""
    found = function(name)(element())
    return exp.Subquery(this=select(found, unnested(exp.Array(expressions=list(values)))))


def bound(build: Callable[..., Node], *values: Node, others: tuple[Node, ...] = ()) -> Node:
    """An expression of values, which are written once each if they are more than columns and constants.

    Other nodes may stand in it, too.
    """
    if all(isinstance(value, exp.Column | exp.Literal) for value in values):
        return build(*values)
    used = names_in(*values, *others)
    names = [unused(f"value_{position}", used) for position, _ in enumerate(values, 1)]
    rows = [unnested(exp.Array(expressions=[value]), name) for name, value in zip(names, values, strict=True)]
    return exp.Subquery(this=select(build(*map(element, names)), *rows))


def clean_array(values: Node) -> Node:
    return each(values, lambda one: one, not_null(element()))


def clean_double_array(values: Node) -> Node:
    """IS_NAN of NULL is NULL."""
    return each(values, lambda one: one, exp.Not(this=function("IS_NAN")(element())))


def array_contains(values: Node, value: Node) -> Node:
    """Nothing equals an element of an empty array, not even NULL."""

    def build(sought: Node) -> Node:
        has = _has(values, lambda one: exp.EQ(this=one, expression=sought.copy()), sought)
        return when(not_null(sought), has)

    return bound(build, value, others=(values,))


def array_contains_any(values: Node, *options: Node) -> Node:
    return _has(values, lambda one: exp.In(this=one, expressions=list(options)), *options)


def array_contains_all(values: Node, *options: Node) -> Node:
    def equals(option: Node) -> Callable[[Node], Node]:
        return lambda one: exp.EQ(this=one, expression=tight(option))

    return chain(exp.And, [_has(values.copy(), equals(option), option) for option in options])


def array_contains_between(values: Node, start: Node, end: Node) -> Node:
    def inside(one: Node) -> Node:
        begun = exp.GTE(this=one, expression=tight(start))
        return exp.And(this=begun, expression=exp.LT(this=one.copy(), expression=tight(end)))

    return _has(values, inside, start, end)


def _has(values: Node, condition: Callable[[Node], Node], *others: Node) -> Node:
    """Does an element fulfil a condition, in which other values stand?"""
    name = unused("element", names_in(*others))
    return exp.Exists(this=select(number(1), unnested(values, name), where=condition(element(name))))


def array_element(values: Node, n: Node) -> Node:
    """From the end for a negative n, which is written in parentheses."""
    is_back = isinstance(n, exp.Paren)
    position = int((n.this.this if is_back else n).name)
    return item(function("ARRAY_REVERSE")(values) if is_back else values, position)


def item(values: Node, position: int) -> Node:
    """The n-th element from 1, or NULL."""
    return exp.Bracket(this=values, expressions=[number(position - 1)], offset=0, safe=True)


def unnest(rows: exp.Select, values: Node, name: str, _: Type) -> exp.Select:
    """The element's own name hides columns, so it is one that none has."""
    own = unused("element", names_in(rows, values))
    rows.append("expressions", exp.Alias(this=element(own), alias=exp.to_identifier(name, quoted=True)))
    rows.append("joins", exp.Join(this=unnested(values, own), kind="CROSS"))
    return rows
