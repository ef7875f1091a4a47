"""Where runs publish: one kind of target for each warehouse that has a driver."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from coterie.compiler.definitions.base import Def, PositiveInt, ScalarValue


class Target(Def):
    """Fields that exclude each other, and those that mean nothing without others. A field that is empty, as of a
    variable that is not set, is not given.
    """

    excluding: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    """Fields, and the others that none may be given beside."""
    needing: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    """Fields, and the others of which one must be given beside."""

    @model_validator(mode="after")
    def _fields_fit(self) -> Self:
        fields = type(self).model_fields
        given = {name for name in fields if getattr(self, name) not in (None, "", fields[name].default)}
        for one, others in self.excluding:
            for other in others:
                if {one, other} <= given:
                    raise PydanticCustomError("both_given", f"`{one}` and `{other}` are both given, expected one")
        for one, others in self.needing:
            if one in given and given.isdisjoint(others):
                needed = " or ".join(f"`{other}`" for other in others)
                raise PydanticCustomError("missing_field", f"`{one}` needs {needed}")
        return self


class DuckDBTarget(Target):
    """A DuckDB database file, or `:memory:`."""

    source_type: Literal["duckdb"]
    path: str = Field(":memory:", description="Relative to the project folder.")
    threads: PositiveInt | None = Field(None, description="How many threads DuckDB may use; default all.")


class PostgresTarget(Target):
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


class SparkTarget(Target):
    """Spark: a session of this process, or Spark Connect. What is left out comes from Spark's own configuration."""

    excluding = (("remote", ("master", "warehouse_dir")),)

    source_type: Literal["spark"]
    master: str | None = Field(None, description="Where the session's work is done: local[*], spark://…, yarn, k8s://…")
    remote: str | None = Field(None, repr=False, description="A Spark Connect server instead: sc://host:port.")
    catalog: str | None = Field(None, description="The catalog that tables are in; default spark_catalog.")
    warehouse_dir: str | None = Field(
        None, description="Where tables are kept: a folder relative to the project, with its own metastore, or a URL."
    )
    table_format: Literal["parquet", "delta", "iceberg"] | None = Field(
        None, description="What tables are made of; default Spark's own setting, parquet."
    )
    config: dict[str, ScalarValue] = Field(default_factory=dict, repr=False, description="Settings of Spark: spark.….")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


class DatabricksTarget(Target):
    """A SQL warehouse or cluster of Databricks, with Unity Catalog."""

    excluding = (
        ("access_token", ("client_id", "client_secret", "auth_type")),
        ("client_secret", ("auth_type",)),
    )
    needing = (("client_secret", ("client_id",)), ("client_id", ("client_secret", "auth_type")))

    source_type: Literal["databricks"]
    host: str = Field(description="The workspace's server name: dbc-….cloud.databricks.com.")
    http_path: str = Field(description="The warehouse's or cluster's HTTP path: /sql/1.0/warehouses/….")
    catalog: str | None = Field(None, description="The catalog that tables are in; default the workspace's.")
    access_token: str | None = Field(
        None, repr=False, description="From the environment: `{{ env_var('DATABRICKS_TOKEN') }}`."
    )
    client_id: str | None = Field(None, description="The service principal that connects by OAuth.")
    client_secret: str | None = Field(
        None, repr=False, description="From the environment: `{{ env_var('DATABRICKS_CLIENT_SECRET') }}`."
    )
    auth_type: Literal["databricks-oauth", "azure-oauth"] | None = Field(
        None, description="OAuth in a browser, for people."
    )
    connect_timeout: PositiveInt = Field(300, description="Seconds to wait for a connection; warehouses start slowly.")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


class BigQueryTarget(Target):
    """A project on BigQuery. Without a key, the credentials are those that Google's libraries find by themselves."""

    excluding = (("keyfile", ("keyfile_json",)),)

    source_type: Literal["bigquery"]
    project: str | None = Field(None, description="Where jobs run and datasets are; default that of the credentials.")
    location: str | None = Field(None, description="Where the datasets are: `EU`, `europe-west3`; default as sources.")
    dataset: str | None = Field(None, description="The dataset of tables whose names say none.")
    keyfile: str | None = Field(None, description="The JSON file of a service account's key.")
    keyfile_json: str | None = Field(
        None, repr=False, description="The same as a text, from the environment: `{{ env_var('BIGQUERY_KEY') }}`."
    )
    impersonate_service_account: str | None = Field(
        None, description="The address of a service account that the credentials may act as."
    )
    api_endpoint: str | None = Field(None, description="Another address of the API, as of a private endpoint.")
    priority: Literal["interactive", "batch"] = Field(
        "interactive", description="`batch` jobs wait until there is room for them."
    )
    maximum_bytes_billed: Annotated[StrictInt, Field(ge=1)] | None = Field(
        None, description="A statement that would be billed for more is refused."
    )
    labels: dict[str, str] = Field(default_factory=dict, description="Labels of every job.")
    connect_timeout: PositiveInt = Field(10, description="Seconds to go on asking where there is no answer.")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


class ClickHouseTarget(Target):
    """A ClickHouse server, spoken to over HTTP; or, with `path`, the engine in coterie's own process, by chdb."""

    excluding = (
        (
            "path",
            ("host", "port", "user", "password", "access_token", "secure", "verify", "ca_cert", "connect_timeout"),
        ),
        ("access_token", ("user", "password")),
    )

    source_type: Literal["clickhouse"]
    host: str | None = Field(None, description="The server's name; default localhost.")
    port: Annotated[int, Field(ge=1, le=65_535)] | None = Field(
        None, description="The port of its HTTP interface; default 8123, with TLS 8443."
    )
    database: str | None = Field(None, description="The database of tables that are named without one.")
    user: str | None = Field(None, description="Who connects; default `default`.")
    password: str | None = Field(
        None, repr=False, description="From the environment: `{{ env_var('CLICKHOUSE_PASSWORD') }}`."
    )
    access_token: str | None = Field(
        None, repr=False, description="A token (JWT) of ClickHouse Cloud, in place of `user` and `password`."
    )
    secure: bool = Field(False, description="TLS: HTTPS in place of HTTP.")
    verify: bool = Field(True, description="With TLS, must the server's certificate be one that is trusted?")
    ca_cert: str | None = Field(
        None, description="A file (PEM) with the authorities that are trusted, relative to the project."
    )
    connect_timeout: PositiveInt = Field(10, description="Seconds to wait for a connection.")
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")
    path: str | None = Field(None, description="A folder of the engine's own, relative to the project; no server.")


class SnowflakeTarget(Target):
    """A database of a Snowflake account, and the virtual warehouse that computes."""

    excluding = (
        ("private_key", ("private_key_path",)),
        ("token", ("token_file_path",)),
        ("password", ("private_key", "private_key_path", "token", "token_file_path")),
    )

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


class RedshiftTarget(Target):
    """A database of an Amazon Redshift cluster or workgroup. Without a password, the login is by IAM."""

    excluding = (
        ("cluster_identifier", ("workgroup",)),
        ("password", ("cluster_identifier", "workgroup")),
    )
    needing = (("password", ("host",)),)

    source_type: Literal["redshift"]
    host: str | None = Field(None, description="The endpoint's name; by IAM, it follows from the cluster or workgroup.")
    port: Annotated[int, Field(ge=1, le=65_535)] | None = Field(None, description="The endpoint's port; default 5439.")
    database: str | None = Field(None, description="The database's name.")
    user: str | None = Field(None, description="Who connects; by IAM, the database user that a cluster lets in.")
    password: str | None = Field(
        None, repr=False, description="From the environment: `{{ env_var('REDSHIFT_PASSWORD') }}`."
    )
    cluster_identifier: str | None = Field(None, description="The cluster to log in to by IAM.")
    workgroup: str | None = Field(None, description="The workgroup of Redshift Serverless.")
    region: str | None = Field(None, description="Where it is: `eu-central-1`; default as Amazon's own files say.")
    profile: str | None = Field(None, description="A profile of Amazon's own files, which holds the credentials.")
    sslmode: Literal["disable", "verify-ca", "verify-full"] = Field(
        "verify-ca", description="How much the connection is protected."
    )
    statement_timeout: PositiveInt | None = Field(None, description="Seconds that a statement may take; default any.")


def _tag(node: Any) -> str | None:
    return node.get("source_type") if isinstance(node, dict) else getattr(node, "source_type", None)


KINDS = ("bigquery", "clickhouse", "databricks", "duckdb", "postgres", "redshift", "snowflake", "spark")

TargetDef = Annotated[
    Annotated[BigQueryTarget, Tag("bigquery")]
    | Annotated[ClickHouseTarget, Tag("clickhouse")]
    | Annotated[DatabricksTarget, Tag("databricks")]
    | Annotated[DuckDBTarget, Tag("duckdb")]
    | Annotated[PostgresTarget, Tag("postgres")]
    | Annotated[RedshiftTarget, Tag("redshift")]
    | Annotated[SnowflakeTarget, Tag("snowflake")]
    | Annotated[SparkTarget, Tag("spark")],
    Discriminator(
        _tag,
        custom_error_type="source_type",
        custom_error_message=f"expected `source_type` {', '.join(KINDS[:-1])} or {KINDS[-1]}",
    ),
]
