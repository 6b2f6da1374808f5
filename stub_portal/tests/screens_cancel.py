"""The states of Cancela cita after the search."""

from collections.abc import Callable

from playwright.sync_api import Page

from stub_portal.tests.state import ANNA, WITH_APPOINTMENT, Scene, add, searching
from stub_portal.tests.visitor import Visitor

CANCELA = "/citas/cancela"
PLEA = {"notice": "warning"}


def detail(_: Scene, visitor: Visitor) -> Visitor:
    """Look the person up and choose the appointment."""
    return visitor.choose_appointment(WITH_APPOINTMENT)


def cancelling(**instead: str) -> Callable[[Scene, Visitor], object]:
    """Return the way to what cancelling leads to, some of what is typed replaced."""
    return lambda scene, visitor: detail(scene, visitor).cancel(**instead)


def twice(scene: Scene, visitor: Visitor) -> None:
    """Go back to an appointment that is cancelled."""
    detail(scene, visitor).cancel()
    visitor.open("/citas/cancela/detalle")


def short_notice(scene: Scene, visitor: Visitor) -> None:
    """Cancel a second after the right to do so has ended."""
    scene.clock.set("2024-01-29 01:30:00")
    detail(scene, visitor)
    scene.clock.set("2024-01-29 01:30:01")
    visitor.cancel()


def too_late(scene: Scene, visitor: Visitor) -> None:
    """Open the detail when the right to cancel has ended."""
    scene.clock.set("2024-01-29 01:30:01")
    detail(scene, visitor)


def over(scene: Scene, visitor: Visitor) -> None:
    """Cancel an appointment that has begun."""
    scene.clock.set("2024-01-30 13:29")
    detail(scene, visitor)
    scene.clock.set("2024-01-30 13:30")
    visitor.cancel()


def another_window(scene: Scene, visitor: Visitor) -> None:
    """Cancel in one window after somebody else was looked up in another."""
    form = detail(scene, visitor).carried()
    visitor.search(CANCELA, ANNA).send(f"{CANCELA}/detalle", **form)


def listen(page: Page) -> None:
    """Open what lets the code be heard."""
    page.get_by_text("Escuchar el código").click()


add("cancela: found", searching(CANCELA, WITH_APPOINTMENT))
add("cancela: nothing to cancel", searching(CANCELA, ANNA))
add("cancela: detail", detail)
add("cancela: detail, listening", detail, then=listen)
add("cancela: detail, a plea", detail, settings=PLEA)
add("cancela: no requester", cancelling(solicitante=" "))
add("cancela: requester without letters", cancelling(solicitante="1"))
add("cancela: long requester", cancelling(solicitante="a" * 121))
add("cancela: no reason", cancelling(motivo=""))
add("cancela: no code", cancelling(captcha=""))
add("cancela: wrong code", cancelling(captcha="?????"))
add("cancela: all wrong", cancelling(solicitante="", motivo="", captcha=""))
add("cancela: another code", cancelling(otro="1"))
add("cancela: cancelled before", twice)
add("cancela: short notice", short_notice)
add("cancela: over", over)
add("cancela: another window", another_window)
add("cancela: done", cancelling())
add("cancela: done, short notice", short_notice, settings=PLEA)
add("cancela: detail, too late", too_late)
add("cancela: detail, late and a plea", too_late, settings=PLEA)
