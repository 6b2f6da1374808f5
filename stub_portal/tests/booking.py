"""Booking through the screens, for whoever tests them."""

from datetime import date

from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.slots import Slot
from stub_portal.seed import bystanders
from stub_portal.service import Portal
from stub_portal.tests.visitor import Visitor, local

DAYS = "/citas/nueva/dias"
WANTED = f"{DAYS}/2024-01-31/1000/02"
SLOT = Slot(office="UAPES No. 4", window="02", start=local("2024-01-31 10:00"))
FACTS = {
    "Unidad Administrativa": "UAPES No. 4",
    "Ventanilla": "02",
    "Fecha": "31/01/2024",
    "Horario": "10:00-10:15 hrs",
}


def confirm(visitor: Visitor, address: str = WANTED, **instead: str) -> Visitor:
    """Send the form of the confirmation that the visitor has open, some of it replaced."""
    fields = {"captcha": visitor.portal.last_captcha_answer()} | visitor.carried()
    return visitor.send(address, **fields | instead)


def fill(portal: Portal, day: date, number: int) -> None:
    """Have somebody else hold so many slots of a day."""
    for place, slot in enumerate(portal.free_slots(day)[:number]):
        booked = AppointmentBooked(key=f"{day:%d}{place:04}", slot=slot, registered_at=portal.now())
        portal.record(bystanders()[4], booked)


def days_shown(visitor: Visitor) -> dict[str, str]:
    """Return the days that the page shows, with what it says of each."""
    texts = [text.split() for text in visitor.texts("li")]
    return {words[1]: " ".join(words[2:]) for words in texts if words[-1].startswith("lugar")}
