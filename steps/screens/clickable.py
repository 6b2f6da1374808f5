"""What a person would click, whatever element the portal made it of."""

from playwright.sync_api import Locator, Page


def clickable(within: Page | Locator, name: str) -> Locator:
    """Return the link, button, tab or menu entry that bears exactly this name."""
    found = within.get_by_role("link", name=name, exact=True)
    found = found.or_(within.get_by_role("button", name=name, exact=True))
    found = found.or_(within.get_by_role("tab", name=name, exact=True))
    found = found.or_(within.get_by_role("menuitem", name=name, exact=True))
    return found.describe(f"«{name}»")
