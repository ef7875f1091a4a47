"""Names that an engine would cut, and then take for equal, made short and different."""

from __future__ import annotations

from hashlib import md5

from sqlglot import exp

_DIGITS = 8


def fit_names(tree: exp.Expr, most: int) -> None:
    """Make names of more than so many bytes end in a digest of themselves."""
    for identifier in tree.find_all(exp.Identifier):
        name = identifier.name.encode()
        if len(name) > most:
            start = name[: most - _DIGITS - 1].decode(errors="ignore")
            identifier.set("this", f"{start}_{md5(name, usedforsecurity=False).hexdigest()[:_DIGITS]}")
