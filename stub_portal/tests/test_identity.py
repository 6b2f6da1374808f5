"""CURP and RFC against somebody else's arithmetic, and against published examples."""

from datetime import date

import pytest
from faker import Faker
from stdnum.mx import curp, rfc

from stub_portal.domain.civil_record import CivilRecord
from stub_portal.domain.curp import curp_of
from stub_portal.domain.rfc import rfc_of
from stub_portal.seed import fictitious_record


def record(
    names: str, first: str, second: str = "", born: date = date(1980, 1, 1), state: str = "DF"
) -> CivilRecord:
    return CivilRecord(
        names=names, first_surname=first, second_surname=second, born=born, sex="H", state=state
    )


@pytest.mark.parametrize("seed", range(400))
def test_fictitious_people_have_valid_keys(seed: int) -> None:
    fake = Faker("es_MX")
    fake.seed_instance(seed)
    made_up = fictitious_record(fake)

    assert curp.validate(curp_of(made_up), validate_check_digits=True)
    assert rfc.validate(rfc_of(made_up), validate_check_digits=True)
    assert curp.get_birth_date(curp_of(made_up)) == made_up.born


@pytest.mark.parametrize(
    ("person", "key"),
    [
        # SAT's own example, and the one of the library rfc-facil.
        (record("Emma", "Gómez", "Díaz", date(1956, 12, 31)), "GODE561231GR8"),
        (record("Josué", "Zarzosa", "de la Torre", date(1987, 8, 5)), "ZATJ870805CK6"),
    ],
)
def test_published_rfc(person: CivilRecord, key: str) -> None:
    assert rfc_of(person) == key


@pytest.mark.parametrize(
    ("person", "homoclave"),
    [
        # From the tests of rfc-facil.
        (record("Juan", "Pérez", "García"), "LN"),
        (record("José Antonio", "Del real", "Anzures"), "N9"),
        (record("Juan", "Muñoz", "Ortega"), "T6"),
        (record("Juan", "Muñoz", "Muñoz"), "RZ"),
        (record("Jesús", "Argüelles", "Ortega"), "JF"),
    ],
)
def test_published_homoclave(person: CivilRecord, homoclave: str) -> None:
    assert rfc_of(person)[10:12] == homoclave


@pytest.mark.parametrize(
    ("person", "curp_head", "rfc_head"),
    [
        (record("María Luisa", "Pérez", "Hernández"), "PEHL", "PEHL"),
        (record("Luis Enrique", "Romero", "Palazuelos"), "ROPL", "ROPL"),
        (record("Ma. de los Ángeles", "Moreno", "Sánchez"), "MOSA", "MOSA"),
        (record("Carlos", "Mc Gregor", "López"), "GELC", "GELC"),
        (record("Alberto", "Ñando", "Rodríguez"), "XARA", "ÑARA"),
        (record("Juan", "Martínez"), "MAXJ", "MAJU"),
        (record("Álvaro", "de la O", "Lozano"), "OXLA", "OLAL"),
        (record("Ofelia", "Pedrero", "Domínguez"), "PXDO", "PEDX"),
    ],
)
def test_exceptions_to_the_first_four_letters(
    person: CivilRecord, curp_head: str, rfc_head: str
) -> None:
    assert curp_of(person)[:4] == curp_head
    assert rfc_of(person)[:4] == rfc_head


@pytest.mark.parametrize(
    ("person", "rfc_head"),
    [
        (record("Ana", "O"), "OXAN"),
        (record("O", "Paz"), "PAOX"),
        (record("O", "Li", "Paz"), "LPOX"),
        (record("Ana", "O Farril"), "OXAN"),
        (record("Ana", "San Martín", "Dávalos"), "SADA"),
        (record("Ana", "Li Paz", "Díaz"), "LDAN"),
    ],
)
def test_an_rfc_is_whole_with_words_of_one_letter(person: CivilRecord, rfc_head: str) -> None:
    assert rfc_of(person)[:4] == rfc_head
    assert rfc.validate(rfc_of(person), validate_check_digits=True)


def test_the_17th_character_tells_the_century() -> None:
    assert curp_of(record("Ana", "Ruiz", born=date(1999, 12, 31)))[16] == "0"
    assert curp_of(record("Ana", "Ruiz", born=date(2000, 1, 1)))[16] == "A"
