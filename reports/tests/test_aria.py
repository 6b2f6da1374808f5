"""ARIA snapshots are read as Playwright writes them."""

import pytest

from reports.pictures.aria import Node, read_aria


def node(role: str, name: str = "", text: str = "", **attributes: str) -> Node:
    return Node(role, name, tuple(attributes.items()), text)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("- main", node("main")),
        ('- button "Buscar"', node("button", "Buscar")),
        ('- textbox "Nombre(s)*": Leonor', node("textbox", "Nombre(s)*", "Leonor")),
        ('- heading "Bitácora" [level=1]', node("heading", "Bitácora", level="1")),
        (
            '- checkbox "Acepto" [checked] [disabled]',
            node("checkbox", "Acepto", checked="true", disabled="true"),
        ),
        ('- button "Ver [1] y [2]"', node("button", "Ver [1] y [2]")),
        ('- paragraph: "* Campos obligatorios"', node("paragraph", "", "* Campos obligatorios")),
        ("- paragraph: https://uno.mx/a: b", node("paragraph", "", "https://uno.mx/a: b")),
        (r'- text: "dice \"no\" \\x41 \x07\t"', node("text", "", 'dice "no" \\x41 \x07\t')),
        ("- 'img \"Código: cinco letras\"'", node("img", "Código: cinco letras")),
        ("- 'img \"L''hora: A\"': Sí", node("img", "L'hora: A", "Sí")),
        (r'- link "Dijo \"hola\""', node("link", 'Dijo "hola"')),
        ("- link /Cita \\d+/", node("link", "/Cita \\d+/")),
        ('- button "Buscar', node("button")),  # half a line
    ],
)
def test_a_line_is_an_element(line: str, meant: Node) -> None:
    assert read_aria(line) == (meant,)


def test_what_is_further_in_belongs_to_what_is_above_it() -> None:
    [main, footer] = read_aria(
        '- main:\n  - list:\n    - listitem: Uno\n    - listitem: Dos\n  - button "Ir"\n'
        "- contentinfo\n"
    )
    assert [child.role for child in main.children] == ["list", "button"]
    assert [child.text for child in main.children[0].children] == ["Uno", "Dos"]
    assert [child.role for child in main.descendants] == ["list", "listitem", "listitem", "button"]
    assert footer == node("contentinfo")


def test_placeholder_and_address_are_attributes_of_their_own_element_only() -> None:
    [form] = read_aria(
        '- form:\n  - textbox "Motivo":\n    - /placeholder: "Di: por qué"\n    - text: Otro\n'
        '  - link "Ir":\n    - /url: /uno\n'
    )
    field, link = form.children
    assert form.attributes == ()
    assert field.attribute("placeholder") == "Di: por qué"
    assert field.children == (node("text", "", "Otro"),)
    assert (link.attribute("url"), link.children) == ("/uno", ())
    assert link.attribute("placeholder") == ""


def test_windows_line_ends_and_blank_lines_say_nothing() -> None:
    assert read_aria('- main:\r\n\r\n  - button "Ir"\r\n') == read_aria('- main:\n  - button "Ir"')
    assert read_aria("") == ()
