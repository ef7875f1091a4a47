"""How a definition leads to its source rows: `source_model`, `relationship`, `path` → hops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coterie.compiler.ir.expr import Hop
from coterie.compiler.resolving.scope import Scope, hops_of, refuse_long
from coterie.errors import AlreadyReported, CompileError, Origin


class Led(Protocol):
    """What traits and conditions say of the way to their rows."""

    @property
    def source_model(self) -> str | None: ...
    @property
    def relationship(self) -> str | None: ...
    @property
    def path(self) -> tuple[str, ...] | None: ...


def fan_out_edge(path: Sequence[Hop]) -> Hop | None:
    """The first hop through which a row could be reached twice, or None where no row can.

    A route is determined by its start along to-one hops, and by its end along from-one hops; so a path of to-one
    hops followed by from-one hops has at most one route between two rows.
    """
    climbing = True
    for hop in path:
        if climbing and hop.to_one:
            continue
        climbing = False
        if not hop.from_one:
            return hop
    return None


def path_of(related: Led, scope: Scope, origin: Origin) -> tuple[Hop, ...]:
    world = scope.world
    wanted = world.model(related.source_model, origin.at("source_model")) if related.source_model else None
    if related.relationship is not None and related.path is not None:
        raise CompileError("both_given", "`relationship` and `path` are both given, expected one", origin)
    names = (related.relationship,) if related.relationship is not None else related.path
    if names is None:
        if wanted is None:
            raise CompileError("missing_field", "expected `source_model`, `relationship` or `path`", origin)
        return _only_way(scope, wanted.name, origin)
    refuse_long(names, origin.at("path"))
    hops: list[Hop] = []
    for position, name in enumerate(names):
        place = origin.at("relationship") if related.relationship is not None else origin.at("path", position)
        hops.extend(hops_of(scope, name, place))
        scope = scope.of(world.models[hops[-1].target])
    if wanted is not None and scope.model is not wanted:
        message = f"the path leads to model `{scope.model.name}`, expected `{wanted.name}`"
        place = origin.at("relationship" if related.relationship is not None else "path")
        raise CompileError("wrong_path", message, place)
    return tuple(hops)


def _only_way(scope: Scope, wanted: str, origin: Origin) -> tuple[Hop, ...]:
    ways = {way: name for name, several in scope.model.hops.items() for way in several if way[-1].target == wanted}
    if len(ways) == 1:
        return next(iter(ways))
    if not ways:
        message = f"no relationship leads from model `{scope.model.name}` to `{wanted}`"
        edges = (edge for edge in scope.world.project.relationships if edge.name in scope.world.broken)
        if any(wanted in (edge.from_model, edge.to_model) for edge in edges):  # perhaps the one that was meant
            raise AlreadyReported
        path = _shortest_path(scope, wanted)
        hint = f"did you mean `path: [{', '.join(path)}]`?" if path else "define one"
        raise CompileError("missing_path", message, origin.at("source_model"), hint=hint)
    listed = ", ".join(f"`{name}`" for name in sorted(ways.values()))
    message = f"several relationships lead from model `{scope.model.name}` to `{wanted}`: {listed}"
    raise CompileError("ambiguous_path", message, origin, hint="name one as `relationship`")


def _shortest_path(scope: Scope, wanted: str) -> tuple[str, ...]:
    """The names of the fewest relationships that lead to a model; none if there is no way."""
    seen = {scope.model.name}
    paths: list[tuple[str, tuple[str, ...]]] = [(scope.model.name, ())]
    for model, path in paths:  # which grows meanwhile
        if model == wanted:
            return path
        for name, ways in scope.world.models[model].hops.items():
            for way in ways:
                if way[-1].target not in seen:
                    seen.add(way[-1].target)
                    paths.append((way[-1].target, (*path, name)))
    return ()
