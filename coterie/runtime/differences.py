"""What unit tests of definitions tell: which pass, and for the others what was expected and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from coterie.compiler.testing.expected import Key
from coterie.errors import NOWHERE, Origin
from coterie.runtime.shown_values import aligned, listed, shown_key, shown_pair, visible

MOST = 20  # differences that are shown as text


@dataclass(frozen=True, slots=True)
class Difference:
    """An entity whose value is not the expected one; `exists` says whether there is such an entity at all."""

    key: Key
    expected: object
    found: object
    exists: bool = True


@dataclass(frozen=True, slots=True)
class TraitFailure:
    """A trait with other values than expected, of the `compared` ones; `key` names the key's columns."""

    entity: str
    slug: str
    key: tuple[str, ...]
    compared: int
    differences: tuple[Difference, ...]

    def lines(self) -> Iterator[str]:
        """The same for people."""
        compared = "the value" if self.compared == 1 else f"{len(self.differences):,} of {self.compared:,} values"
        are = "is" if self.compared == 1 or len(self.differences) == 1 else "are"
        yield f"trait `{self.slug}` of `{self.entity}`: {compared} {are} not as expected"
        rows = [(", ".join(self.key), "expected", "found")]
        for one in self.differences[:MOST]:
            expected, found = shown_pair(one.expected, one.found)
            rows.append((shown_key(one.key), expected, found if one.exists else "no such entity"))
        yield from (f"  {line}" for line in aligned(rows))
        if len(self.differences) > MOST:
            yield f"  … and {len(self.differences) - MOST:,} more"

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        differences = [
            {"key": list(one.key), "expected": one.expected, "found": one.found, "exists": one.exists}
            for one in self.differences
        ]
        return {"kind": "trait", "entity": self.entity, "slug": self.slug, "compared": self.compared,
                "differences": differences}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AudienceFailure:
    """An audience with other members than expected; `absent` are those of the missing that are no entities at all."""

    entity: str
    slug: str
    expected: int
    found: int
    missing: tuple[Key, ...]
    extra: tuple[Key, ...]
    absent: frozenset[Key] = frozenset()

    def lines(self) -> Iterator[str]:
        """The same for people."""
        members = f"{self.expected:,} member{'' if self.expected == 1 else 's'}"
        yield f"audience `{self.slug}` of `{self.entity}`: expected {members}, found {self.found:,}"
        missing = (f"{shown_key(key)}{' (no such entity)' if key in self.absent else ''}" for key in self.missing)
        rows = [("missing", listed(missing, MOST)), ("extra", listed(map(shown_key, self.extra), MOST))]
        yield from (f"  {line}" for line in aligned([row for row in rows if row[1]]))

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"kind": "audience", "entity": self.entity, "slug": self.slug, "expected": self.expected,
                "found": self.found, "missing": [list(key) for key in self.missing],
                "absent": [list(key) for key in self.missing if key in self.absent],
                "extra": [list(key) for key in self.extra]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunFailure:
    """What would have stopped a run: given rows that break a promise, or that the engine cannot compute with."""

    code: str
    message: str

    def lines(self) -> Iterator[str]:
        """The same for people."""
        yield f"[{self.code}] {self.message}"

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"kind": "run", "code": self.code, "message": self.message}


Failure = TraitFailure | AudienceFailure | RunFailure


@dataclass(frozen=True, slots=True)
class UnitTestResult:
    """One test: it has passed if there are no failures."""

    name: str
    seconds: float
    failures: tuple[Failure, ...] = ()
    origin: Origin = field(default=NOWHERE, repr=False)

    @property
    def passed(self) -> bool:
        return not self.failures

    def __str__(self) -> str:
        if self.passed:
            return visible(f"ok    {self.name}")
        place = f"  {self.origin.place}" if self.origin.place else ""
        lines = (f"      {line}" for failure in self.failures for line in failure.lines())
        return "\n".join(map(visible, [f"FAIL  {self.name}{place}", *lines]))

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        spot = self.origin.spot
        return {
            "name": self.name,
            "file": spot.name or None,
            "line": spot.line or None,
            "passed": self.passed,
            "seconds": self.seconds,
            "failures": [failure.as_dict() for failure in self.failures],
        }


@dataclass(frozen=True, slots=True)
class UnitTestReport:
    """What all tests tell, in the order in which they are written."""

    results: tuple[UnitTestResult, ...]

    @property
    def passed(self) -> bool:
        """Have all of them passed?"""
        return all(result.passed for result in self.results)

    @property
    def failed(self) -> tuple[UnitTestResult, ...]:
        """Those that have not."""
        return tuple(result for result in self.results if not result.passed)

    def __str__(self) -> str:
        return "\n".join([*map(str, self.results), self.summary])

    @property
    def summary(self) -> str:
        """How many passed, and how many failed."""
        if not self.results:
            return "no tests"
        counts = {"passed": len(self.results) - len(self.failed), "failed": len(self.failed)}
        return ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "passed": len(self.results) - len(self.failed),
            "failed": len(self.failed),
            "tests": [result.as_dict() for result in self.results],
        }
