"""No other site can send a form of the portal, and nobody is kept from sending their own."""

import re
import subprocess
import sys
from hmac import compare_digest
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import stub_portal
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.visitor import StillClock, Visitor, typed
from stub_portal.web import csrf

FORM, FOUND = "/citas/bitacora", "/citas/bitacora/listado"
TEMPLATES = Path(stub_portal.__file__).parent / "templates"


def token_on(client: FlaskClient, address: str = FORM) -> str:
    """Open a form and return the token that it carries."""
    found = re.search(
        r'<input type="hidden" name="csrf" value="([^"]+)">', client.get(address).text
    )
    assert found
    return found[1]


def test_every_form_that_is_sent_carries_the_token() -> None:
    forms = [
        form
        for template in TEMPLATES.rglob("*.html")
        for form in re.findall(
            r"<form\b[^>]*post.*?</form>", template.read_text("utf-8"), re.DOTALL
        )
    ]
    assert len(forms) >= 3
    assert all("{{ csrf_field() }}" in form for form in forms)


def test_where_a_form_is_sent_to_it_can_be_opened(app: Flask) -> None:
    rules = list(app.url_map.iter_rules())
    opened = {rule.rule for rule in rules if rule.methods and "GET" in rule.methods}
    assert {rule.rule for rule in rules if rule.methods and "POST" in rule.methods} <= opened


def test_the_first_form_of_a_visit_can_be_sent(app: Flask, with_history: Person) -> None:
    client = app.test_client()
    token = token_on(client)
    assert client.post(FORM, data=typed(with_history) | {"csrf": token}).location == FOUND


@pytest.mark.parametrize("sent", [{}, {"csrf": ""}, {"csrf": "x" * 43}, {"csrf": "\ud800ñ\0"}])
def test_without_the_token_nothing_is_done(
    app: Flask, with_history: Person, sent: dict[str, str]
) -> None:
    client = app.test_client()
    token_on(client)
    data = {**typed(with_history), **sent}
    answer = client.post(FORM, data={k: v.encode(errors="replace") for k, v in data.items()})
    assert answer.status_code == 400
    assert "Este formulario ya no sirve" in answer.text
    assert "Vuelve a la página del formulario, llénalo de nuevo" in answer.text
    assert f'href="{FORM}">Volver al formulario<' in answer.text
    assert client.get(FOUND).location == FORM


def test_a_visit_without_a_form_has_no_token_to_guess(app: Flask, with_history: Person) -> None:
    answer = app.test_client().post(FORM, data=typed(with_history) | {"csrf": ""})
    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers  # another site cannot end a visit this way either


def test_another_visits_token_is_worth_nothing(app: Flask, with_history: Person) -> None:
    thief, client = app.test_client(), app.test_client()
    token_on(client)
    data = typed(with_history) | {"csrf": token_on(thief)}
    assert client.post(FORM, data=data).status_code == 400


def test_the_log_stays_as_it_was(
    visitor: Visitor, portal: Portal, with_appointment: Person
) -> None:
    before = portal.bitacora(with_appointment)
    visitor.choose_appointment(with_appointment).cancel(csrf="forged")
    assert visitor.page.status_code == 400
    assert 'href="/citas/cancela/detalle">Volver al formulario<' in visitor.page.text
    assert portal.bitacora(with_appointment) == before
    assert visitor.open("/citas/cancela/detalle").cancel().path == "/citas/cancela/aviso"


@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 400), ("same-site", 400), ("same-origin", 303), ("none", 303)],
)
def test_what_another_site_begins_is_refused(
    app: Flask, with_history: Person, site: str, status: int
) -> None:
    # Another port of this machine is "same-site": it could plant a visit of its own.
    client = app.test_client()
    data = typed(with_history) | {"csrf": token_on(client)}
    answer = client.post(FORM, data=data, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == status


def test_several_windows_go_on_after_the_token_of_the_visit_was_renewed(
    app: Flask, with_history: Person, with_appointment: Person
) -> None:
    client = app.test_client()
    windows = [token_on(client), token_on(client, "/citas/cancela"), token_on(client)]
    for token in windows:
        answer = client.post(FORM, data=typed(with_history) | {"csrf": token})
        assert answer.location == FOUND
    answer = client.post("/citas/cancela", data=typed(with_appointment) | {"csrf": windows[1]})
    assert answer.location == "/citas/cancela/cita"
    assert client.get(FOUND).status_code == 200


def test_a_form_can_be_sent_as_long_as_a_visit_lasts_from_when_it_was_shown(
    app: Flask, clock: StillClock, with_history: Person
) -> None:
    client = app.test_client()
    token_on(client)
    clock.set("2024-01-25 09:29")
    data = typed(with_history) | {"csrf": token_on(client)}
    clock.set("2024-01-25 09:58")
    assert client.post(FORM, data=data).location == FOUND
    data["csrf"] = token_on(client)
    clock.set("2024-01-25 10:28")
    assert client.post(FORM, data=data).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_change_nothing(app: Flask, method: str) -> None:
    assert app.test_client().open(FORM, method=method).status_code == 405


def test_the_check_brings_nothing_along_that_only_control_needs() -> None:
    script = (
        "import sys, types; bare = types.ModuleType('stub_portal'); "
        "bare.__path__ = ['stub_portal']; sys.modules['stub_portal'] = bare; "
        "import stub_portal.web.csrf; "
        "sys.exit(str([name for name in ('stub_portal.control', 'faker') if name in sys.modules]))"
    )
    root = Path(stub_portal.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == "[]"


def test_how_long_a_refusal_takes_tells_nothing(
    visitor: Visitor, with_history: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def compare(sent: bytes, expected: bytes) -> bool:
        compared.append((sent, expected))
        return compare_digest(sent, expected)

    monkeypatch.setattr(csrf, "compare_digest", compare)
    token = visitor.form_token().encode()
    visitor.search(FORM, with_history)
    visitor.search(FORM, with_history, csrf="wrong")
    assert compared == [(token, token), (b"wrong", token)]
