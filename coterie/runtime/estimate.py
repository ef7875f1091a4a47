"""How many entities are in an audience: counted, or estimated from a sample of the entities.

A sample is the entities whose key falls into the first hash buckets, so the same ones every time; all of their related
rows are read, and what they are compared with (percentiles, the best N) is that of everyone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sqlglot import exp

from coterie.compiler import Typed, compile_typed, compile_values
from coterie.compiler.compiled import EntityStatement, Selection
from coterie.compiler.definitions.base import BUCKETS
from coterie.compiler.ir.expr import Column, Expr
from coterie.compiler.ir.keys import bucket, in_buckets
from coterie.compiler.sharing.restrict import restrict_to
from coterie.compiler.sharing.share import REWRITES
from coterie.compiler.writing.lower import lower_expression
from coterie.dialects import Dialect
from coterie.errors import CompileError, DefinitionErrors
from coterie.runtime.catalog import statistics_of
from coterie.runtime.promises import refuse_broken
from coterie.runtime.relations import column, named
from coterie.runtime.warehouse import Warehouse

SALT = "coterie estimate"
Z = 1.959963984540054  # 95 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many of `entities` are in an audience: about `size`, and with 95 % confidence from `low` to `high`.

    Of `sample_size` entities, `sample_members` were found in it. Where that is all of them the three are equal.
    """

    entity: str
    audience: str
    as_of: datetime
    entities: int
    sample_size: int
    sample_members: int

    @property
    def is_exact(self) -> bool:
        """Was every entity looked at?"""
        return self.sample_size == self.entities

    @property
    def size(self) -> int:
        """The share of members in the sample, of all entities."""
        return round(self.entities * self.sample_members / self.sample_size) if self.sample_size else 0

    @property
    def low(self) -> int:
        """The lower end of the 95 % interval; members that were seen are members."""
        return max(math.floor(self.entities * self._wilson()[0]), self.sample_members)

    @property
    def high(self) -> int:
        """The upper end of the 95 % interval; entities that were seen outside are none."""
        others = self.entities - self.sample_size + self.sample_members
        return min(math.ceil(self.entities * self._wilson()[1]), others)

    def _wilson(self) -> tuple[float, float]:
        """The score interval of the share, for a sample without replacement.

        E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212;
        the variance is multiplied by (N - n) / (N - 1): W. G. Cochran, Sampling Techniques (1977), theorem 3.2.
        """
        if self.is_exact or not self.sample_size:
            return (0.0, 1.0)  # the members and others that were seen bound it
        share, n = self.sample_members / self.sample_size, self.sample_size
        weight = Z * Z / n * (self.entities - n) / (self.entities - 1)
        middle = (share + weight / 2) / (1 + weight)
        reach = math.sqrt(share * (1 - share) * weight + weight * weight / 4) / (1 + weight)
        return middle - reach, middle + reach

    def as_dict(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return {
            "entity": self.entity,
            "audience": self.audience,
            "as_of": self.as_of.astimezone(UTC).isoformat(),
            "size": self.size,
            "low": self.low,
            "high": self.high,
            "entities": self.entities,
            "sample_size": self.sample_size,
            "sample_members": self.sample_members,
            "is_exact": self.is_exact,
        }


def buckets_of(sample: float | Decimal | None) -> int:
    """How many of the buckets a share of the entities is. Error: `out_of_range`."""
    if sample is None:
        return BUCKETS
    if not 0 < sample <= 1:
        message = f"found the sample {sample}, expected a share of the entities above 0 and up to 1"
        raise DefinitionErrors([CompileError("out_of_range", message, hint="0.1 is one in ten")])
    return max(1, round(sample * BUCKETS))


def is_sampled(key: tuple[Expr, ...], buckets: int) -> Expr:
    """Is the entity of that key in the sample?"""
    return in_buckets(bucket(SALT, key), [(0, buckets)])


def estimate(
    typed: Typed, model: str, slug: str, buckets: int, warehouse: Warehouse, dialect: Dialect,
    *, as_of: datetime, root: str = "",
) -> Estimate:  # fmt: skip
    """Count the members of an audience among the entities of that many buckets.

    Raises WarehouseError where what it relies on is not so, as a run does.
    """
    is_sample, key_columns = buckets < BUCKETS, typed.world.models[model].primary_key
    restricted = is_sample and len(key_columns) == 1
    sampling = (restrict_to(lambda key: is_sampled((key,), buckets)),) if restricted else ()
    select = Selection(frozenset(), frozenset({f"{model}.{slug}"}))
    known = statistics_of(typed.world.project.models, warehouse, dialect, Path(root))
    rewrites = (*REWRITES, *sampling)
    compiled = compile_typed(typed, dialect, as_of=as_of, select=select, root=root, rewrites=rewrites, statistics=known)
    refuse_broken(compiled, warehouse, dialect, typed.world.project.settings.schema_)
    (statement,) = compiled.entities
    (audience,) = statement.audiences
    is_member = exp.Case(ifs=[exp.If(this=column(audience.name), true=exp.Literal.number(1))])
    query = exp.select(_rows(), named(exp.Count(this=is_member), "members"), copy=False).from_(_from(statement))
    if is_sample:
        key = tuple(Column(one.name, one.type) for one in statement.key)
        query = query.where(lower_expression(is_sampled(key, buckets), dialect), copy=False)
    ((sampled, members),) = warehouse.fetch(query)
    entities = sampled
    if is_sample:
        everyone, _ = compile_values(typed, model, (), dialect, as_of=as_of, root=root)
        ((entities,),) = warehouse.fetch(exp.select(_rows(), copy=False).from_(_from(everyone.entities[0])))
    return Estimate(model, slug, as_of, entities, sampled, members)


def _rows() -> exp.Expr:
    return named(exp.Count(this=exp.Star()), "entities")


def _from(statement: EntityStatement) -> exp.Expr:
    return exp.alias_(exp.Subquery(this=statement.tree), "entity", table=True, quoted=True)
