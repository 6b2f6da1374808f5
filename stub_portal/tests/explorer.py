"""Find every form and address of a portal by itself: routes, links and what forms lead to."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from re import findall
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Row, select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from stub_portal import Settings, create_app
from stub_portal.domain.people import Person
from stub_portal.seed import bystanders, populate, published_examples
from stub_portal.service import Portal
from stub_portal.tables import EVENTS
from stub_portal.tests.html_forms import Form, forms_and_links
from stub_portal.tests.visitor import StillClock
from stub_portal.tests.wire import Answer, Call, Wire, call_to
from stub_portal.web.current import portal_of

_FORM_TYPE = b"application/x-www-form-urlencoded"
_PAGES_A_ROUTE = 2
_WHOLE_LOG = select(EVENTS).order_by(EVENTS.c.seq)


@dataclass(frozen=True)
class Site:
    """Addresses by what they are: of every route, and of the pages with forms."""

    addresses: tuple[str, ...]
    steps: tuple[str, ...]
    acts: tuple[str, ...]


class _Compiled(BytecodeCache):
    """Templates compiled once for all the portals, which are many."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what another portal compiled."""
        bucket.code = self.kept.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next one."""
        self.kept[bucket.key] = bucket.code


_COMPILED = _Compiled()


def people() -> tuple[Person, Person]:
    """Return somebody who can cancel and somebody who can book."""
    return published_examples()[1].person, bystanders()[0]


@contextmanager
def opened(**settings: Any) -> Generator[tuple[Flask, Portal]]:
    """Open a populated portal in memory, on the morning before the guides' appointments."""
    usual = Settings(database_url="sqlite://", captcha_seed=1)
    app = create_app(replace(usual, **settings), StillClock("2024-01-25 09:00"))
    app.jinja_env.bytecode_cache = _COMPILED
    portal = portal_of(app)
    try:
        populate(portal)
        yield app, portal
    finally:
        portal.close()


def log_of(portal: Portal) -> list[Row[Any]]:
    """Return the rows of the log, to the letter."""
    with portal._database.reading() as connection:  # noqa: SLF001 - past everything that is tested
        return list(connection.execute(_WHOLE_LOG))


def known_fields(person: Person, portal: Portal) -> dict[str, str]:
    """Return what a person types into fields that offer nothing by themselves."""
    live = portal.live_appointment(person, portal.now())
    return {
        "identidad": person.curp,
        "nombres": person.names,
        "primer_apellido": person.first_surname,
        "segundo_apellido": person.second_surname,
        "clave": live.key if live else "",
        "solicitante": "Rosa Díaz Ñuño",
        "captcha": portal.last_captcha_answer(),
        "q": "Portal ASISSSTE",
    }


def forms_at(wire: Wire, address: str) -> list[Form]:
    """Open an address and return the forms that it shows, if it is a page."""
    answer = wire.open(address)
    return _read(address, answer)[0]


def send(wire: Wire, form: Form, known: dict[str, str]) -> Answer:
    """Fill a form as it is meant and send it."""
    body = urlencode(form.filled(known)).encode()
    if form.method == "GET":
        return wire.open(f"{form.action}?{body.decode()}")
    headers = (("Content-Type", _FORM_TYPE),)
    call = call_to(form.action)
    return wire.send(Call(method="POST", path=call.path, headers=headers, body=body))


def walk_in(wire: Wire, portal: Portal, person: Person, steps: tuple[str, ...]) -> None:
    """Send every form that only leads on, so that the pages behind it can be opened."""
    for address in steps:
        for form in forms_at(wire, address):
            if form.method == "POST" and not form.is_act:
                send(wire, form, known_fields(person, portal))


@cache
def site_of(person: Person) -> Site:
    """Return what can be found by links and by sending forms, as that person."""
    with opened() as (app, portal):
        wire = Wire(app)
        steps = _crawl(app, wire).steps
        walk_in(wire, portal, person, steps)
        return _crawl(app, wire)


def rules_of(app: Flask) -> list[Rule]:
    """Return every route."""
    return list(app.url_map.iter_rules())


def rule_at(app: Flask, address: str) -> str | None:
    """Return the route that answers an address; None for the next site's, or nobody's."""
    try:
        rule, _ = app.url_map.bind("localhost").match(urlsplit(address).path, return_rule=True)
    except HTTPException:
        return None
    return str(rule)


def _crawl(app: Flask, wire: Wire) -> Site:
    plain = [rule for rule in rules_of(app) if not rule.arguments and "GET" in (rule.methods or ())]
    todo, seen, steps, acts = [str(rule) for rule in plain], [], [], []
    visits: Counter[str] = Counter()
    while todo:
        address = todo.pop(0)
        rule = rule_at(app, address)
        if rule is None or address in seen or visits[rule] == _PAGES_A_ROUTE:
            continue
        visits[rule] += 1
        seen.append(address)
        forms, links = _read(address, wire.open(address))
        todo += links
        steps += [address] if any(not form.is_act for form in forms) else []
        acts += [address] if any(form.is_act for form in forms) else []
    return Site(tuple(seen), tuple(steps), tuple(acts))


def _read(address: str, answer: Answer) -> tuple[list[Form], list[str]]:
    if answer.kind == "text/css":
        return [], [urljoin(address, url) for url in findall(r'url\("?([^")]+)', answer.text)]
    if answer.kind != "text/html":
        return [], []
    return forms_and_links(address, answer.text)
