"""Models (tables, files, SELECTs) and the relationships between them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, NamedDef, Names, TimeZone, optional_reference, reference

_SIMPLE_TYPE = "boolean|integer|number|text|date|timestamp|json"
TYPE_PATTERN = rf"^({_SIMPLE_TYPE}|array<({_SIMPLE_TYPE})>)$"
TypeName = Annotated[str, Field(pattern=TYPE_PATTERN)]


class SourceDef(Def):
    """Where a model's rows come from: exactly one of `table`, `file` and `sql`."""

    table: str | None = Field(None, description="A table or view: `orders`, `shop.orders`, `db.shop.orders`.")
    file: str | None = Field(None, description="A Parquet or CSV file, relative to the project folder.")
    sql: str | None = Field(None, description="One SELECT in the warehouse's own SQL.")

    @model_validator(mode="after")
    def _exactly_one(self) -> SourceDef:
        if sum(value is not None for value in (self.table, self.file, self.sql)) != 1:
            raise PydanticCustomError("source", "expected exactly one of `table`, `file` and `sql`")
        return self


class ColumnDef(Def):
    """A column that needs more than the warehouse knows: a computed one, or a declared type."""

    name: Annotated[str, Field(min_length=1, description="Its name; for a computed column a new one.")]
    expression: str | None = Field(None, description="Makes it a computed column: `Quantity * UnitPrice`.")
    type: TypeName | None = Field(
        None, description="boolean, integer, number, text, date, timestamp, json, or array<…> of one of them."
    )
    description: str = Field("", description="What it means, for people.")


class ModelDef(NamedDef):
    """A table, file or SELECT with typed columns; an entity, its related rows, or events."""

    kind: ClassVar[str] = "model"
    entity_type: Literal["parent", "related", "event"] | None = Field(None, description="A hint for listings.")
    source: SourceDef = Field(description="`{table: …}`, `{file: …}` or `{sql: …}`.")
    primary_key: Names | None = Field(None, description="The column or columns that identify a row.")
    timestamp_column: str | None = Field(None, description="When the row happened; later rows are not visible yet.")
    timezone: TimeZone | None = Field(None, description="The clock of timestamps without zone; default UTC.")
    valid_from_column: str | None = Field(None, description="The row is visible from here on.")
    valid_to_column: str | None = Field(None, description="The row is visible until before this instant.")
    columns: tuple[ColumnDef, ...] = Field((), description="Computed columns, and types the warehouse cannot tell.")
    nan: Literal["never"] | None = Field(None, description="`never` promises that no floating column holds NaN.")


class JoinKey(Def):
    """A pair of columns that are equal on both sides."""

    from_: Annotated[str, Field(alias="from", min_length=1, description="A column of the first model.")]
    to: Annotated[str, Field(min_length=1, description="The column of the second model that equals it.")]


class RelationshipDef(NamedDef):
    """A named, typed edge between two models, walkable both ways."""

    kind: ClassVar[str] = "relationship"
    from_model: str = reference("from_model", "The model where it begins.")
    to_model: str = reference("to_model", "The model where it leads.")
    cardinality: Literal["one_to_one", "one_to_many", "many_to_one", "many_to_many"] = Field(
        description="How many rows of `from_model` belong to how many of `to_model`."
    )
    join_keys: Annotated[
        tuple[JoinKey, ...],
        Field(min_length=1, description="Which columns are equal; of a many_to_many, with those of the bridge."),
    ]
    through_model: str | None = optional_reference("through_model", "The bridge of a many_to_many relationship.")
    through_join_keys: tuple[JoinKey, ...] = Field((), description="Bridge columns to columns of `to_model`.")
    inverse_name: str | None = Field(None, description="The name of the way back.")

    @model_validator(mode="after")
    def _bridge(self) -> RelationshipDef:
        bridged = self.through_model is not None and bool(self.through_join_keys)
        unbridged = self.through_model is None and not self.through_join_keys
        if self.cardinality == "many_to_many" and not bridged:
            raise PydanticCustomError("bridge", "many_to_many needs `through_model` and `through_join_keys`")
        if self.cardinality != "many_to_many" and not unbridged:
            raise PydanticCustomError("bridge", "`through_model` and `through_join_keys` belong to many_to_many only")
        return self
