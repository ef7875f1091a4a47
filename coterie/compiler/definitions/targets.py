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


class SnowflakeTarget(Def):
    """A database of a Snowflake account, and the virtual warehouse that computes."""

    source_type: Literal["snowflake"]
    account: str | None = Field(None, description="The account's identifier: `myorg-myaccount`.")
    user: str | None = Field(None, description="Who connects.")
    role: str | None = Field(None, description="The role that runs act in; default the user's.")
    warehouse: str | None = Field(None, description="The virtual warehouse that computes; default the user's.")
    database: str | None = Field(None, description="The database of the sources and of the project's schema.")
    authenticator: str | None = Field(
        None, description="How to log in, as the connector names it: `externalbrowser`, `oauth` …; default by secret."
    )
    password: str | None = Field(None, repr=False, description="A password: `{{ env_var('SNOWFLAKE_PASSWORD') }}`.")
    private_key_path: str | None = Field(None, description="A file with a private key, relative to the project folder.")
    private_key: str | None = Field(None, repr=False, description="The private key itself, in PEM.")
    private_key_passphrase: str | None = Field(None, repr=False, description="What the private key is encrypted with.")
    token: str | None = Field(None, repr=False, description="A programmatic access token, or one of OAuth.")
    token_file_path: str | None = Field(None, description="A file with the token.")
    workload_identity_provider: Literal["AWS", "AZURE", "GCP", "OIDC"] | None = Field(
        None, description="Who vouches for the machine, which then needs no secret."
    )
    connection_name: str | None = Field(
        None, description="A connection of the connector's own file, connections.toml; fields given here go before."
    )
    host: str | None = Field(None, description="The server's name, where it does not follow from the account.")
    connect_timeout: PositiveInt = Field(60, description="Seconds to wait for a connection.")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


def _tag(node: Any) -> str | None:
    return node.get("source_type") if isinstance(node, dict) else getattr(node, "source_type", None)


_KINDS = ("duckdb", "postgres", "snowflake")

TargetDef = Annotated[
    Annotated[DuckDBTarget, Tag("duckdb")]
    | Annotated[PostgresTarget, Tag("postgres")]
    | Annotated[SnowflakeTarget, Tag("snowflake")],
    Discriminator(
        _tag,
        custom_error_type="source_type",
        custom_error_message=f"expected `source_type` {', '.join(_KINDS[:-1])} or {_KINDS[-1]}",
    ),
]
