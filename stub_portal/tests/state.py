"""A screen in one state: what a visitor does to get there, and what they see then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from re import findall
from typing import Any

from flask import Flask, template_rendered
from jinja2 import Template
from playwright.sync_api import Page
from werkzeug.test import TestResponse

from stub_portal.domain.people import Person
from stub_portal.seed import bystanders, populate, published_examples
from stub_portal.service import Portal
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of

MORNING = "2024-01-25 09:00"
ANNA, BERT, *_ = bystanders()
WITH_HISTORY, WITH_APPOINTMENT = (example.person for example in published_examples())


@dataclass(frozen=True)
class Scene:
    """Where a state begins: a portal as it comes, that morning, and somebody who opens it."""

    app: Flask
    clock: StillClock

    @property
    def portal(self) -> Portal:
        """The service behind the screens."""
        return portal_of(self.app)

    def begin(self) -> Visitor:
        """Put everything back as it was that morning."""
        self.clock.set(MORNING)
        self.portal.reset()
        populate(self.portal)
        return Visitor(self.app.test_client(), self.portal)


@dataclass(frozen=True)
class State:
    """A screen in one state.

    reach: what a visitor does to get there; what they see last is the screen.
    settings: those of the portal that differ from the usual.
    then: what is done in the browser once the screen is there, such as opening the menu.
    """

    name: str
    reach: Callable[[Scene, Visitor], object]
    settings: Mapping[str, Any] = field(default_factory=dict)
    then: Callable[[Page], object] = lambda _: None


@dataclass(frozen=True)
class Shown:
    """What the portal answered in a state, and the pictures that only that visit may see."""

    state: State
    template: str
    page: TestResponse
    pictures: Mapping[str, TestResponse]

    @property
    def path(self) -> str:
        """Where the screen is."""
        return self.page.request.path

    @property
    def html(self) -> str:
        """The screen, as it was sent."""
        return self.page.text


STATES: dict[str, State] = {}


def add(name: str, reach: Callable[[Scene, Visitor], object], **more: Any) -> None:
    """Add a state, under a name that no other has."""
    assert name not in STATES, f"two states are called {name}"
    STATES[name] = State(name, reach, **more)


def at(address: str) -> Callable[[Scene, Visitor], object]:
    """Return the way to a screen that needs only its address."""
    return lambda _, visitor: visitor.open(address)


def searching(address: str, person: Person, **instead: str) -> Callable[[Scene, Visitor], object]:
    """Return the way to what a search leads to, some of the person's data replaced."""
    return lambda _, visitor: visitor.search(address, person, **instead)


def show(state: State, scene: Scene) -> Shown:
    """Go to a state and return what is there."""
    rendered: list[str] = []

    def keep(_: Flask, template: Template, **__: object) -> None:
        rendered.append(str(template.name))

    visitor = scene.begin()
    with template_rendered.connected_to(keep, scene.app):
        state.reach(scene, visitor)
    paths = findall(r'<img[^>]* src="([^"]+)"', visitor.page.text)
    pictures = {path: visitor.client.get(path) for path in paths}
    return Shown(state, rendered[-1], visitor.page, pictures)
