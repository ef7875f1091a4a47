"""Generated filters: trees of every kind of condition, with the operators that fit what they compare."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tests.properties.chooser import Chooser
from tests.properties.generate_expressions import Expressions
from tests.properties.generate_populations import ORDERING, PERCENTILES, Everyone, Populations
from tests.properties.generate_splits import SALTS
from tests.properties.generate_windows import Windows
from tests.properties.pools import DISTANCES, PATTERNS, constants, dates, literal_pool
from tests.properties.shapes import INTEGER, Col, Model, Operand, Path, Shape, TraitShape, Ty, unwritten

NULLNESS = ("is_null", "is_not_null")
OPERATORS: dict[str, tuple[str, ...]] = {
    "text": (
        "equals", "not_equals", "contains", "not_contains", "starts_with", "not_starts_with", "ends_with",
        "not_ends_with", "matches", "not_matches", "in", "not_in", *NULLNESS,
    ),
    "number": ("equals", *ORDERING, "not_equals", "between", "not_between", "in", "not_in", *NULLNESS),
    "boolean": ("is_true", "is_false", "equals", "not_equals", *NULLNESS),
    "date": (
        "equals", *ORDERING, "not_equals", "between", "not_between", "in", "not_in", "before", "after", "on",
        "within_last", "not_within_last", "within_next", *NULLNESS,
    ),
    "array": ("contains_any", "contains_all", "contains_none", "is_empty", "is_not_empty", "size"),
}  # fmt: skip
OPERATORS["timestamp"] = OPERATORS["date"]
SPANS = ("within_last", "not_within_last", "within_next")
WITHOUT_VALUE = (*NULLNESS, "is_true", "is_false", "is_empty", "is_not_empty")
NEEDS_LITERAL = ("matches", "not_matches", "in", "not_in", "between", "not_between", "on", *SPANS)
OF_ELEMENTS = ("count_distinct", "mode", "least_frequent")
COUNTED_ONCE = ("count", "sum", "avg", "median", "percentile", "stddev", "mode", "least_frequent")


class Filters:
    """Draws filters over the rows of a model."""

    def __init__(self, choose: Chooser, shape: Shape) -> None:
        self.choose = choose
        self.shape = shape
        self.windows = Windows(choose, shape)
        self.populations = Populations(choose, self.tree)

    def tree(self, model: str, depth: int, *, of_entity: bool = False) -> Any:
        """A filter over rows of `model`; over its entities if it is an audience's."""
        if depth > 0 and self.choose.chance(35):
            if self.choose.chance(30):
                return {"type": "not", "child": self.tree(model, depth - 1, of_entity=of_entity)}
            children = [self.tree(model, depth - 1, of_entity=of_entity) for _ in range(self.choose.integer(1, 3))]
            return {"type": self.choose.pick(("and", "or")), "children": children}
        return self.condition(model, depth, of_entity=of_entity)

    def condition(self, model: str, depth: int, *, of_entity: bool) -> Any:
        if self.shape.models[model].key and self.choose.chance(4):
            return self.bucket()
        form = self.choose.integer(0, 99)
        if form < 40:
            return self.property(model, of_entity=of_entity)
        traits = [trait for trait in self.traits(model, of_entity=of_entity) if trait.type.kind != "json"]
        if form < 60 and traits:
            return self.of_trait(model, self.choose.pick(traits), of_entity=of_entity)
        if form < 85 and depth > 0 and (path := self.shape.path(self.choose, model, 3 if of_entity else 2)):
            return self.related(model, path, depth - 1, of_entity=of_entity)
        audiences = [slug for owner, slug in self.shape.audiences if owner == model]
        if form < 90 and audiences and (of_entity or not self.shape.models[model].has_null_keys):
            operator = self.choose.pick(("member_of", "not_member_of"))
            audience = self.choose.pick(audiences)
            groups = self.shape.groups.get(audience)
            group = {"group": self.choose.pick(groups)} if groups and self.choose.chance(60) else {}
            return condition(
                "audience", audience=audience, operator=operator, **group, **self.freshness(may_be_listed=True)
            )
        return self.property(model, of_entity=of_entity) if form < 85 else self.text(model, of_entity=of_entity)

    def bucket(self) -> Any:
        start = self.choose.pick((0, 0, 2500, 5000))
        end = self.choose.pick((5001, 7500, 10_000))
        return condition("bucket", salt=self.choose.pick(SALTS), **{"from": start, "to": end})

    def traits(self, model: str, *, of_entity: bool) -> list[TraitShape]:
        """The traits that a condition may speak of; a row without a key has none."""
        has_all = of_entity or not self.shape.models[model].has_null_keys
        return self.shape.traits_of(model) if has_all else []

    def text(self, model: str, *, of_entity: bool) -> Any:
        """A boolean expression, bare or as an sql condition."""
        with_traits = bool(self.traits(model, of_entity=of_entity))
        operands = self.shape.operands(model, with_traits=with_traits)
        tree = Expressions(self.choose, self.shape, operands, everyone=True).boolean(2)
        written = self.shape.written(model, tree)
        return condition("sql", sql_expression=written) if self.choose.chance(40) else written

    def property(self, model: str, *, of_entity: bool) -> Any:
        known = [found for found in self.shape.columns_in_reach(model) if found[1].type.kind != "json"]
        reach = [(path, column) for path, column in known if path]
        own = [column for path, column in known if path is None]
        if not own:
            return self.text(model, of_entity=of_entity)
        path, column = self.choose.pick(reach) if reach and self.choose.chance(35) else (None, self.choose.pick(own))
        columns = self.alike(model, column) if path is None else []
        traits = self.traits(model, of_entity=of_entity) if path is None else []
        has_clock = self.shape.has_clock(self.shape.models[model], column)
        comparison = self.comparison(
            column.type, column.pool, columns, traits, has_clock=has_clock, everyone=Everyone(model, of_entity)
        )
        where = {} if path is None else way(self.choose, path)
        return condition("property", column=spelled(self.choose, column.name), **where, **comparison)

    def of_trait(self, model: str, trait: TraitShape, *, of_entity: bool) -> Any:
        reference = trait.name if self.choose.chance(10) else trait.slug
        traits, columns = self.traits(model, of_entity=of_entity), self.alike(model, Col("", trait.type))
        everyone = Everyone(model, of_entity)
        comparison = self.comparison(trait.type, trait.pool, columns, traits, has_clock=False, everyone=everyone)
        return condition("trait", trait=reference, **({} if trait.is_draft else self.freshness()), **comparison)

    def freshness(self, *, may_be_listed: bool = False) -> dict[str, Any]:
        """How recent what a condition refers to has to be: all is evaluated here, so that it makes no difference.

        An audience that may be in a priority list is never read as it was built.
        """
        if not self.choose.chance(12):
            return {}
        if may_be_listed:
            return {"freshness": {"mode": "inline"}}
        age = {"max_age": {"n": 1, "unit": "day"}} if self.choose.chance(50) else {}
        return {"freshness": self.choose.pick(({"mode": "inline"}, {"mode": "materialized", **age}))}

    def alike(self, model: str, column: Col) -> list[str]:
        """The columns that a column or trait may be compared with: a date of the table with its timestamps, too."""
        own = self.shape.models[model]
        found = [other.name for other in own.columns if similar(other.type, column.type)]
        if column.type.is_moment and column in own.columns and self.shape.has_clock(own, column):
            found += [other.name for other in own.columns if other.type.is_moment and self.shape.has_clock(own, other)]
        return found

    def comparison(
        self,
        type: Ty,
        pool: Any,
        columns: Sequence[str] = (),
        traits: Sequence[TraitShape] = (),
        *,
        has_clock: bool = True,
        everyone: Everyone | None = None,
    ) -> dict[str, Any]:
        """An operator and its right side for a value of the type; `has_clock` if it is known when its dates begin.

        `everyone` says of whom an aggregate on the right side may speak.
        """
        operators = OPERATORS[type.family]
        if type.is_rough:
            operators = ("greater_than", "less_than", *NULLNESS)
        if type.kind == "date" and not has_clock:
            operators = tuple(operator for operator in operators if operator not in SPANS)
        operator = self.choose.pick(operators)
        found: dict[str, Any] = {"operator": operator}
        if operator in WITHOUT_VALUE:
            return found | self.null_option(operator)
        references = [{"column": name} for name in columns]
        references += [
            {"trait": trait.slug, **({} if trait.is_draft else self.freshness())}
            for trait in traits
            if similar(trait.type, type)
        ]
        refers = operator not in NEEDS_LITERAL and references and self.choose.chance(20)
        found["value"] = (
            self.choose.pick(references) if refers else self.value(operator, type, pool, has_clock=has_clock)
        )
        if everyone is not None and self.choose.chance(25):
            found["value"] = self.populations.right_side(found["value"], operator, type, everyone)
        if type.kind == "text" and self.choose.chance(40):
            found["ignore_case"] = True
        return found | self.null_option(operator)

    def null_option(self, operator: str) -> dict[str, Any]:
        allowed = operator not in NULLNESS and operator not in OPERATORS["array"]
        return {"include_null": True} if allowed and self.choose.chance(15) else {}

    def value(self, operator: str, type: Ty, pool: Any, *, has_clock: bool) -> Any:
        """A literal right side."""
        if operator == "size":
            return self.comparison_with_count()
        if operator in SPANS:
            unit, n = self.shape.span if self.choose.chance(30) else self.choose.pick(DISTANCES)
            return {"n": n, "unit": unit}
        if operator in ("matches", "not_matches"):
            return self.choose.pick(PATTERNS)
        if type.kind == "array" and type.inside.is_moment:
            days_only = type.element == "date"
            return [self.windows.moment(days_only=days_only) for _ in range(self.choose.integer(1, 2))]
        if type.kind == "array":
            pool = constants(pool) or literal_pool(type.inside, self.shape.moments, self.shape.zone)
            return self.choose.several(pool, 1, 3)
        if type.is_moment:
            return self.moments(operator, type, has_clock=has_clock)
        literals = constants(pool) or list(literal_pool(type, self.shape.moments, self.shape.zone))
        if "with" in operator or "contains" in operator:
            literals = [text for text in literals if text] or ["a"]
        if operator in ("in", "not_in"):
            return self.choose.several(literals, 1, 3)
        if operator in ("between", "not_between"):
            return sorted((self.choose.pick(literals), self.choose.pick(literals)))
        return self.choose.pick(literals)

    def moments(self, operator: str, type: Ty, *, has_clock: bool) -> Any:
        days_only = operator == "on" or (type.kind == "date" and not (has_clock and self.choose.chance(15)))
        if operator in ("in", "not_in"):
            return [self.windows.moment(days_only=days_only) for _ in range(self.choose.integer(1, 2))]
        if operator not in ("between", "not_between"):
            return self.windows.moment(days_only=days_only)
        if days_only or self.choose.chance(50):
            return sorted(self.choose.pick(dates(self.shape.moments, self.shape.zone)) for _ in range(2))
        return sorted(self.choose.pick(self.shape.moments) for _ in range(2))

    def related(self, model: str, path: Path, depth: int, *, of_entity: bool) -> Any:
        """A relationship or event condition along a path."""
        target = self.shape.models[path.target]
        found = source(self.choose, self.shape, path, model)
        if self.choose.chance(50):
            found["filter"] = self.tree(path.target, depth)
        traits = self.traits(model, of_entity=of_entity)
        if self.choose.chance(30) and (window := self.windows.window(target, model, traits)):
            found["window"] = window
        everyone = Everyone(model, of_entity)
        found |= self.question(everyone, path, target, has_filter="filter" in found)
        if self.choose.chance(20):
            found["performed"] = self.choose.chance(25)
        kind = "event" if target.timestamp and self.choose.chance(50) else "relationship"
        return condition(kind, **found)

    def question(self, everyone: Everyone, path: Path, target: Model, *, has_filter: bool) -> dict[str, Any]:
        form = self.choose.integer(0, 9)
        if form < 4:
            quantifiers = ("any", "none", "all") if has_filter else ("any", "none")
            return {"quantifier": self.choose.pick(quantifiers)} if form else {}
        if form < 6 and counts_once(path, target):
            return {"count": self.comparison_with_count(everyone)}
        if form < 8 and (target.timestamp is not None or self.windows.columns(target)):
            return {"in_periods": self.comparison_with_count(everyone) | self.windows.periods(target)}
        values = countable_values(self.shape, target)
        if not values:
            return {}
        operand, name = self.choose.pick(values)
        functions = fitting_functions(operand.type, once=counts_once(path, target))
        function = self.choose.pick([one for one in functions if one in OF_ELEMENTS or "elements" not in name])
        type, pool = aggregate_type(function, operand)
        own = [column.name for column in self.shape.models[everyone.model].columns if similar(column.type, type)]
        comparison = self.comparison(type, pool, own, has_clock=False, everyone=everyone)
        percent = {"p": Decimal(self.choose.pick(PERCENTILES))} if function == "percentile" else {}
        return {"aggregate": {"function": function, **name, **percent, **comparison}}

    def comparison_with_count(self, everyone: Everyone | None = None) -> dict[str, Any]:
        operator = self.choose.pick((*ORDERING, "equals", "not_equals", "between", "in"))
        number: Any = self.choose.pick((1, 0, 2, 3))
        value = {"between": [1, 1 + number], "in": [0, number + 1]}.get(operator, number)
        if everyone is not None and self.choose.chance(25):
            value = self.populations.right_side(value, operator, INTEGER, everyone)
        return {"operator": operator, "value": value}


def condition(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": "condition", "condition_type": kind, **fields}


def spelled(choose: Chooser, name: str) -> str:
    """A column's name, now and then in other letters."""
    return name.upper() if name.isascii() and choose.chance(6) else name


def counts_once(path: Path, target: Model) -> bool:
    """Are the source rows told apart, so that they can be counted? Those without a key are only by a proven path."""
    return path.is_proven or (bool(target.key) and not target.has_null_keys)


def fitting_functions(type: Ty, *, once: bool) -> tuple[str, ...]:
    """The aggregates that a value of the type may be put through."""
    if not type.is_single:
        return ("count",)
    functions = ["count"]
    if not type.is_rough:
        functions += ["count_distinct", "mode", "least_frequent"]
    if type.kind != "boolean":
        functions += ["min", "max"]
    if type.is_number:
        functions += ["sum", "avg", "sum", "median", "percentile", "stddev"]
    fitting = [name for name in functions if once or name not in COUNTED_ONCE]
    return tuple(fitting or ["count_distinct"])


def aggregate_type(function: str, operand: Operand) -> tuple[Ty, Any]:
    """The type of an aggregate, and constants worth comparing it with."""
    if function in ("count", "count_distinct"):
        return INTEGER, (1, 0, 2, 3)
    if function in ("median", "percentile", "stddev"):
        return Ty("double", grade=2), ()
    if function == "avg":
        return Ty("double", grade=1 if operand.type.is_exact or operand.type.grade == 0 else 2), ()
    if function == "sum" and operand.type.kind == "double":
        return Ty("double", grade=2), ()
    return operand.type, operand.pool


def source_values(shape: Shape, model: Model) -> list[tuple[Operand, dict[str, str]]]:
    """The columns and traits of a source model, and how a definition names them."""
    pointing = {name for reference in model.references for name in reference.columns}
    columns = [column for column in model.columns if column.name not in pointing]
    found = [(unwritten(column.type, column.pool), {"column": column.name}) for column in columns]
    if not model.has_null_keys:
        found += [(unwritten(trait.type, trait.pool), {"trait": trait.slug}) for trait in shape.traits_of(model.name)]
    return found


def countable_values(shape: Shape, model: Model) -> list[tuple[Operand, dict[str, Any]]]:
    """Single values of a source model, and arrays to be read element by element."""
    found: list[tuple[Operand, dict[str, Any]]] = []
    for operand, name in source_values(shape, model):
        if operand.type.is_single:
            found.append((operand, name))
        elif operand.type.kind == "array" and not operand.type.is_rough:
            found += [(unwritten(operand.type.inside, operand.pool), {**name, "elements": True})] * 2
    return found


def similar(left: Ty, right: Ty) -> bool:
    """May the two be compared without a doubt about days, clocks or last digits?"""
    if left.is_rough or right.is_rough or not left.is_single:
        return False
    return left.kind == right.kind if left.is_moment else left.family == right.family


def way(choose: Chooser, path: Path) -> dict[str, Any]:
    if len(path.steps) == 1 and choose.chance(60):
        return {"relationship": path.names[0]}
    return {"path": path.names}


def source(choose: Chooser, shape: Shape, path: Path, model: str) -> dict[str, Any]:
    """How a definition leads to its source rows: by a path, or by the source model alone."""
    if shape.has_unique_step(path, model) and choose.chance(50):
        return {"source_model": path.target}
    return way(choose, path) | ({"source_model": path.target} if choose.chance(50) else {})
