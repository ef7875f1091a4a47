"""What the warehouse says of a SELECT, as types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coterie.compiler.catalog import Catalog
from coterie.compiler.definitions import BaseTrait
from coterie.compiler.ir.names import slug_of
from coterie.dialects import Dialect
from coterie.types import DATE, Type


@dataclass(frozen=True, slots=True)
class Described:
    """The columns of a source or SELECT with their types; `coerced` ones must be cast to theirs before use."""

    columns: dict[str, Type]
    coerced: frozenset[str]

    @classmethod
    def of(cls, columns: Iterable[tuple[str, str | Type]], dialect: Dialect, zone: str, project_zone: str) -> Described:
        """Native types as types; `zone` is the clock of timestamps without one, and of dates."""
        described = tuple(columns)
        types = {
            name: dialect.read_type(native, zone) if isinstance(native, str) else native for name, native in described
        }
        if zone != project_zone:
            types = {name: replace(type, zone=zone) if type == DATE else type for name, type in types.items()}
        coerced = (name for name, native in described if isinstance(native, str) and dialect.needs_cast(native))
        return cls(types, frozenset(coerced))


@dataclass(frozen=True, slots=True)
class Queries:
    """What the SELECTs of traits give, as types. The catalog is asked when a definition needs to know."""

    catalog: Catalog
    dialect: Dialect
    project_zone: str

    def of(self, trait: BaseTrait, zone: str) -> Described | None:
        """What a trait's own SELECT gives, unless the catalog does not know; `zone` is the clock of its model."""
        columns = self.catalog.queries.get(query_name(trait))
        return None if columns is None else Described.of(columns, self.dialect, zone, self.project_zone)


def query_name(trait: BaseTrait) -> str:
    """What a catalog calls the `sql_query` of a trait: `model.slug`."""
    return f"{trait.parent_model}.{trait.slug or slug_of(trait.name)}"
