"""Where runs publish: one kind of target for each warehouse that has a driver."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from coterie.compiler.definitions.base import Def, PositiveInt


class DuckDBTarget(Def):
    """A DuckDB database file, or `:memory:`."""

    source_type: Literal["duckdb"]
    path: str = Field(":memory:", description="Relative to the project folder.")
    threads: PositiveInt | None = Field(None, description="How many threads DuckDB may use; default all.")


class PostgresTarget(Def):
    """A PostgreSQL database. What is left out comes from libpq's own settings: PGHOST, PGUSER, a password file …"""

    source_type: Literal["postgres"]
    host: str | None = Field(None, description="The server's name, or the folder of its socket.")
    port: Annotated[int, Field(ge=1, le=65_535)] | None = Field(None, description="The server's port.")
    database: str | None = Field(None, description="The database's name.")
    user: str | None = Field(None, description="Who connects.")
    password: str | None = Field(
        None, repr=False, description="From the environment: `{{ env_var('PGPASSWORD') }}`; better in a password file."
    )
    sslmode: Literal["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] | None = Field(
        None, description="How much the connection is protected."
    )
    connect_timeout: PositiveInt = Field(10, description="Seconds to wait for a connection.")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


def _tag(node: Any) -> str | None:
    return node.get("source_type") if isinstance(node, dict) else getattr(node, "source_type", None)


_KINDS = ("duckdb", "postgres")

TargetDef = Annotated[
    Annotated[DuckDBTarget, Tag("duckdb")] | Annotated[PostgresTarget, Tag("postgres")],
    Discriminator(
        _tag,
        custom_error_type="source_type",
        custom_error_message=f"expected `source_type` {', '.join(_KINDS[:-1])} or {_KINDS[-1]}",
    ),
]
