"""Work that makes many objects and no garbage, done without the collector of cyclic garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Pause the collector: it would walk all that has been made so far over and over, and free nothing of it."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            _age()
            gc.enable()


def _age() -> None:
    """Make all objects old ones, which the collector walks when there are many more of them, and not at once.

    Unless somebody keeps some from it for good, as servers do before they fork.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
