"""A form acts on whom and what it shows, or on nothing, whatever was opened in another window."""

import hmac
import re
from pathlib import Path

import pytest

import stub_portal
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.booking import WANTED, confirm
from stub_portal.tests.test_sent_twice import filled
from stub_portal.tests.visitor import Visitor
from stub_portal.web import shown

TITLE = "Hay otra búsqueda en otra ventana"
CANCELA, DETAIL, NUEVA = "/citas/cancela", "/citas/cancela/detalle", "/citas/nueva"
OTHER = WANTED.replace("1000", "1100")
TEMPLATES = Path(stub_portal.__file__).parent / "templates"


@pytest.fixture
def other(visitor: Visitor) -> Visitor:
    """Another window of the same browser."""
    return Visitor(visitor.client, visitor.portal)


def log(portal: Portal, *people: Person) -> list[tuple[str, str]]:
    """Return what the Bitácoras of these people hold, one after the other."""
    return [(row.key, row.status) for person in people for row in portal.bitacora(person)]


def assert_refused(visitor: Visitor, search: str) -> None:
    """Check what is said, and where it leads."""
    assert (visitor.page.status_code, visitor.texts("h1")) == (409, [TITLE])
    assert "No cambió nada." in visitor.text
    assert f'href="{search}">Volver a buscar<' in visitor.page.text


def test_every_form_that_acts_says_in_code_what_it_shows() -> None:
    templates = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    acting = [text for text in templates if re.search(r"<form\b.*_captcha\.html", text, re.DOTALL)]
    assert len(acting) == 2
    assert all("{{ shown_field }}" in text for text in acting)


def test_somebody_elses_appointment_is_not_cancelled(
    visitor: Visitor, other: Visitor, with_history: Person, with_appointment: Person
) -> None:
    form = filled(visitor.choose_appointment(with_appointment))
    other.choose_appointment(with_history)
    theirs = filled(other)
    before = log(visitor.portal, with_history, with_appointment)
    assert_refused(visitor.send(DETAIL, **form), CANCELA)
    assert "CC3QZ8" not in visitor.page.text
    assert log(visitor.portal, with_history, with_appointment) == before
    assert other.send(DETAIL, **theirs).path == "/citas/cancela/aviso"
    assert "CC3QZ8" in other.text
    assert_refused(visitor.send(DETAIL, **form), CANCELA)  # nor is theirs told to be cancelled


def test_nothing_is_booked_for_somebody_else(
    visitor: Visitor, other: Visitor, anna: Person, bert: Person
) -> None:
    form = filled(visitor.search(NUEVA, anna).open(WANTED))
    other.search(NUEVA, bert)
    assert_refused(visitor.send(WANTED, **form), NUEVA)
    assert log(visitor.portal, anna, bert) == []
    visitor.search(NUEVA, anna)
    assert visitor.send(WANTED, **form).texts("h1") == ["Tu cita quedó agendada"]


def test_nor_is_their_appointment_shown_to_whoever_sends_it(
    visitor: Visitor, other: Visitor, anna: Person, with_appointment: Person
) -> None:
    form = filled(visitor.search(NUEVA, anna).open(WANTED))
    other.search(NUEVA, with_appointment)
    assert_refused(visitor.send(WANTED, **form), NUEVA)
    assert "UC3QK2" not in visitor.page.text


def test_the_same_persons_next_appointment_is_not_cancelled(
    visitor: Visitor, other: Visitor, with_appointment: Person
) -> None:
    form = filled(visitor.choose_appointment(with_appointment))
    other.open(DETAIL).cancel()
    confirm(other.search(NUEVA, with_appointment).open(WANTED))
    other.open(DETAIL)
    assert_refused(visitor.send(DETAIL, **form), CANCELA)
    assert [status for _, status in log(visitor.portal, with_appointment)] == [
        "AGENDADA",
        "CANCELADA",
        "AGENDADA",
    ]


def test_who_searched_again_is_told_also_without_having_opened_the_appointment(
    visitor: Visitor, other: Visitor, with_appointment: Person
) -> None:
    form = filled(visitor.choose_appointment(with_appointment))
    other.search(CANCELA, with_appointment)
    assert_refused(visitor.send(DETAIL, **form), CANCELA)
    other.open(DETAIL)
    assert visitor.send(DETAIL, **form).path == "/citas/cancela/aviso"


@pytest.mark.parametrize("button", [{}, {"otro": "1"}, {"captcha": "?????"}])
def test_the_code_is_neither_judged_nor_used_up(
    visitor: Visitor,
    other: Visitor,
    with_history: Person,
    with_appointment: Person,
    button: dict[str, str],
) -> None:
    form = filled(visitor.choose_appointment(with_appointment))
    picture = f"/citas/captcha/{form['captcha_id']}.png"
    other.choose_appointment(with_history)
    assert_refused(visitor.send(DETAIL, **form | button), CANCELA)
    assert len(visitor.portal.wrong_captchas) == 0
    assert visitor.client.get(picture).status_code == 200


def test_two_slots_of_one_person_do_not_mix(visitor: Visitor, other: Visitor, anna: Person) -> None:
    first = filled(visitor.search(NUEVA, anna).open(WANTED))
    second = filled(other.open(OTHER))
    assert_refused(visitor.send(OTHER, **first), NUEVA)
    assert_refused(other.send(WANTED, **second), NUEVA)
    assert visitor.send(WANTED, **first).facts["Horario"] == "10:00-10:15 hrs"
    assert other.send(OTHER, **second).texts("h1") == ["Ya tienes una cita agendada"]
    assert len(log(visitor.portal, anna)) == 1


@pytest.mark.parametrize("forged", [None, "", "0" * 64, "ñ\0", "\ud800"], ids=ascii)
def test_without_the_true_check_nothing_is_done(
    visitor: Visitor, anna: Person, with_appointment: Person, forged: str | None
) -> None:
    cancel = filled(visitor.choose_appointment(with_appointment))
    book = filled(visitor.search(NUEVA, anna).open(WANTED))
    for address, form in ((DETAIL, cancel), (WANTED, book)):
        del form[shown.FIELD]
        sent = form if forged is None else form | {shown.FIELD: forged}
        data = {name: text.encode(errors="replace") for name, text in sent.items()}
        assert visitor.client.post(address, data=data).status_code == 409
    assert log(visitor.portal, anna, with_appointment) == [("UC3QK2", "AGENDADA")]


def test_another_visits_check_is_worth_nothing(visitor: Visitor, with_appointment: Person) -> None:
    elsewhere = Visitor(visitor.client.application.test_client(), visitor.portal)
    check = elsewhere.choose_appointment(with_appointment).value(shown.FIELD)
    visitor.choose_appointment(with_appointment).cancel(**{shown.FIELD: check})
    assert_refused(visitor, CANCELA)


def test_how_long_a_refusal_takes_tells_nothing(
    visitor: Visitor, with_appointment: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def compare(sent: bytes, expected: bytes) -> bool:
        compared.append((sent, expected))
        return sent == expected

    check = visitor.choose_appointment(with_appointment).value(shown.FIELD).encode()
    monkeypatch.setattr(hmac, "compare_digest", compare)
    visitor.cancel(**{shown.FIELD: "wrong"})
    assert (b"wrong", check) in compared
