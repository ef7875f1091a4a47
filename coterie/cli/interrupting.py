"""Ctrl-C: what the warehouse does is stopped too, and what the run says of that is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from coterie.errors import WarehouseError
from coterie.runtime.cancellation import Cancellation

Result = TypeVar("Result")

AGAIN = 0.5  # seconds


def interruptible(work: Callable[[Cancellation], Result]) -> Result:
    """Do the work in a thread of its own, which Ctrl-C cancels; pressed again, it is not waited for any more.

    Raises what the work does; KeyboardInterrupt, with what a run has changed, if it was cancelled.
    """
    cancellation, future = Cancellation(), Future[Result]()

    def do() -> None:
        try:
            future.set_result(work(cancellation))
        except BaseException as error:
            future.set_exception(error)

    Thread(target=do, daemon=True).start()
    while True:
        try:
            return future.result(AGAIN if cancellation.is_cancelled else None)
        except TimeoutError:
            if future.done():
                raise
            cancellation.cancel()  # a statement may have begun just then
        except KeyboardInterrupt:
            if cancellation.is_cancelled:
                raise
            cancellation.cancel()
        except WarehouseError as error:
            if cancellation.is_cancelled:
                raise KeyboardInterrupt(error.changed) from error
            raise
