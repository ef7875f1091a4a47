"""A Spark cluster of one's own: a master and two workers, each a process, as the package pyspark brings them.

What tests do there: open a session of it, and ask what each executor has done.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

from coterie.compiler.definitions import SparkTarget
from coterie.runtime.warehouse import connect

if TYPE_CHECKING:
    from coterie.runtime.spark import Spark

HOST = "127.0.0.1"
WORKERS = 2
SECONDS = 90.0
"""For all of them to have started."""
SETTINGS = {
    "spark.sql.catalogImplementation": "in-memory",
    "spark.driver.host": HOST,
    "spark.driver.bindAddress": HOST,
    "spark.executor.cores": 1,
    "spark.ui.enabled": False,
}
"""Derby, the metastore at hand, bears no view as long as the example's."""


@contextmanager
def session(folder: Path, memory: str, settings: Mapping[str, Any]) -> Iterator[Spark]:
    """A session on a cluster of which each worker has so much memory, with some settings more."""
    os.environ["SPARK_LOCAL_IP"] = HOST
    with cluster(folder, memory) as master:
        target = SparkTarget(
            source_type="spark", master=master, warehouse_dir="warehouse", config={**SETTINGS, **settings}
        )
        opened: Any = connect(target, folder)
        try:
            yield opened
        finally:
            opened.close()


def executors_of(warehouse: Spark) -> list[dict[str, int]]:
    """What each executor has done, the driver left out."""
    java: Any = warehouse._session.sparkContext._jsc
    listed = java.sc().statusStore().executorList(True)
    every = [listed.apply(n) for n in range(listed.size())]
    return [
        {
            "tasks": one.totalTasks(),
            "input": one.totalInputBytes(),
            "shuffle_read": one.totalShuffleRead(),
            "shuffle_write": one.totalShuffleWrite(),
        }
        for one in every
        if one.id() != "driver"
    ]


@contextmanager
def cluster(folder: Path, memory: str) -> Iterator[str]:
    """The URL of a master with two workers of one core each; their files are in the folder."""
    import pyspark

    command = [str(Path(pyspark.__file__).parent / "bin" / "spark-class")]
    url, page = f"spark://{HOST}:{(port := free_port())}", free_port()
    master = ["org.apache.spark.deploy.master.Master", "-h", HOST, "-p", str(port), "--webui-port", str(page)]
    worker = ["org.apache.spark.deploy.worker.Worker", "-h", HOST, "-c", "1", "-m", memory, "--webui-port", "0"]
    commands = [master, *([*worker, "-d", str(folder / f"worker{n}"), url] for n in range(WORKERS))]
    started: list[subprocess.Popen[bytes]] = []
    environment = os.environ | {"SPARK_LOCAL_IP": HOST, "SPARK_HOME": str(Path(pyspark.__file__).parent)}
    try:
        for number, one in enumerate(commands):
            with (folder / f"{number}.log").open("wb") as log:
                started.append(subprocess.Popen([*command, *one], stdout=log, stderr=log, env=environment))
            if number == 0:
                _wait_for(page, 0)
        _wait_for(page, WORKERS)
        yield url
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(30)


def _wait_for(page: int, workers: int) -> None:
    """Until the master answers, and knows so many workers."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with (
            suppress(URLError, ConnectionError, json.JSONDecodeError),
            urlopen(f"http://{HOST}:{page}/json/") as answer,
        ):
            if json.load(answer)["aliveworkers"] >= workers:
                return
        time.sleep(0.2)
    raise TimeoutError(f"no {workers} workers after {SECONDS} s")


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
