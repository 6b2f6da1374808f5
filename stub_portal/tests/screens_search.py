"""The states of the form that looks somebody up, and of the Bitácora that it leads to."""

from dataclasses import replace
from datetime import timedelta

from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Reason
from stub_portal.domain.slots import Slot
from stub_portal.seed import OFFICE
from stub_portal.tests.screens_public import open_menu
from stub_portal.tests.state import ANNA, WITH_HISTORY, Scene, add, at, searching
from stub_portal.tests.visitor import Visitor, local

FORMS = {"nueva": "/citas/nueva", "bitacora": "/citas/bitacora", "cancela": "/citas/cancela"}
NOTHING = dict.fromkeys(("identidad", "nombres", "primer_apellido", "segundo_apellido"), "")
# A name as long as the form lets anybody type it, in one word.
LONG = replace(ANNA, id="larga", curp="C" * 18, rfc="R" * 13, names="Maximiliana" * 9)


def long_history(scene: Scene, visitor: Visitor) -> None:
    """Show what many appointments left behind."""
    for number in range(12):
        start = local("2023-11-01 09:00") + timedelta(days=number)
        slot = Slot(office=OFFICE, window="01", start=start)
        key, before = f"LARGA{number:02}", start - timedelta(days=9)
        booked = AppointmentBooked(key=key, slot=slot, registered_at=before)
        given_back = AppointmentCancelled(
            key=key, requester="Anna", reason=Reason.OTHER, registered_at=before
        )
        scene.portal.record(ANNA, booked, given_back)
    visitor.search("/citas/bitacora", ANNA)


for name, address in FORMS.items():
    add(f"{name}: form", at(address))
    add(f"{name}: all missing", searching(address, ANNA, **NOTHING))
    add(f"{name}: nobody found", searching(address, ANNA, nombres="Nadie"))

BITACORA = FORMS["bitacora"]
add("bitacora: form with the menu open", at(BITACORA), then=open_menu)
add("bitacora: one missing", searching(BITACORA, ANNA, nombres=""))
add("bitacora: a stray blank", searching(BITACORA, ANNA, segundo_apellido=" Soto"))
add("bitacora: every blank", searching(BITACORA, ANNA, nombres=" \tA\u00a0B\u200b  C\u2003D "))
add("bitacora: too long", searching(BITACORA, ANNA, primer_apellido="Ramírez" * 20))
add(
    "bitacora: much wrong with every field",
    searching(BITACORA, ANNA, **dict.fromkeys(NOTHING, f" {'Ramírez' * 20} ")),
)
add("bitacora: listing", searching(BITACORA, WITH_HISTORY))
add("bitacora: listing with the menu open", searching(BITACORA, WITH_HISTORY), then=open_menu)
add("bitacora: nothing registered", searching(BITACORA, ANNA))
add("bitacora: long listing", long_history)
