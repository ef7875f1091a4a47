"""Priority lists → the place of each of their audiences, and of a row among them."""

from __future__ import annotations

from collections.abc import Callable

from coterie.compiler.definitions import PriorityListDef
from coterie.compiler.ir.expr import Case, Expr, Landing, Literal, Member, null
from coterie.compiler.resolving.places import Place, PriorityList
from coterie.compiler.resolving.resolve import Model, World
from coterie.compiler.resolving.scope import Scope
from coterie.errors import Collector, CompileError
from coterie.types import INTEGER


def index_list(definition: PriorityListDef, world: World, scope_of: Callable[[Model], Scope]) -> None:
    """Note the places of a list's audiences; drafts have none. Errors: `unknown_audience`, `duplicate_name`, …"""
    origin, errors = definition.origin, Collector()
    model = world.model(definition.parent_model, origin.at("parent_model"))
    if others := [name for name in world.lists if name.lower() == definition.name.lower()]:
        raise CompileError("duplicate_name", f"there is another priority list `{others[0]}`", origin.at("name"))
    slugs: dict[str, None] = {}
    for position, name in enumerate(definition.audiences):
        place = origin.at("audiences", position)
        with errors.catching():
            slug = scope_of(model).audience_slug(name, place)
            if slug in slugs:
                raise CompileError("duplicate_name", f"audience `{slug}` stands in the list twice", place)
            if slug in model.places:
                other = model.places[slug].priority_list
                raise CompileError("duplicate_name", f"audience `{slug}` is in priority list `{other}` too", place)
            slugs[slug] = None
    active = tuple(slug for slug in slugs if model.audiences[slug].status == "active")
    world.lists[definition.name] = PriorityList(definition.name, model.name, active)
    model.places.update({slug: Place(definition.name, number) for number, slug in enumerate(active, 1)})
    errors.raise_any()


def landing(found: PriorityList, trees: Callable[[str], Member]) -> Expr:
    """The place of the first audience whose filter tree the row passes, by the trees of the audiences."""
    places = ((trees(slug), Literal(number, INTEGER)) for number, slug in enumerate(found.audiences, 1))
    type = Landing("").type
    return Case(tuple(places), null(type), type)
