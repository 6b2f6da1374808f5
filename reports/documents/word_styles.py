"""The styles that `word_template.py` begins with, in the words of Word's own XML.

Lengths are twentieths of a point, lines eighths, sizes of type points.
"""

from collections.abc import Iterator

from docx.oxml.ns import nsdecls

INK, SOFT, LINE, BRAND, MARK = "22262A", "565E66", "D8D3C9", "7A1532", "0057C8"
NOTE, NOTE_LINE, NOTICE, DRAFT, DRAFT_LINE = "F3EAD8", "A9791C", "F9EEF1", "F9D7D9", "8A0F22"
TEXT_WIDTH = 9746
STEPS, BULLETS, NOTE_BULLETS, NOTICE_BULLETS = 1, 2, 3, 4  # the numbers of the lists
_STEP, _BULLET, _NOTE = 680, 320, 900  # how far they stand to the right


def _words(points: float, color: str, *, bold: bool = False) -> str:
    half = round(points * 2)
    size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return f'{"<w:b/>" if bold else ""}<w:color w:val="{color}"/>{size}'


def _gap(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _line(side: str, color: str, width: int, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{color}"/>'


def _top(color: str, width: int, space: int) -> str:
    return f"<w:pBdr>{_line('top', color, width, space)}</w:pBdr>"


def _box(color: str, fill: str, thick: int, thin: str) -> str:
    """Return a box with a ground: a thick line on its left, and thin ones in another colour."""
    sides = (
        _line("top", thin, 4, 6),
        _line("left", color, thick, 8),
        _line("bottom", thin, 4, 6),
        _line("right", thin, 4, 8),
    )
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>{_ground(fill)}"


def _ground(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _tab(side: str, place: int) -> str:
    return f'<w:tabs><w:tab w:val="{side}" w:pos="{place}"/></w:tabs>'


_NEXT, _WHOLE, _TOP = "<w:keepNext/>", "<w:keepLines/>", '<w:outlineLvl w:val="0"/>'
_CALM = _words(9.5, SOFT)

# Name, name of the style it is based on, how a paragraph stands, how its words look. The parts of
# how it stands have an order: what it is kept with, list, lines, tabs, gaps, indents, level.
_PARAGRAPHS: tuple[tuple[str, str, str, str], ...] = (
    ("Sistema", "Normal", _NEXT + _top(BRAND, 48, 24) + _gap(480, 120),
     _words(12, BRAND, bold=True)),
    ("Title", "Normal", _NEXT + _WHOLE + _gap(0, 120), _words(30, INK, bold=True)),
    ("Subtitle", "Normal", _NEXT + _gap(0, 360), _words(14, SOFT)),
    ("Dato", "Normal", _tab("left", 2835) + _gap(0, 60) + _indent(2835, 2835), ""),
    ("Borrador", "Normal", _box(DRAFT_LINE, DRAFT, 48, DRAFT_LINE) + _gap(300, 240)
     + _indent(200, right=200), _words(11, DRAFT_LINE, bold=True)),
    ("heading 1", "Normal", _NEXT + _WHOLE + _gap(400, 140) + _TOP, _words(16, INK, bold=True)),
    ("Aviso", "Normal", _WHOLE + _box(BRAND, NOTICE, 48, BRAND) + _gap(60, 120)
     + _indent(200, right=200), ""),
    ("Aviso con viñetas", "Aviso", _list(NOTICE_BULLETS)
     + _indent(200 + _BULLET, _BULLET, 200), ""),
    ("List Number", "Normal", _WHOLE + _list(STEPS) + _top(LINE, 4, 10) + _gap(320, 120)
     + _indent(_STEP, _STEP), ""),
    ("List Continue", "Normal", _WHOLE + _gap(0, 120) + _indent(_STEP), ""),
    ("List Bullet", "Normal", _list(BULLETS) + _gap(0, 80) + _indent(_BULLET, _BULLET), ""),
    ("List Bullet 2", "Normal", _WHOLE + _list(BULLETS, 1) + _gap(0, 80)
     + _indent(_STEP + _BULLET, _BULLET), ""),
    ("List Bullet 3", "Normal", _WHOLE + _list(BULLETS, 2) + _gap(0, 80)
     + _indent(_STEP + 2 * _BULLET, _BULLET), ""),
    ("Nota", "Normal", _WHOLE
     + _box(NOTE_LINE, NOTE, 36, NOTE) + _gap(200, 200) + _indent(_NOTE, right=170), ""),
    ("Nota con viñetas", "Nota", _list(NOTE_BULLETS)
     + _indent(_NOTE + _BULLET, _BULLET, 170), ""),
    ("Imagen", "Normal", _NEXT + _gap(160, 60) + _indent(_STEP), ""),
    ("caption", "Normal", _WHOLE + _gap(0, 160) + _indent(_STEP), _CALM),
    ("Colofón", "Normal", _top(LINE, 4, 8) + _gap(480, 0), _CALM),
    ("header", "Normal", _tab("right", TEXT_WIDTH) + _gap(0, 0), _words(8.5, BRAND, bold=True)),
    ("footer", "Normal", _tab("right", TEXT_WIDTH) + _gap(0, 0), _words(8.5, SOFT)),
)  # fmt: skip
_CHARACTERS = (
    ("Strong", "<w:b/>"),
    ("Emphasis", "<w:i/>"),
    ("Hyperlink", f'<w:color w:val="{BRAND}"/><w:u w:val="single"/>'),
    ("Marca", f'<w:b/><w:color w:val="FFFFFF"/>{_ground(MARK)}'),
)
_DEFAULTS = f"""\
<w:docDefaults {nsdecls("w")}>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>
<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>
<w:lang w:val="es-MX" w:eastAsia="es-MX" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr>
<w:spacing w:after="140" w:line="264" w:lineRule="auto"/>
</w:pPr></w:pPrDefault>
</w:docDefaults>
"""


def styles() -> Iterator[str]:
    """Yield the elements of `styles.xml`."""
    yield _DEFAULTS
    yield _style("paragraph", "Normal", "<w:qFormat/>", default=True)
    yield _style("character", "Default Paragraph Font", "<w:semiHidden/>", default=True)
    yield _style("numbering", "No List", "<w:semiHidden/>", default=True)
    for name, base, stands, looks in _PARAGRAPHS:
        rest = f'<w:basedOn w:val="{_id(base)}"/><w:qFormat/><w:pPr>{stands}</w:pPr>'
        yield _style("paragraph", name, f"{rest}<w:rPr>{looks}</w:rPr>")
    for name, looks in _CHARACTERS:
        yield _style("character", name, f"<w:qFormat/><w:rPr>{looks}</w:rPr>")


def numbering() -> Iterator[str]:
    """Yield the elements of `numbering.xml`: the steps, and the bullets of each place."""
    yield _abstract(STEPS, [_level("decimal", "List Number", "%1", _words(15, BRAND, bold=True))])
    bullets = {
        BULLETS: ("List Bullet", "List Bullet 2", "List Bullet 3"),
        NOTE_BULLETS: ("Nota con viñetas",),
        NOTICE_BULLETS: ("Aviso con viñetas",),
    }
    dot = f'<w:color w:val="{BRAND}"/>'
    for number, names in bullets.items():
        yield _abstract(number, [_level("bullet", name, "•", dot) for name in names])
    for number in (STEPS, *bullets):
        abstract = f'<w:abstractNumId w:val="{number}"/>'
        yield f'<w:num {nsdecls("w")} w:numId="{number}">{abstract}</w:num>'


def _style(kind: str, name: str, rest: str, *, default: bool = False) -> str:
    marks = f'w:type="{kind}" w:styleId="{_id(name)}"' + (' w:default="1"' if default else "")
    return f'<w:style {nsdecls("w")} {marks}><w:name w:val="{name}"/>{rest}</w:style>'


def _id(name: str) -> str:
    plain = name.translate(str.maketrans("óñ", "on"))
    return "".join(word[0].upper() + word[1:] for word in plain.split())


def _level(kind: str, style: str, text: str, looks: str) -> str:
    return (
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{_id(style)}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:rPr>{looks}</w:rPr>'
    )


def _abstract(number: int, levels: list[str]) -> str:
    told = "".join(f'<w:lvl w:ilvl="{place}">{level}</w:lvl>' for place, level in enumerate(levels))
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}{told}</w:abstractNum>'
