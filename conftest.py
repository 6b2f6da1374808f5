"""The plugins of the suite, one a concern: a new file of steps or fixtures is named here."""

pytest_plugins = [
    "fixtures.browser",
    "fixtures.clock",
    "fixtures.portal",
    "fixtures.tags",
    "reports.recorder",
    "steps.reader",
    "steps.appointments",
    "steps.asisste_portal",
    "steps.bitacora",
    "steps.blanks",
    "steps.cancellation",
    "steps.clock",
    "steps.journeys",
    "steps.messages",
    "steps.nueva_cita",
    "steps.people",
    "steps.search_engine",
    "steps.search_form",
]
