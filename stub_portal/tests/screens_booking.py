"""The states of Nueva cita after the search."""

from datetime import date

from stub_portal.domain.people import Person
from stub_portal.tests.booking import DAYS, SLOT, WANTED, confirm, fill
from stub_portal.tests.screens_search import LONG
from stub_portal.tests.state import ANNA, BERT, WITH_APPOINTMENT, Scene, add, searching
from stub_portal.tests.visitor import Visitor

SOON = f"{DAYS}/2024-01-26/1000/02"
NUEVA = "/citas/nueva"


def chosen(visitor: Visitor, address: str = WANTED, person: Person = ANNA) -> Visitor:
    """Look somebody up and go on from there."""
    return visitor.search(NUEVA, person).open(address)


def full_days(scene: Scene, visitor: Visitor) -> None:
    """Show a day without a slot left and one with a single one."""
    fill(scene.portal, date(2024, 1, 29), 72)
    fill(scene.portal, date(2024, 1, 31), 71)
    chosen(visitor, DAYS)


def no_day(scene: Scene, visitor: Visitor) -> None:
    """Show that nothing can be booked at all."""
    for one in scene.portal.days():
        scene.portal.close_office(one.day)
    chosen(visitor, DAYS)


def day_gone(scene: Scene, visitor: Visitor) -> None:
    """Choose a day that has been closed meanwhile."""
    scene.portal.close_office(date(2024, 1, 31))
    chosen(visitor, f"{DAYS}/2024-01-31")


def slot_gone(scene: Scene, visitor: Visitor) -> None:
    """Confirm a slot that somebody else has taken meanwhile."""
    chosen(visitor)
    scene.portal.book(BERT, SLOT)
    confirm(visitor)


def another_window(_: Scene, visitor: Visitor) -> None:
    """Book in one window after somebody else was looked up in another."""
    form = chosen(visitor).carried()
    visitor.search(NUEVA, BERT).send(WANTED, **form)


def long_name(scene: Scene, visitor: Visitor) -> None:
    """Show the data of somebody whose name does not end."""
    scene.portal.add_person(LONG)
    chosen(visitor, person=LONG)


add("nueva: days", searching(NUEVA, ANNA))
add("nueva: days, some full", full_days)
add("nueva: no day", no_day)
add("nueva: day gone", day_gone)
add("nueva: slots", lambda _, visitor: chosen(visitor, f"{DAYS}/2024-01-31"))
add("nueva: slot gone", slot_gone)
add("nueva: confirm", lambda _, visitor: chosen(visitor))
add("nueva: confirm, long name", long_name)
add("nueva: confirm, short notice", lambda _, visitor: chosen(visitor, SOON))
add("nueva: confirm, no code", lambda _, visitor: confirm(chosen(visitor), captcha=""))
add("nueva: confirm, wrong code", lambda _, visitor: confirm(chosen(visitor), captcha="?????"))
add("nueva: confirm, long code", lambda _, visitor: confirm(chosen(visitor), captcha="?" * 21))
add("nueva: confirm, another code", lambda _, visitor: confirm(chosen(visitor), otro="1"))
add("nueva: has one already", searching(NUEVA, WITH_APPOINTMENT))
add("nueva: another window", another_window)
add("nueva: done", lambda _, visitor: confirm(chosen(visitor)))
add("nueva: done, short notice", lambda _, visitor: confirm(chosen(visitor, SOON), SOON))
add(
    "nueva: done, a plea",
    lambda _, visitor: confirm(chosen(visitor)),
    settings={"notice": "warning"},
)
add(
    "nueva: done, short notice and a plea",
    lambda _, visitor: confirm(chosen(visitor, SOON), SOON),
    settings={"notice": "warning"},
)
