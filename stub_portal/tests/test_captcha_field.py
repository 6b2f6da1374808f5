"""A code that was right once is no guess when it comes again, and does nothing either."""

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.booking import WANTED, confirm
from stub_portal.tests.visitor import StillClock, Visitor

DONE = "/citas/cancela/aviso"
WRONG = "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."


def test_a_form_sent_again_and_again_is_no_guess(
    visitor: Visitor, portal: Portal, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    captcha = {"captcha_id": visitor.value("captcha_id"), "captcha": portal.last_captcha_answer()}
    visitor.cancel(motivo="", **captcha)
    assert WRONG not in visitor.text
    for _ in range(11):
        visitor.cancel(**captcha)
        assert (visitor.page.status_code, WRONG in visitor.text) == (422, True)
    assert len(portal.wrong_captchas) == 0
    assert len(portal.bitacora(with_appointment)) == 1
    assert visitor.cancel().path == "/citas/cancela/aviso"


def test_nor_is_one_for_another_appointment(chooser: Visitor, portal: Portal, anna: Person) -> None:
    other = WANTED.replace("1000", "1100")
    form = chooser.open(other).carried()
    chooser.open(WANTED)
    captcha = {"captcha_id": chooser.value("captcha_id"), "captcha": portal.last_captcha_answer()}
    confirm(chooser, **captcha)
    booked = portal.bitacora(anna)
    chooser.send(other, **form | captcha)
    assert chooser.texts("h1") == ["Ya tienes una cita agendada"]
    assert (chooser.page.status_code, len(portal.wrong_captchas)) == (409, 0)
    assert portal.bitacora(anna) == booked


def test_blanks_make_a_right_code_too_long_as_well(
    visitor: Visitor, portal: Portal, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    picture = f"/citas/captcha/{visitor.value('captcha_id')}.png"
    visitor.cancel(captcha=f"{portal.last_captcha_answer():<21}")
    assert visitor.errors == ["El campo «Código captcha» acepta hasta 20 letras."]
    assert visitor.client.get(picture).status_code == 404  # used up, like any other
    assert len(portal.bitacora(with_appointment)) == 1
    assert visitor.cancel(captcha=f"{portal.last_captcha_answer():<20}").path == DONE


def test_a_wrong_code_stays_a_guess_however_often_it_comes(
    visitor: Visitor, portal: Portal, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    captcha = visitor.value("captcha_id")
    for _ in range(10):
        assert visitor.cancel(captcha_id=captcha, captcha="?????").page.status_code == 422
    assert visitor.cancel().page.status_code == 429
    assert len(portal.bitacora(with_appointment)) == 1


def test_what_was_right_is_a_guess_once_it_expired(
    visitor: Visitor, portal: Portal, clock: StillClock, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    captcha = {"captcha_id": visitor.value("captcha_id"), "captcha": portal.last_captcha_answer()}
    visitor.cancel(motivo="", **captcha)
    clock.set("2024-01-25 09:10")
    visitor.cancel(**captcha)
    assert (WRONG in visitor.text, len(portal.wrong_captchas)) == (True, 2)  # visit and address
