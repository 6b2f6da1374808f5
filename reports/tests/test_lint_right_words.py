"""Sentences that are right and look wrong, and some that are wrong and look right."""

import pytest

from reports.lint.checks import limits, numbering, orders, sentences, telephones
from reports.tests.lint_samples import Check, project, told

USTED = "1. Elija su cita y escriba su nombre.\n\n"

RIGHT: list[tuple[Check, str]] = [
    (orders.check_address, f"{USTED}2. Si oprime **Regresar**, vuelve."),
    (orders.check_address, f"{USTED}2. Lo que usted escribe se compara letra por letra."),
    (orders.check_address, f"{USTED}2. Cuando elige un día, ve los horarios."),
    (orders.check_address, f"{USTED}2. Mientras escribe, no pasa nada."),
    (orders.check_forms, f"{USTED}2. Si oprime **Regresar**, vuelve."),
    (sentences.check_typos, "1. Los botones **Buscar** y **Regresar** están abajo."),
    (numbering.check_mentions, "1. Siga la guía «Cancelar una cita», pasos 5 a 8."),
    (numbering.check_mentions, "1. Siga la guía «Cancelar una cita» en sus pasos 5, 6 y 8."),
    (telephones.check_numbers, "1. Del 30-01-2024 al 28-02-2024, folio 12345678."),
    (limits.check_limits, "1. Cancele con 48 horas de antelación.\n\n2. Cancele con 2 días antes."),
    (limits.check_limits, "1. Pague 2 días antes.\n\n2. Pague 15 minutos antes."),
]
WRONG: list[tuple[Check, str, str]] = [
    (orders.check_address, f"{USTED}2. Cuando aparezca, oprime Salir.", "2. Cuando|oprime Salir"),
    (orders.check_address, f"{USTED}2. Si quieres, vuelva.", "Si quieres"),
    (sentences.check_typos, "1. Debe Ingresar y **Regresar**.", "Debe Ingresar y «Regresar»"),
    (
        numbering.check_mentions,
        "1. Siga la guía «Cancelar». Luego, los pasos 5 a 8.",
        "pasos 5 a 8",
    ),
    (limits.check_limits, "1. Cancele 36 horas antes.\n\n2. Cancele 2 días antes.", "2 días antes"),
]


@pytest.mark.parametrize(("check", "text"), RIGHT)
def test_what_is_right_is_no_finding(check: Check, text: str) -> None:
    assert told(check, text) == []


@pytest.mark.parametrize(("check", "text", "said"), WRONG)
def test_what_is_wrong_is_one(check: Check, text: str, said: str) -> None:
    (finding,) = told(check, text)
    assert said.rpartition("|")[2] in finding


@pytest.mark.parametrize(
    "number", ["(55) 4000 1001", "55-40-00-10-01", "55 40 00 10 01", "(55)40001001", "55 4000-1001"]
)
def test_a_telephone_is_one_however_it_is_written(number: str) -> None:
    (finding,) = told(telephones.check_numbers, f"1. Llame al 55 4000 1000.\n\n2. O al {number}.")
    assert finding.endswith(f": {number}")


def test_days_are_held_against_the_shared_fact_in_hours() -> None:
    for days, found in ((2, 0), (3, 1)):
        text = f"En Portal BIBLIOTEX.\n\n1. Cancele con {days} días de anticipación."
        assert len(told(limits.check_limits, text, project=project())) == found
