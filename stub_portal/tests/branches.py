"""Which branches of the templates have been shown: both outcomes of every condition."""

from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import nodes

_SHOWN = "shown"
Outcome = tuple[str, bool]


class WatchedEnvironment(Environment):
    """Flask's templates, which keep what each of their conditions came out as."""

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, **options)
        self.possible: set[Outcome] = set()
        self.seen: set[Outcome] = set()
        self.globals[_SHOWN] = self._keep

    def _keep(self, place: str, outcome: object) -> object:
        self.seen.add((place, bool(outcome)))
        return outcome

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        conditions: list[nodes.If | nodes.CondExpr] = [
            *template.find_all(nodes.If),
            *template.find_all(nodes.CondExpr),
        ]
        for number, node in enumerate(conditions):
            place = f"{name}:{node.lineno}, condition {number + 1}"
            self.possible |= {(place, True), (place, False)}
            node.test = self._watched(place, node.test)
        for number, loop in enumerate(template.find_all(nodes.For)):
            self._mark(f"{name}:{loop.lineno}, loop {number + 1}", loop.body)
        self._mark(f"{name}, the whole", template.body)
        return template

    def _mark(self, place: str, body: list[nodes.Node]) -> None:
        self.possible.add((place, True))
        passing = self._watched(place, nodes.Const(True))
        body.insert(0, nodes.ExprStmt(passing).set_lineno(1))

    def _watched(self, place: str, test: nodes.Node) -> nodes.Call:
        known = nodes.Name(_SHOWN, "load")
        call = nodes.Call(known, [nodes.Const(place), test], [], None, None)
        call.set_lineno(1).set_environment(self)
        return call


def unseen(environments: list[WatchedEnvironment]) -> list[str]:
    """Return each outcome that no page has shown, of whatever templates there are."""
    first = environments[0]
    for name in first.list_templates():
        first.get_template(name)
    seen = set().union(*(one.seen for one in environments))
    return sorted(f"{place}: {outcome}" for place, outcome in first.possible - seen)
