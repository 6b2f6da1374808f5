"""The Portal ASISSSTE (both guides, steps 1 to 3)."""

from pytest_bdd import then, when

from steps.reader import Reader
from steps.screens.asisste_portal import AsisstePortal
from steps.sentence import Sentence


@then(Sentence('llega al portal "{title}"'))
def arrives_at_portal(reader: Reader, title: str) -> None:
    AsisstePortal(reader).sees_title(title)


@then(Sentence('ve las pestañas "{first}", "{second}" y "{third}"'))
def sees_tabs(reader: Reader, first: str, second: str, third: str) -> None:
    AsisstePortal(reader).sees_tabs((first, second, third))


@when(Sentence('elige la pestaña "{name}"'))
def chooses_tab(reader: Reader, name: str) -> None:
    AsisstePortal(reader).choose_tab(name)


@then(Sentence('ve en "{heading}" estas opciones:'))
def sees_options(reader: Reader, heading: str, datatable: list[list[str]]) -> None:
    AsisstePortal(reader).sees_options(heading, [name for [name] in datatable])


@when(Sentence('elige la opción "{name}"'))
def chooses_option(reader: Reader, name: str) -> None:
    AsisstePortal(reader).choose_option(name)
