"""The states of Reimprime cita, and of the other screens from which the sheet can be had."""

from collections.abc import Callable
from dataclasses import replace

from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.slots import Slot
from stub_portal.seed import OFFICE
from stub_portal.tests.booking import DAYS, confirm
from stub_portal.tests.state import ANNA, WITH_HISTORY, Scene, add, at
from stub_portal.tests.visitor import Visitor, local

REPRINT = "/citas/reimprime"
TOO_LONG = "MontemayorEtchegaray" * 6
LONG = replace(ANNA, id="larga-2", curp="L" * 18, rfc="L" * 13, names="Maximiliana" * 9)


def asking(identity: str, key: str) -> Callable[[Scene, Visitor], object]:
    """Return the way to what the form leads to."""
    return lambda _, visitor: visitor.send(REPRINT, identidad=identity, clave=key)


def long_name(scene: Scene, visitor: Visitor) -> None:
    """Show the appointment of somebody whose name does not end."""
    slot = Slot(office=OFFICE, window="03", start=local("2024-01-31 10:00"))
    booked = AppointmentBooked(key="LARGA1", slot=slot, registered_at=scene.portal.now())
    scene.portal.add_person(LONG)
    scene.portal.record(LONG, booked)
    asking(LONG.curp, "LARGA1")(scene, visitor)


def over(scene: Scene, visitor: Visitor) -> None:
    """Ask for the sheet of an appointment that has begun."""
    scene.clock.set("2024-01-30 13:30")
    asking(WITH_HISTORY.curp, "CC3QZ8")(scene, visitor)


def listing_when_over(scene: Scene, visitor: Visitor) -> None:
    """Open the Bitácora after the last appointment has begun: there is no sheet to be had."""
    scene.clock.set("2024-01-30 13:30")
    visitor.search("/citas/bitacora", WITH_HISTORY)


def notice_when_over(scene: Scene, visitor: Visitor) -> None:
    """Come back to the notice of a new appointment when that has begun."""
    soon = f"{DAYS}/2024-01-25/0915/02"
    confirm(visitor.search("/citas/nueva", ANNA).open(soon), soon)
    scene.clock.set("2024-01-25 09:15")
    visitor.open("/citas/nueva/aviso")


add("reimprime: form", at(REPRINT))
add("reimprime: nothing typed", asking("", ""))
add("reimprime: too much typed", asking(f" {TOO_LONG}", f"{TOO_LONG} "))
add("reimprime: not found", asking(WITH_HISTORY.curp, "UC3QK2"))
add("reimprime: found", asking(WITH_HISTORY.rfc, "CC3QZ8"))
add("reimprime: found, long name", long_name)
add("reimprime: cancelled", asking(WITH_HISTORY.curp, "Z8YP3Q"))
add("reimprime: over", over)
add("bitacora: listing, over", listing_when_over)
add("nueva: done, over", notice_when_over)
