"""Statements on a Spark session as they run: named in Spark's own records, and stopped from another thread.

A classic session has job groups for that, Spark Connect has tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any, Protocol
from uuid import uuid4

from coterie.errors import WarehouseError

_PROPERTIES = ("spark.jobGroup.id", "spark.job.description", "spark.job.interruptOnCancel")
_AGAIN = 0.5  # seconds until a statement that has been stopped between two of its jobs is stopped again


class Session(Protocol):
    """What the two kinds of sessions do in ways of their own."""

    @contextmanager
    def marked(self, name: str, label: str) -> Iterator[None]:
        """What this thread runs inside has a name that no other statement has, and a label for people."""

    def interrupt(self, name: str) -> None:
        """Stop what runs under that name."""


class Classic:
    """A session in this process's own JVM. Its properties belong to the thread, which gets them back."""

    def __init__(self, session: Any) -> None:
        self._context = session.sparkContext

    @contextmanager
    def marked(self, name: str, label: str) -> Iterator[None]:
        if self._context._jsc is None:
            raise WarehouseError("connection_lost", "the Spark session has been stopped")
        before = {each: self._context.getLocalProperty(each) for each in _PROPERTIES}
        self._context.setJobGroup(name, label)
        try:
            yield
        finally:
            if self._context._jsc is not None:
                for each, value in before.items():
                    self._context.setLocalProperty(each, value)

    def interrupt(self, name: str) -> None:
        self._context.cancelJobGroup(name)


class Remote:
    """A session of Spark Connect."""

    def __init__(self, session: Any) -> None:
        self._session = session

    @contextmanager
    def marked(self, name: str, label: str) -> Iterator[None]:
        tags = (name, label.replace(",", " "))
        for tag in tags:
            self._session.addTag(tag)
        try:
            yield
        finally:
            for tag in tags:
                self._session.removeTag(tag)

    def interrupt(self, name: str) -> None:
        self._session.interruptTag(name)


class Statement:
    """One statement. `stopped` says why, once it is being stopped."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._name = f"coterie-{uuid4()}"
        self._ended = Event()
        self.stopped = ""

    @contextmanager
    def running(self, label: str, seconds: int | None) -> Iterator[None]:
        """Run what is inside, for so many seconds at most."""
        if seconds is not None:
            Thread(target=self._limit, args=[seconds], daemon=True).start()
        try:
            with self._session.marked(self._name, label):
                yield
        finally:
            self._ended.set()

    def stop(self, why: str) -> None:
        """Stop it, without waiting for its end."""
        Thread(target=self._stop, args=[why], daemon=True).start()

    def _limit(self, seconds: int) -> None:
        if not self._ended.wait(seconds):
            self._stop(f"the statement took longer than {seconds} s")

    def _stop(self, why: str) -> None:
        """Spark stops jobs, and a statement begins several, one after another."""
        self.stopped = why
        while not self._ended.is_set():
            self._session.interrupt(self._name)
            self._ended.wait(_AGAIN)
