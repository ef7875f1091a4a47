"""What to evaluate, as people write it: `net_revenue`, `audience:vips`, `model:customers`, `rfm_*` → a `Selection`.

A word is a slug, a name or an id of a trait or audience, `model.slug`, or the name of a model, which stands for
everything it has, or of a priority list, which stands for its audiences; `*`, `?` and `[…]` are wildcards; `trait:`,
`audience:`, `model:` and `priority_list:` before it say which kind is meant. Words are separated by commas or spaces; a
name that has spaces stands between commas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from coterie.compiler.compiled import Selection
from coterie.compiler.definitions import AudienceDef, BaseTrait, ProjectDef
from coterie.compiler.ir.names import match_name, slug_of
from coterie.errors import Collector, CompileError, DefinitionErrors, suggestion

KINDS = ("trait", "audience", "model", "priority_list")


@dataclass(frozen=True, slots=True)
class Selectable:
    """A trait or audience and the names it goes by."""

    kind: str
    model: str
    slug: str
    definition: BaseTrait | AudienceDef
    priority_list: str | None = None

    @property
    def id(self) -> str:
        return f"{self.model}.{self.slug}"

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.slug, self.definition.name, self.id, *([self.definition.id] if self.definition.id else []))


def selectables(project: ProjectDef) -> tuple[Selectable, ...]:
    """Every trait and audience, in the order of the definitions; those of unknown models are left out."""
    ids = {model.id: model.name for model in project.models if model.id is not None}
    names = [model.name for model in project.models]
    found = []
    for definition in (*project.traits, *project.audiences):
        parent = definition.parent_model
        models = [ids[parent]] if parent in ids else match_name(parent, names)
        if len(models) == 1:
            slug = definition.slug or slug_of(definition.name)
            found.append(Selectable(definition.kind, models[0], slug, definition))
    listed = {
        (one.parent_model.lower(), name.lower()): one.name for one in project.priority_lists for name in one.audiences
    }
    return tuple(_with_list(one, listed) for one in found) if listed else tuple(found)


def _with_list(one: Selectable, listed: Mapping[tuple[str, str], str]) -> Selectable:
    """An audience with the priority list that names it."""
    if one.kind != "audience":
        return one
    places = ((one.definition.parent_model.lower(), name.lower()) for name in one.names)
    return replace(one, priority_list=next((listed[place] for place in places if place in listed), None))


def selected(project: ProjectDef, words: str | Iterable[str]) -> tuple[Selectable, ...]:
    """The traits and audiences that the words mean. Raises DefinitionErrors: `unknown_selection`, `draft_selected`."""
    known = selectables(project)
    parts = list(_words(known, [words] if isinstance(words, str) else words))
    if not parts:
        raise DefinitionErrors([CompileError("unknown_selection", "nothing is selected")])
    errors = Collector()
    chosen: set[str] = set()
    for word in parts:
        with errors.catching():
            chosen |= {one.key for one in _meant(known, word)}
    errors.raise_any()
    return tuple(one for one in known if one.key in chosen)


def to_selection(chosen: Iterable[Selectable]) -> Selection:
    """The same as the compiler takes it."""
    ids: dict[str, set[str]] = {"trait": set(), "audience": set()}
    for one in chosen:
        ids[one.kind].add(one.id)
    return Selection(frozenset(ids["trait"]), frozenset(ids["audience"]))


def _words(known: tuple[Selectable, ...], texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for part in filter(None, (part.strip() for part in text.split(","))):
            yield from [part] if any(_matches(known, part)) else part.split()


def _meant(known: tuple[Selectable, ...], word: str) -> list[Selectable]:
    if not (found := list(_matches(known, word))):
        kind, _, pattern = _parted(word)
        names = [one.slug for one in known if kind in ("", one.kind)]
        names += [one.model for one in known if kind in ("", "model")]
        names += [one.priority_list for one in known if one.priority_list and kind in ("", "priority_list")]
        hint = suggestion(pattern, names, what=f"{kind.replace('_', ' ')}s" if kind else "names")
        raise CompileError("unknown_selection", f"`{word}` selects nothing", hint=hint)
    if not (active := [one for one in found if one.definition.status == "active"]):
        raise CompileError("draft_selected", f"`{word}` is a draft, which is checked but not run")
    return active


def _matches(known: tuple[Selectable, ...], word: str) -> Iterator[Selectable]:
    kind, _, pattern = _parted(word)
    lowered = pattern.lower()
    for one in known:
        names = [*(one.names if kind in ("", one.kind) else ()), *([one.model] if kind in ("", "model") else [])]
        names += [one.priority_list] if one.priority_list and kind in ("", "priority_list") else []
        if any(name.lower() == lowered or fnmatchcase(name.lower(), lowered) for name in names):
            yield one


def _parted(word: str) -> tuple[str, str, str]:
    kind, colon, pattern = word.partition(":")
    return (kind, colon, pattern) if colon and kind in KINDS else ("", "", word)
