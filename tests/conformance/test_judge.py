"""The judge of the other tests: what it finds wrong, and that marks are strict."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance.judge import problems
from tests.conformance.rows_file import primitive_of
from tests.engines import started


def found(name: str, theme: str = "texts", **call: Any) -> list[str]:
    duckdb = started("duckdb")
    duckdb.begin()
    return list(problems(duckdb, primitive_of(theme, name, [call], -1)))


def length(*rows: Any, **more: Any) -> list[str]:
    return found("length", of=["text"], gives="bigint", rows=list(rows), **more)


def test_right_rows_are_no_problem() -> None:
    assert length(["ab", 2], [None, None], ["", 0]) == []


def test_wrong_rows_are_told_as_calls() -> None:
    assert length(["ab", 2], ["it's", 5]) == ['length("it\'s"): expected 5, found 4']


def test_another_type_is_wrong() -> None:
    wrong = found("length", of=["text"], gives="double", rows=[["ab", 2]])
    assert wrong == ["length('ab'): expected 2.0, found 2"]


def test_the_row_that_ends_with_an_error_is_told_among_others() -> None:
    told = found("abs", "numbers", of=["bigint"], gives="bigint", rows=[[-1, 1], [-(2**63), 0]])
    assert len(told) == 1
    assert told[0].startswith(f"abs({-(2**63)}): Out of Range Error")


def test_an_error_is_due() -> None:
    right = {"of": ["bigint"], "gives": "bigint", "rows": [[-1, 1]]}
    assert found("abs", "numbers", **right, fails=[[-(2**63)]]) == []
    assert found("abs", "numbers", **right, fails=[[-5]]) == ["abs(-5): expected an error, found 5"]
    marked = [{"row": [-5], "never": {"duckdb": "so"}}]
    assert found("abs", "numbers", **right, fails=marked) == []
    marked = [{"row": [-(2**63)], "never": {"duckdb": "so"}}]
    assert found("abs", "numbers", **right, fails=marked) == [f"abs({-(2**63)}) is marked, but fails as it should"]


@pytest.mark.parametrize("mark", ["notyet", "never"])
def test_marks_are_strict(mark: str) -> None:
    assert length(["ab", 2], {"row": ["abc", 4], mark: {"duckdb": "so"}}) == []
    assert length({"row": ["abc", 4], mark: {"postgres": "so"}}) == ["length('abc'): expected 4, found 3"]
    assert length({"row": ["abc", 3], mark: {"duckdb": "so"}}) == [
        f"length('abc') is marked, but passes: ('{mark}', 'so')"
    ]
    assert length(["abc", 3], ["ab", 1], **{mark: {"duckdb": "so"}}) == [
        f"length('abc') is marked, but passes: ('{mark}', 'so')"
    ]


def test_what_is_only_checked_is_not_run_but_typed() -> None:
    assert length({"row": ["abc", 4], "checked": {"duckdb": "so"}}) == []
    typed = found("length", of=["text"], gives="text", rows=[{"row": ["abc", "3"], "checked": {"duckdb": "so"}}])
    assert typed == ["length, checked only: r1 is integer, expected text"]


def test_groups_are_told_with_their_options() -> None:
    call = {"of": ["text", "integer"], "with": {"n": 1, "order": ["b"]}, "gives": "text"}
    told = found("nth", "aggregates", **call, groups=[[[["x", 2], ["y", 1]], "x"], [[], None]])
    assert told == ["nth([['x', 2], ['y', 1]], n=1, order=['b']): expected 'x', found 'y'"]


def test_marks_of_unknown_dialects_are_refused() -> None:
    with pytest.raises(AssertionError, match="never of oracle, expected one of"):
        length({"row": ["abc", 3], "never": {"oracle": "so"}})
