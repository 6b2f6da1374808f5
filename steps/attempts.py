"""Searches that should find nobody: many in one scenario, and all that is wrong told at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from steps.changes import changed
from steps.person import Person
from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.search_form import SearchForm, data_of
from steps.sight import NotAsTheGuideSaysError


@dataclass(frozen=True)
class Variant:
    """A person's data with one change in some fields, and the errors that it should meet."""

    labels: tuple[str, ...]
    change: str
    errors: tuple[str, ...] = ()

    def of(self, person: Person) -> dict[str, str]:
        """Return what is typed, by the fields' labels."""
        data = data_of(person)
        return data | {label: changed(data[label], self.change) for label in self.labels}

    def __str__(self) -> str:
        return f"con «{self.change}» en {', '.join(f'«{label}»' for label in self.labels)}"


@dataclass(frozen=True)
class Attempt:
    """A search and what came of it.

    `errors` is what the screen lists as wrong; `page` all that it says, without what its fields
    hold; `kept` what they hold, by their labels. One that was not `refused` has no such fields.
    """

    variant: Variant
    typed: Mapping[str, str]
    errors: tuple[str, ...]
    page: str
    kept: Mapping[str, str]
    refused: bool = True


def search_each(
    reader: Reader, address: str, person: Person, variants: Sequence[Variant]
) -> list[Attempt]:
    """Search with one variant after the other, as long as the portal finds nobody."""
    made: list[Attempt] = []
    for variant in variants:
        if all(one.refused for one in made):
            made.append(attempt(reader, address, person, variant))
    return made


def attempt(reader: Reader, address: str, person: Person, variant: Variant) -> Attempt:
    """Open the form anew, so that no answer is taken for the next one's, and search."""
    form, typed = SearchForm(reader), variant.of(person)
    reader.open(address)
    form.type_all(typed)
    reader.follow(clickable(reader.page, "Buscar"))
    try:
        errors = form.errors(f"el error que se espera {variant}")
    except NotAsTheGuideSaysError as nothing_wrong:
        return Attempt(variant, typed, (str(nothing_wrong),), form.words(), {}, refused=False)
    return Attempt(variant, typed, errors, form.words(), form.values())


def check_each(
    attempts: Sequence[Attempt], expected_and_seen: Callable[[Attempt], tuple[object, object]]
) -> None:
    """Check that in every attempt what is expected is what is seen."""
    pairs = [(one.variant, *expected_and_seen(one)) for one in attempts]
    wrong = [
        f"{variant} se esperaba {expected!r} y se ve {seen!r}"
        for variant, expected, seen in pairs
        if expected != seen
    ]
    if wrong:
        raise NotAsTheGuideSaysError("; ".join(wrong))
