"""Control over HTTP: for whoever says the token on this machine, and for nobody else."""

import logging
from datetime import UTC, datetime
from hmac import compare_digest

import pytest

from stub_portal import PortalControl, PortalError, Settings, StillClock, SystemClock, create_app
from stub_portal.seed import bystanders, published_examples
from stub_portal.tests.controlled import (
    MOMENT,
    NIGHT,
    NOON,
    TOKEN,
    Controlled,
    controlled_portal,
    data_of,
    error_of,
)
from stub_portal.tests.test_headers import check
from stub_portal.tests.test_privacy import assert_nothing_in, everything_logged, log_everything
from stub_portal.tests.visitor import Visitor
from stub_portal.web import control


def test_what_is_asked_for_is_done_and_answered(controlled: Controlled) -> None:
    answer = controlled.ask("set_clock", MOMENT)
    assert (answer.status_code, answer.json) == (200, {"result": None})
    assert controlled.clock.now() == datetime(2024, 1, 28, 16, tzinfo=UTC)
    answer = controlled.ask("person", {"example": "Bitácora"})
    assert answer.json == {"result": data_of(published_examples()[0].person)}
    assert "Set-Cookie" not in answer.headers


def test_without_the_setting_there_is_no_such_address() -> None:
    plain = controlled_portal(token=None)
    assert not [rule for rule in plain.app.url_map.iter_rules() if "control" in rule.rule]
    for name in (*control.METHODS, ""):
        answer = plain.ask(name, MOMENT, token="None")  # noqa: S106
        assert (answer.status_code, answer.mimetype) == (404, "text/html")
    plain.portal.close()


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer None",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN[:-1]}T",
        f"Bearer {TOKEN}t",
        f"Bearer {TOKEN.upper()}",
        f"bearer {TOKEN}",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer ñ\xff",
    ],
)
@pytest.mark.parametrize("name", ["set_clock", "no_such_method"])
def test_without_the_token_nothing_is_done(
    controlled: Controlled, header: str | None, name: str
) -> None:
    headers = {} if header is None else {"Authorization": header}
    answer = controlled.ask(name, MOMENT, headers=headers)
    assert error_of(answer, 401) == "Falta la contraseña del control, o es otra."
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert not controlled.is_set


def test_how_long_a_refusal_takes_tells_nothing(
    controlled: Controlled, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def compare(sent: bytes, expected: bytes) -> bool:
        compared.append((sent, expected))
        return compare_digest(sent, expected)

    monkeypatch.setattr(control, "compare_digest", compare)
    controlled.ask("reset", {}, token="wrong")  # noqa: S106
    assert compared == [(b"Bearer wrong", f"Bearer {TOKEN}".encode())]


@pytest.mark.parametrize(
    "address", ["192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", "a name", "", None]
)
def test_another_machine_is_refused(controlled: Controlled, address: str | None) -> None:
    from_there = {"REMOTE_ADDR": address}
    answer = controlled.ask("set_clock", MOMENT, environ_overrides=from_there)
    assert error_of(answer, 403) == "El control solo atiende a esta computadora."
    assert not controlled.is_set
    assert controlled.ask("reset", {}, environ_overrides={"REMOTE_ADDR": "::1"}).status_code == 200


def test_another_name_for_this_machine_is_refused(controlled: Controlled) -> None:
    assert controlled.ask("set_clock", MOMENT, base_url="http://evil.test").status_code == 400
    assert not controlled.is_set


@pytest.mark.parametrize(
    "name", ["__init__", "__class__", "_hold", "_portal", "_record", "person_", "Person", "METHODS"]
)
def test_nothing_else_can_be_called(controlled: Controlled, name: str) -> None:
    assert error_of(controlled.ask(name, {}), 404).startswith(
        "El control no sabe hacer eso; sabe: reset,"
    )


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
def test_it_is_only_posted_to(controlled: Controlled, method: str) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    client = controlled.app.test_client()
    answer = client.open("/control/set_clock", method=method, json=MOMENT, headers=headers)
    assert answer.status_code == 405
    assert not controlled.is_set


@pytest.mark.parametrize("token", ["", " ", "two words", "contraseña", "line\n", "\ud800"])
def test_a_token_that_no_header_holds_is_refused(token: str) -> None:
    with pytest.raises(PortalError, match="La contraseña del control está vacía o lleva espacios"):
        create_app(Settings.for_tests(token), StillClock())


def test_a_clock_that_cannot_be_set_is_refused() -> None:
    with pytest.raises(PortalError, match="El control necesita un reloj que se pueda poner"):
        create_app(Settings.for_tests(TOKEN), SystemClock())


def test_every_answer_has_the_headers(controlled: Controlled) -> None:
    answers = [
        controlled.ask("set_clock", MOMENT),
        controlled.ask("set_clock", {}),
        controlled.ask("set_clock", MOMENT, token="wrong"),  # noqa: S106
        controlled.ask("set_clock", MOMENT, environ_overrides={"REMOTE_ADDR": "192.0.2.7"}),
        controlled.ask("no_such_method", {}),
        controlled.app.test_client().get("/control/set_clock"),
        controlled.ask("set_clock", b"a" * 1024 * 1024),
    ]
    assert [answer.status_code for answer in answers] == [200, 400, 401, 403, 404, 405, 413]
    for answer in answers:
        check(answer.headers)


def test_forms_still_need_the_token_of_their_visit(controlled: Controlled) -> None:
    visitor = Visitor(controlled.app.test_client(), controlled.portal)
    assert visitor.send("/citas/bitacora", csrf="forged").page.status_code == 400
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert visitor.client.post("/citas/bitacora", headers=headers).status_code == 400


def test_it_leaves_no_data_behind(altered: Controlled, caplog: pytest.LogCaptureFixture) -> None:
    log_everything(caplog)
    logging.getLogger("test").debug("a record, so that there is a log to look through")
    person = bystanders()[0]
    events = [["AGENDADA", "UC3QK9", NOON, NIGHT]]
    answer = altered.ask("give_history", {"person": data_of(person), "events": events})
    assert answer.status_code == 200
    seen = [answer.request.path, *(f"{name}: {value}" for name, value in answer.headers)]
    assert_nothing_in([*seen, *everything_logged(caplog)], person)
    assert TOKEN not in caplog.text + repr(altered.portal.settings)


def test_what_can_be_called_is_what_the_class_offers() -> None:
    offered = [name for name in dir(PortalControl) if not name.startswith("_")]
    assert sorted(control.METHODS) == offered
