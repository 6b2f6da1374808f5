"""Which orders a sentence gives, and whether Gherkin sentences take them."""

import pytest

from reports.coverage.orders import Order, orders
from reports.coverage.takers import is_taken, taker
from reports.coverage.verbs import BY_INFINITIVE, BY_ORDER, Kind
from reports.guides.content import Paragraph
from reports.guides.markdown import parse_parts
from reports.guides.sentences import sentences
from reports.record import ScenarioRecord, StepRecord


def orders_of(source: str) -> tuple[Order, ...]:
    """Return the orders of the last sentence of a paragraph."""
    _, [paragraph] = parse_parts(source, {})
    assert isinstance(paragraph, Paragraph)
    return orders(sentences((paragraph,))[-1])


def told(source: str) -> list[str]:
    return [("no " if one.denied else "") + one.verb.order for one in orders_of(source)]


@pytest.mark.parametrize(
    ("source", "verbs"),
    [
        ("Elija **Citas** y oprima **Buscar**.", ["elija", "oprima"]),
        ("Busque {a}, después abra el menú y, al final, elija **A**.", ["busque", "abra", "elija"]),
        ("En **A**, elija **B**.", ["elija"]),
        ("Cuando termine, oprima **A**.", ["oprima"]),
        ("Si no la tiene, llámeles o búsquela.", ["llame", "busque"]),
        ("Cópiela, ábralo, descárguelas y elíjase.", ["copie", "abra", "descargue", "elija"]),
        ("También puede escribir la dirección.", ["escriba"]),
        ("Podrá volver a descargarla.", ["descargue"]),
        ("Debe oprimir **A**.", ["oprima"]),
        ("Se debe apuntar la clave.", ["apunte"]),
        ("Hay que elegir **A** y tiene que oprimir **B**.", ["elija", "oprima"]),
        ("Debe arrastrarlo.", ["arrastre"]),
        ("Debe zarandear el ratón.", ["zarandear"]),
        ("Vuelva a oprimir **A**.", ["oprima"]),
        ("No oprima **A**.", ["no oprima"]),
        ("Nunca lo cierre y no la abra.", ["no cierre", "no abra"]),
        ("No debe oprimir **A**.", ["no oprima"]),
        ("Zarandee **A**.", ["zarandee"]),
        ("Después, zarandéelo.", ["zarandeelo"]),
        ("Importante. Zarandee **A**.", ["zarandee"]),
        ("Abra Google Chrome y oprima **A**.", ["abra", "oprima"]),
    ],
)
def test_orders(source: str, verbs: list[str]) -> None:
    assert told(source.replace("{a}", "algo")) == verbs


@pytest.mark.parametrize(
    "source",
    [
        "Debajo debe leerse la dirección **A**.",
        "El campo debe tener seis letras.",
        "Solo se puede cancelar con tiempo.",
        "Si el sistema no le permite cancelar, no puede cancelar.",
        "La cita que elija, cuando oprima **A** y como escriba el nombre, cuenta.",
        "El cierre, la firma y su marque no son órdenes.",
        "Sirve para que la abra y la lea.",
        "Una cita cuya fecha siga vigente.",
        "La cita que puede cancelar es la que debe apuntar.",
        "Dice «Oprima aquí y elija».",
        "Dice **Oprima y elija**.",
        "Aparece con su **Fecha**.",
        "Es la última, entre **A** y **B**.",
        "Puede hacerlo en el mismo sistema.",
        "Ya puede cerrarse.",
        "Quedará agendada.",
        "Ver las citas y apuntar la clave.",
    ],
)
def test_what_is_no_order(source: str) -> None:
    assert told(source) == []


def test_what_an_order_is_to_be_done_with() -> None:
    first, second = orders_of("En **A**, elija **B**, **C** y **D**, entre **E**, y oprima **F**.")
    assert (first.texts, first.objects) == (("A", "B", "C", "D", "E"), ("B", "C", "D"))
    assert (second.texts, second.objects) == (("F",), ("F",))


def test_what_comes_after_a_colon_is_not_what_an_order_names() -> None:
    [order] = orders_of("Después, elija su cita: la fecha es esta.")
    assert order.words == {"cita"}
    assert order.told == "elija su cita"


def test_a_pronoun_stands_for_what_was_named_before() -> None:
    assert "direccion" in orders_of("Escriba la dirección. Cópiela con cuidado.")[0].words
    assert "direccion" not in orders_of("Escriba la dirección. Copie con cuidado.")[0].words
    assert "direccion" not in orders_of("Es la dirección. Cópiela en **A**.")[0].words


def test_opening_the_browser_needs_no_sentence() -> None:
    assert orders_of("Abra Google Chrome.")[0].verb.kind is Kind.MINDS
    assert orders_of("Abra el navegador.")[0].verb.kind is Kind.MINDS
    assert orders_of("Abra Google Chrome y el menú.")[0].verb.kind is Kind.ACTS
    assert orders_of("Abra el menú de Google Chrome.")[0].verb.kind is Kind.ACTS
    assert orders_of("Abra.")[0].verb.kind is Kind.ACTS


def test_every_verb_has_what_its_kind_needs() -> None:
    assert len(BY_ORDER) == len(BY_INFINITIVE)
    for verb in BY_ORDER.values():
        assert bool(verb.takers) == (verb.kind in {Kind.ACTS, Kind.SAYS_IT_ALL, Kind.LOOKS})


STEP = (
    ("when", 'escribe sus datos en "Nombre*"'),
    ("when", 'elige la opción "Agendar cita"'),
    ("when", "elige la cita del 30/01/2024"),
    ("when", 'oprime "Buscar"'),
    ("when", "cancela la cita"),
    ("then", 've el aviso "Listo"'),
    ("then", "la hoja trae la clave que apuntó"),
    ("then", 'en el 30/01/2024 dice "Sin lugares"'),
)
SEEN = frozenset({"Agendar cita", "Buscar", "Listo", "Fecha", "Horario", "Regresar", "Segundo"})
TOUCHED = frozenset({"«Buscar»", "el campo «Segundo»"})


def are_taken(source: str) -> list[bool]:
    scenario = ScenarioRecord("a.feature", "A", "a", [], main=True)
    steps = (StepRecord(kind, "Y", text, 1, 1, "passed") for kind, text in STEP)
    takers = [taker(scenario, step) for step in steps]
    return [is_taken(one, takers, seen=SEEN, touched=TOUCHED) for one in orders_of(source)]


@pytest.mark.parametrize(
    "source",
    [
        "Elija **Agendar cita**.",
        "En **Fecha**, elija **Agendar cita**.",
        "Oprima **Buscar** y elija su cita.",
        "Escriba su nombre en **Nombre\\***, y lo demás en **Segundo**.",  # one quoted, one touched
        "Llene todos los campos.",
        "Cancele con tiempo.",
        "Espere el aviso **Listo**.",
        "Compruebe que la hoja trae su clave.",
        "Compruebe la **Fecha** y el **Horario**.",
        "Elija otra.",
        "Si dice **Sin lugares**, elija otra.",
        "Busque **Agendar cita**.",
    ],
)
def test_an_order_that_is_taken(source: str) -> None:
    assert all(are_taken(source))


@pytest.mark.parametrize(
    "source",
    [
        "Elija **Regresar**.",  # it was seen, but nobody chose it
        "Elija **Otorga tu préstamo**.",
        "Oprima **Buscar** y **Regresar**.",  # the second one nobody did
        "Elija **Agendar cita** en **Otro menú**.",  # one of its texts nobody saw
        "Oprima **Agendar cita**.",  # that was chosen, not pressed
        "Elija un color.",
        "Elija el color que siempre elige.",  # the verb alone says nothing
        "Si no le gusta la cita, elija un color.",
        "Escriba su color favorito.",
        "Compruebe que el color le gusta.",
        "Compruebe el **Precio**.",
        "Espere el **Precio** y la **Fecha**.",
        "Descargue la hoja.",
        "Arrastre **Agendar cita**.",
        "Zarandee **Agendar cita**.",
        "No oprima **Buscar**.",
        "No debe elegir **Agendar cita**.",
        "Cancele **Regresar**.",
        "Llene **Regresar**.",
        "Elija el color: la cita **Fecha**.",
        "Es una cita. Elija un color.",
    ],
)
def test_an_order_that_nobody_takes(source: str) -> None:
    assert are_taken(source)
    assert not any(are_taken(source))


def test_each_order_is_taken_or_not_by_itself() -> None:
    assert are_taken("Elija **Agendar cita** y arrastre **Buscar**.") == [True, False]
    assert are_taken("Oprima **Regresar** y elija su cita.") == [False, True]
