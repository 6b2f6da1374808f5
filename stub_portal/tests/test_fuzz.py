"""Hostile input to every form and address: a Spanish answer, no 5xx, an untouched log."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote_from_bytes, urlsplit
from weakref import WeakKeyDictionary

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Row

from stub_portal.domain.people import Person
from stub_portal.limits import Limit
from stub_portal.service import Portal
from stub_portal.tests import hostile
from stub_portal.tests.explorer import (
    forms_at,
    known_fields,
    log_of,
    opened,
    rule_at,
    rules_of,
    send,
    site_of,
    walk_in,
)
from stub_portal.tests.explorer import people as both_people
from stub_portal.tests.html_forms import Form
from stub_portal.tests.profiles import TALLY, examples
from stub_portal.tests.wire import Answer, Call, Wire, call_to

_INSIDES = re.compile(r'Traceback|File "|werkzeug|jinja2|sqlalchemy|sqlite|\w(Error|Exception)\b')
_SECURITY = {
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'",
}
# Guessing is limited elsewhere: here every attempt is to come through.
_NO_LIMIT = Limit(per_visit=10**6, per_address=10**6, within=timedelta(minutes=10))
_PATIENT = {"failed_searches": _NO_LIMIT, "wrong_captchas": _NO_LIMIT}
# Of every portal under attack, its log as the last request left it.
_LOGS: WeakKeyDictionary[Portal, list[Row[Any]]] = WeakKeyDictionary()
_people = st.sampled_from(both_people())


def check(call: Call, answer: Answer) -> None:
    """Hold an answer to what is promised of every one."""
    assert answer.status < 500
    for name, value in _SECURITY.items():
        assert value in answer.headers.get(name, ""), name
    _check_headers(call, answer)
    if answer.kind == "text/html":
        assert not _INSIDES.search(answer.text)
        assert hostile.MARKER not in answer.text
    # Whoever sets a condition for a file is told that it is not met, without a page.
    conditional = answer.status == 412 and "If-Match" in dict(call.headers)
    if answer.status >= 400 and not conditional:
        assert answer.kind == "text/html"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.body or call.method == "HEAD"
    if answer.body and answer.kind == "text/html" and not 300 <= answer.status < 400:
        assert '<html lang="es-MX">' in answer.text
        assert re.search(r"<h1\b[^>]*>\s*\w", answer.text)


def _check_headers(call: Call, answer: Answer) -> None:
    assert all(cookie.startswith("visita=") for cookie in answer.headers.getlist("Set-Cookie"))
    hosts = {b"", b"localhost"} | {value for name, value in call.headers if name == "Host"}
    assert urlsplit(answer.headers.get("Location", "")).netloc.encode("latin-1") in hosts


def attack(wire: Wire, portal: Portal, call: Call) -> bool:
    """Send a request, hold its answer to the promises, and tell whether the log grew."""
    # A log is read once a request: what opening a page might have added shows then, too.
    before = _LOGS.get(portal) or log_of(portal)
    answer = wire.send(call)
    check(call, answer)
    after = _LOGS[portal] = log_of(portal)
    assert after[: len(before)] == before
    assert len(after) - len(before) <= (call.method == "POST" and answer.status == 303)
    TALLY["acts that were valid"] += len(after) - len(before)
    return after != before


def spoilt(form: Form, valid: hostile.Pairs, pairs: hostile.Pairs) -> set[str]:
    """Return what no longer says what the portal gave out: tokens and the captcha's answer."""
    given_out = form.hidden | {"captcha"}
    first = dict(reversed(pairs))
    return {
        name.decode()
        for name, value in valid
        if name.decode() in given_out
        and first.get(name, b"").decode(errors="replace").strip().upper() != value.decode().upper()
    }


def twisted(form: Form, pairs: hostile.Pairs, encoding: str) -> Call:
    """Return the request that sends these fields to where the form goes."""
    kind, body = hostile.ENCODINGS[encoding](pairs)
    call = call_to(form.action)
    if form.method == "GET":
        return Call(path=call.path, query=body)
    return Call(method="POST", path=call.path, headers=(("Content-Type", kind),), body=body)


@examples(25)
@given(
    _people,
    hostile.twists,
    st.sampled_from(sorted(hostile.ENCODINGS)),
    hostile.headers,
    st.booleans(),
)
def test_forms(
    person: Person,
    twists: list[hostile.Twist],
    encoding: str,
    headers: tuple[tuple[str, bytes], ...],
    press: bool,
) -> None:
    site = site_of(person)
    with opened() as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site.steps)
        for address in site.steps + site.acts:
            for form in forms_at(wire, address):
                filled = form.filled(known_fields(person, portal))
                valid = [(name.encode(), value.encode()) for name, value in filled]
                pairs = valid + [(a.encode(), b.encode()) for a, b in form.buttons[:press]]
                for twist in twists:
                    pairs = twist.apply(pairs)
                call = twisted(form, pairs, encoding)
                call = Call(**vars(call) | {"headers": call.headers + headers})
                grew = attack(wire, portal, call)
                assert not (grew and spoilt(form, valid, pairs))


@examples(20)
@given(_people, st.data())
def test_addresses(person: Person, data: st.DataObject) -> None:
    stray = data.draw(hostile.strays(b"/"))
    with opened() as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site_of(person).steps)
        for address in site_of(person).addresses:
            call = Call(**vars(stray) | {"path": call_to(address).path})
            assert not attack(wire, portal, call)


@examples(10)
@given(_people, hostile.strays(b"/"), st.lists(hostile.raw, min_size=4, max_size=4))
def test_parts_of_addresses(person: Person, stray: Call, parts: list[bytes]) -> None:
    site = site_of(person)
    with opened() as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site.steps)
        for address in site.addresses:
            for path in spoilt_paths(address.encode(), parts):
                assert not attack(wire, portal, Call(**vars(stray) | {"path": path}))


def spoilt_paths(address: bytes, parts: list[bytes]) -> list[bytes]:
    """Return the address with another last part, with another first one, and with one more."""
    first, _, rest = address.lstrip(b"/").partition(b"/")
    return [
        address.rpartition(b"/")[0] + b"/" + parts[0],
        b"/" + parts[1] + b"/" + rest,
        b"/" + first + parts[2] + b"/" + rest,
        address + b"/" + parts[3],
    ]


def test_any_request_at_all() -> None:
    # One portal takes them all: each comes from somebody new, and none may leave anything behind.
    with opened(**_PATIENT) as (app, portal):

        @examples(60)
        @given(hostile.strays(), st.booleans())
        def attacked(stray: Call, escaped: bool) -> None:
            path = quote_from_bytes(stray.path).encode() if escaped else stray.path
            assert not attack(Wire(app), portal, Call(**vars(stray) | {"path": path}))

        attacked()


@pytest.mark.parametrize("person", both_people(), ids=lambda person: person.id)
def test_every_known_text_in_every_form(person: Person, new_database: Callable[[], str]) -> None:
    site = site_of(person)
    # Both find the same forms before they find anybody: once is enough.
    addresses = site.acts if person.id == both_people()[1].id else site.steps + site.acts
    with opened(database_url=new_database(), **_PATIENT) as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site.steps)
        for form in [form for address in addresses for form in forms_at(wire, address)]:
            filled = form.filled(known_fields(person, portal))
            for text in map(hostile.encoded, hostile.TEXTS):
                for spared in (form.hidden, set()):
                    pairs = [
                        (name.encode(), value.encode() if name in spared else text)
                        for name, value in filled
                    ]
                    assert not attack(wire, portal, twisted(form, pairs, "urlencoded"))


@pytest.mark.parametrize("person", both_people(), ids=lambda person: person.id)
def test_every_known_text_in_every_part_of_an_address(person: Person) -> None:
    site = site_of(person)
    with opened(**_PATIENT) as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site.steps)
        for address in [one for one in site.addresses if "<" in (rule_at(app, one) or "")]:
            parts = address.encode().split(b"/")
            for place in range(2, len(parts)):
                ending = parts[place][parts[place].rfind(b".") :] if b"." in parts[place] else b""
                for text in map(hostile.encoded, hostile.TEXTS):
                    path = b"/".join([*parts[:place], text + ending, *parts[place + 1 :]])
                    assert not attack(wire, portal, Call(path=path))


def test_every_known_header() -> None:
    addresses = ["/", "/citas/cancela", "/citas/captcha/x.wav", "/static/base.css", "/nada"]
    font = next(one for one in site_of(both_people()[0]).addresses if one.endswith(".ttf"))
    with opened(**_PATIENT) as (app, portal):
        wire = Wire(app)
        for name, values in hostile.HEADERS.items():
            for value in values:
                for address in [*addresses, font]:
                    call = Call(path=address.encode(), headers=((name, value.encode()),))
                    assert not attack(wire, portal, call)


def test_every_method() -> None:
    with opened() as (app, portal):
        for address in site_of(both_people()[0]).addresses:
            for method in hostile.METHODS:
                call = Call(method=method, path=address.encode())
                assert not attack(Wire(app), portal, call)


def test_everything_is_attacked() -> None:
    sites = [site_of(person) for person in both_people()]
    with opened() as (app, _):
        found = {rule_at(app, address) for site in sites for address in site.addresses}
        assert found >= {str(rule) for rule in rules_of(app) if "static" not in rule.endpoint}
        taking = {str(rule) for rule in rules_of(app) if "POST" in (rule.methods or ())}
        forms = {rule_at(app, address) for site in sites for address in site.steps + site.acts}
    assert taking <= forms


def test_the_attacks_reach_the_sheet() -> None:
    person = both_people()[0]
    with opened() as (app, portal):
        wire = Wire(app)
        walk_in(wire, portal, person, site_of(person).steps)
        sheets = [one for one in site_of(person).addresses if one.endswith("/hoja.pdf")]
        kinds = {address: wire.open(address).kind for address in sheets}
    assert kinds.pop("/citas/nueva/hoja.pdf") == "text/html"  # booking is an act: not on the way
    assert kinds == dict.fromkeys(
        ["/citas/bitacora/hoja.pdf", "/citas/reimprime/hoja.pdf"], "application/pdf"
    )


@pytest.mark.parametrize("person", both_people(), ids=lambda person: person.id)
def test_the_attacks_begin_from_acts_that_are_valid(person: Person) -> None:
    for address in site_of(person).acts:
        with opened() as (app, portal):
            wire, before = Wire(app), log_of(portal)
            walk_in(wire, portal, person, site_of(person).steps)
            (form,) = [one for one in forms_at(wire, address) if one.is_act]
            assert send(wire, form, known_fields(person, portal)).status == 303
            assert log_of(portal)[:-1] == before
