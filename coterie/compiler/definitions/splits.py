"""Splits: the members of an audience dealt into groups that last."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import BUCKETS, Bool, Def, Salt, ScalarValue


def _bucket_range(value: Any) -> tuple[int, int]:
    ends = tuple(value) if isinstance(value, list | tuple) else ()
    if len(ends) == 2 and all(type(end) is int and 0 <= end <= BUCKETS for end in ends):
        return ends
    raise PydanticCustomError("bucket_range", "expected `[from, to]`, whole numbers from 0 to 10000")


_END_SCHEMA = {"type": "integer", "minimum": 0, "maximum": BUCKETS}
BucketRange = Annotated[
    tuple[int, int],
    PlainValidator(_bucket_range),
    WithJsonSchema({"type": "array", "items": _END_SCHEMA, "minItems": 2, "maxItems": 2}),
]


class SplitGroupDef(Def):
    """A share of an audience's members."""

    name: Annotated[str, Field(min_length=1, description="What `split_group` says of its members.")]
    percent: ScalarValue = Field(None, description="Its share, from 0 to 100 with at most two decimals.")
    buckets: Annotated[tuple[BucketRange, ...], Field(min_length=1)] | None = Field(
        None, description="Its buckets instead: `[from, to]` means `from` and all before `to`."
    )
    holdout: Bool = Field(False, description="Its members belong to the audience, but nobody contacts them.")

    @model_validator(mode="after")
    def _one_share(self) -> SplitGroupDef:
        if (self.percent is None) == (self.buckets is None):
            raise PydanticCustomError("share", "expected exactly one of `percent` and `buckets`")
        return self


class SplitsDef(Def):
    """Groups that part an audience's members by the hash of their keys."""

    salt: Salt = Field(description="Any text; audiences with the same salt deal their members alike.")
    groups: Annotated[tuple[SplitGroupDef, ...], Field(min_length=1, description="In the order of their buckets.")]
