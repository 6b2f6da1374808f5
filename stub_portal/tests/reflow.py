"""What does not fit: text that is cut, covered or off the screen, and what cannot be clicked."""

from playwright.sync_api import Page

AS_IT_IS = "null"
# As far apart as WCAG 1.4.12 has it. By a constructed sheet: the portal allows no inline style.
# A browser's own list is left as it is: no page can have it wrap what is chosen.
SPACED_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        :not(select, option) { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
}"""

_MISFITS = """() => {
    const misfits = [];
    const root = document.documentElement;
    const say = (what, node) => {
        const text = (node.textContent || node.outerHTML).trim().replace(/\\s+/g, " ");
        misfits.push(`${what}: ${text.slice(0, 60)}`);
    };
    if (root.scrollWidth > root.clientWidth)
        misfits.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} px`);

    // The headings of a table that became cards are there for screen readers alone, and the skip
    // link until it has the focus; a menu and what sticks to an edge cover what is behind them.
    const all = [...document.body.querySelectorAll("*")];
    const style = new Map(all.map((one) => [one, getComputedStyle(one)]));
    const apart = all.filter((one) =>
        style.get(one).clipPath !== "none" || one.matches(".skip:not(:focus)"));
    const unseen = (one) => !one.checkVisibility() || apart.some((other) => other.contains(one));
    const menu = document.querySelector(":popover-open");
    const above = all.filter((one) => one === menu || style.get(one).position === "sticky");
    const layer = (one) => above.find((other) => other.contains(one)) ?? null;

    const elements = all.filter((one) => !unseen(one));
    for (const one of elements) {
        if (one.matches("input, audio") || style.get(one).display === "inline") continue;
        if (one.clientWidth && one.scrollWidth > one.clientWidth + 1) say("sticks out", one);
        const hides = style.get(one).overflowY !== "visible";
        if (hides && one.scrollHeight > one.clientHeight + 1) say("is cut off", one);
    }

    // A list that the browser draws by itself cuts off what is too long, and tells nobody.
    const pen = document.createElement("canvas").getContext("2d");
    for (const select of elements.filter((one) => one.matches("select"))) {
        const { appearance, font, paddingLeft, paddingRight } = style.get(select);
        if (appearance === "base-select") continue;
        pen.font = font;
        const arrow = 24, padding = parseFloat(paddingLeft) + parseFloat(paddingRight);
        for (const option of select.options)
            if (pen.measureText(option.text).width > select.clientWidth - padding - arrow)
                say("does not fit its list", option);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || element.closest("option, audio") || unseen(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) lines.push({ node, box, layer: layer(element) });
    }
    const gap = 2;
    for (const { node, box } of lines)
        if (box.left < 0 || box.right > root.clientWidth + 1) say("is off the screen", node);
    lines.forEach(({ node, box, layer }, index) => {
        for (const other of lines.slice(index + 1))
            if (other.node !== node && other.layer === layer
                && box.left + gap < other.box.right && other.box.left + gap < box.right
                && box.top + gap < other.box.bottom && other.box.top + gap < box.bottom)
                say(`covers “${other.node.data.trim().slice(0, 30)}”`, node);
    });

    for (const one of elements.filter((one) => one.matches("a, button, input, select, summary"))) {
        if (one.type === "hidden" || (menu && !menu.contains(one))) continue;
        one.scrollIntoView({ block: "center", behavior: "instant" });
        const box = one.getClientRects()[0];
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        if (!one.contains(hit)) say("cannot be clicked", one);
    }
    return misfits;
}"""


def misfits(page: Page) -> list[str]:
    """Return what does not fit the window, each with the text that it is about."""
    found: list[str] = page.evaluate(_MISFITS)
    return found
