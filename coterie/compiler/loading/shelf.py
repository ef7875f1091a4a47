"""The templates at hand: the project's own, and those that come with coterie, which are read when a use names one.

In: the templates of all files, and uses one by one. Out: what each makes, as plain values with their places. Guarantees
that names are unique and that every body can be filled. Codes: unknown_template, duplicate_name, reserved_name.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from importlib.resources import files

from coterie.compiler.definitions import DefinitionsFile, TemplateDef
from coterie.compiler.ir.names import match_name
from coterie.compiler.loading.arguments import Argument, Use, bound, default_arguments
from coterie.compiler.loading.expand import LIBRARY, check_body, expanded
from coterie.compiler.loading.templating import Placeholders
from coterie.compiler.loading.validation import Written
from coterie.compiler.loading.yaml_document import read_yaml
from coterie.errors import Collector, CompileError, Origin, nearest, suggestion


class Shelf:
    """Templates by name."""

    def __init__(self, definitions: Iterable[TemplateDef], placeholders: Placeholders, errors: Collector) -> None:
        self._placeholders = placeholders
        self._errors = errors
        self._known: dict[str, TemplateDef] = {}
        self._broken: set[str] = set()
        self._defaults: dict[str, dict[str, Argument]] = {}
        for template in definitions:
            found = Collector()
            with found.catching(subject=template.subject):
                self._add(template)
            _check_parameters(template, found)
            self._defaults[template.name] = default_arguments(template, placeholders, found)
            check_body(template, found)
            if found.errors:
                self._broken.add(template.name.lower())
            errors.errors += found.errors

    def expanded(self, use: Use, broken: Set[str]) -> Written | None:
        """What a use makes, with the mistakes of its arguments noted; None where nobody knows what it would be.

        `broken` are the names of definitions whose mistakes are noted already.
        """
        name = use.definition.template
        if name.lower() in self._broken or name in broken:
            return None
        try:
            template = self._find(name, use.origin.at("template"))
        except CompileError as error:
            self._errors.add(error, subject=use.subject)
            return None
        if template.name not in self._defaults:
            self._defaults[template.name] = default_arguments(template, self._placeholders, self._errors)
        arguments = bound(template, self._defaults[template.name], use, self._errors)
        return expanded(template, use, arguments, self._placeholders, self._errors)

    def _add(self, template: TemplateDef) -> None:
        origin = template.origin.at("name")
        if template.name.lower().startswith(LIBRARY):
            message = f"`{template.name}` begins with `{LIBRARY}`, as only coterie's own templates do"
            raise CompileError("reserved_name", message, origin, hint="give it another name")
        if match_name(template.name, self._known):
            message = f"there is another template `{template.name}`"
            raise CompileError("duplicate_name", message, origin)
        self._known[template.name] = template

    def _find(self, name: str, origin: Origin) -> TemplateDef:
        if name.lower().startswith(LIBRARY) and (template := ready_templates().get(name.lower())):
            return template
        if found := match_name(name, self._known):
            return self._known[found[0]]
        raise CompileError("unknown_template", f"there is no template `{name}`", origin, hint=self._nearest(name))

    def _nearest(self, name: str) -> str:
        if not name.startswith(LIBRARY):
            return suggestion(name, [*self._known, *ready_templates()], what="templates")
        behind = {known.removeprefix(LIBRARY): known for known in ready_templates()}  # else all look alike
        close = nearest(name.removeprefix(LIBRARY), behind)
        return suggestion(name, [behind[word] for word in close] or ready_templates(), what="templates")


def _check_parameters(template: TemplateDef, errors: Collector) -> None:
    seen: set[str] = set()
    for position, parameter in enumerate(template.parameters):
        if parameter.name in seen:
            origin = template.origin.at("parameters", position, "name")
            message = f"the parameter `{parameter.name}` is given twice"
            errors.add(CompileError("duplicate_name", message, origin, template.subject))
        seen.add(parameter.name)


@cache
def ready_templates() -> dict[str, TemplateDef]:
    """The templates that come with coterie, by name, each from a file of its own."""
    found: dict[str, TemplateDef] = {}
    for file in sorted(files("coterie").joinpath("templates").iterdir(), key=lambda file: file.name):
        document = read_yaml(file.read_bytes(), f"coterie/templates/{file.name}")
        for index, template in enumerate(DefinitionsFile.model_validate(document.data).templates):
            found[template.name] = template.written_at(Origin(document, ("templates", index), base=2))
    return found
