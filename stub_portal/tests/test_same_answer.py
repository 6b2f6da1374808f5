"""One answer, by one path, for a person who does not exist and for a wrong name."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from werkzeug.test import TestResponse

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.visitor import Visitor

FORMS = ["/citas/bitacora", "/citas/cancela", "/citas/nueva"]
# Each of them as long as what is registered, so that every byte can be compared.
WRONG = ["identidad", "nombres", "primer_apellido", "segundo_apellido"]


@contextmanager
def statements(portal: Portal) -> Generator[list[str]]:
    """Collect what is asked of the database meanwhile."""
    asked: list[str] = []

    def note(*args: Any) -> None:
        asked.append(args[2])

    engine = portal._database._engine  # noqa: SLF001
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def without_what_was_typed(page: TestResponse) -> str:
    """Return the page, but for the fields' values, of which the token is one."""
    return re.sub(r'value="[^"]*"', "", page.text)


def search_wrongly(
    visitor: Visitor, form: str, person: Person, field: str, identity: str
) -> TestResponse:
    fields = {"identidad": identity} | {field: "Q" * 18}
    return visitor.search(form, person, **fields).page


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("identity", ["curp", "rfc"])
def test_one_and_the_same_answer(
    visitor: Visitor, with_history: Person, form: str, identity: str
) -> None:
    known = getattr(with_history, identity)
    nobody = "Z" * len(known)
    pages = [search_wrongly(visitor, form, with_history, field, known) for field in WRONG]
    pages.append(search_wrongly(visitor, form, with_history, "nombres", nobody))
    assert {page.status_code for page in pages} == {422}
    assert len({without_what_was_typed(page) for page in pages}) == 1
    headers = [dict(page.headers) for page in pages]
    lengths = [int(one.pop("Content-Length")) for one in headers]
    assert all(one == headers[0] for one in headers)
    # Typed alike but for whom it names: not one byte tells them apart.
    assert lengths[1] == lengths[-1]
    assert pages[1].text.replace(known, nobody) == pages[-1].text


@pytest.mark.parametrize("form", FORMS)
def test_one_and_the_same_path(
    visitor: Visitor, portal: Portal, with_history: Person, form: str
) -> None:
    asked = []
    visitor.open(form)  # so that none of the searches is the one that begins the visit
    for identity in (with_history.curp, with_history.rfc, "Z" * 18, "Z" * 13):
        with statements(portal) as now_asked:
            search_wrongly(visitor, form, with_history, "nombres", identity)
        asked.append(now_asked)
    assert sum("FROM people" in statement for statement in asked[0]) == 1
    assert all(one == asked[0] for one in asked)
