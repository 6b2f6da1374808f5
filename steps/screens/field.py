"""What a person would type into or choose from, found by its label."""

from playwright.sync_api import Locator, Page


def field(page: Page, label: str) -> Locator:
    """Return the field that bears exactly this label."""
    return page.get_by_label(label, exact=True).describe(f"el campo «{label}»")
