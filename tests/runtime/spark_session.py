"""A local Spark whose zone, and Python's, are none that anything should depend on."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

from tests.engines.spark import SETTINGS

ENVIRONMENT = {"TZ": "America/New_York", "SPARK_LOCAL_IP": "127.0.0.1"}


@contextmanager
def local_session(folder: Path, **more: str) -> Iterator[SparkSession]:
    """One session, its tables in a folder, gone at the end; more settings without their `spark.sql.`."""
    before = {name: os.environ.get(name) for name in ENVIRONMENT}
    os.environ |= ENVIRONMENT
    time.tzset()
    builder = SparkSession.builder.master("local[2]")
    settings = {"spark.sql.session.timeZone": "Asia/Tokyo", "spark.sql.warehouse.dir": str(folder)}
    settings |= {f"spark.sql.{name}": value for name, value in more.items()}
    for name, value in (SETTINGS | settings).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    try:
        yield session
    finally:
        session.stop()
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
        time.tzset()
