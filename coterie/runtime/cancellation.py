"""A run can be cancelled from another thread: by a web server, a scheduler, or the command line at Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from coterie.errors import WarehouseError
from coterie.runtime.warehouse import Warehouse


class Cancellation:
    """Hand it to `Project.run(cancellation=…)`, and call `cancel()` from another thread.

    The run then ends with WarehouseError `cancelled`, which says what it has changed, if anything.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._warehouse: Warehouse | None = None
        self._is_cancelled = False

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled

    def cancel(self) -> None:
        """Stop the statement that runs, and let no other begin."""
        with self._lock:
            self._is_cancelled = True
            if self._warehouse is not None:
                with suppress(WarehouseError):  # the run ends before its next statement anyway
                    self._warehouse.cancel()

    def check(self) -> None:
        """Raises WarehouseError `cancelled` if the run is to end here."""
        if self._is_cancelled:
            raise WarehouseError("cancelled", "the run was cancelled")

    @contextmanager
    def of(self, warehouse: Warehouse) -> Iterator[None]:
        """While this lasts, what the session does is what is cancelled."""
        self.check()
        with self._lock:
            self._warehouse = warehouse
        try:
            yield
        finally:
            with self._lock:
                self._warehouse = None
