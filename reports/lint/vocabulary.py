"""The words by which checks know what a Spanish sentence does, without accents, in tables."""

import re

# What a reader is told to do, in every form that guides use: infinitive, usted and tú.
_FILL = (
    r"captur(?:ar|e|a)|escrib(?:ir|a|e)|llen(?:ar|e|a)|tecle(?:ar|e|a)|digit(?:ar|e|a)"
    r"|introdu(?:cir|zca|ce)|complet(?:ar|e)|ingres(?:ar|e|a)(?! a\b| al\b| en\b)"
)
_CHOOSE = r"seleccion(?:ar|e|a)|eleg(?:ir)|elij(?:a|e)|elige|escog(?:er|e)|escoja|marc(?:ar|que)"
_PRESS = r"clic|click|oprim(?:ir|a|e)|presion(?:ar|e)|puls(?:ar|e)|apret(?:ar)|apriete|toque|tocar"
_OPEN = (
    r"abr(?:ir|a|e)|entr(?:ar|e) (?:a|al|en)|ingres(?:ar|e|a) (?:a|al|en)|acced(?:er|a)"
    r"|visit(?:ar|e)|despleg(?:ar)|despliegue|descarg(?:ar|ue)"
)
_LOOK = r"identific(?:ar|a)|identifique|ubi(?:car|que)|localizar|localice|observ(?:ar|e)"
_KEEP = r"apunt(?:ar|e)|anot(?:ar|e)|copi(?:ar|e)|guard(?:ar|e)|conserv(?:ar|e)"


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


FILL, CHOOSE, PRESS = _word(_FILL), _word(_CHOOSE), _word(_PRESS)
LOOK, KEEP = _word(_LOOK), _word(_KEEP)
ACT = _word(f"{_FILL}|{_CHOOSE}|{_PRESS}|{_OPEN}")
GO_ON = _word(f"{_CHOOSE}|{_PRESS}|{_OPEN}")
ORDER = _word(f"{_FILL}|{_CHOOSE}|{_PRESS}|{_OPEN}|{_LOOK}|{_KEEP}")

_NOT_ITSELF = "".join(  # «se escribe» is no order, nor is «quien escribe», «si usted escribe»
    rf"(?<!\b{before} )"
    for before in (
        *("se", "que", "quien", "en", "no", "sistema"),
        *("usted", "si", "cuando", "mientras", "donde", "como"),
    )
)

# How an order is given, by its form; the first is what the house writes.
FORMS = {
    "de usted («elija»)": _word(
        r"elija|escriba|oprima|abra|seleccione|capture|ingrese|presione|pulse|llene|busque"
        r"|identifique|ubique|localice|haga|de (?:un )?clic|anote|apunte|compruebe|marque"
    ),
    "de tú («elige»)": re.compile(
        rf"{_NOT_ITSELF}\b(?:elige|escribe|oprime|selecciona|presiona|pulsa|haz|da clic|ingresa)\b"
    ),
    "con «hay que» o «se debe»": _word(
        r"hay que|se (?:debe|debera|deben|tiene que|requiere)|es necesario|es preciso"
    ),
    "con «debe»": re.compile(r"(?<!\bse )\b(?:debe|debera|tiene que|tendra que) \w+[aei]r\b"),
    "en infinitivo («elegir»)": re.compile(
        r"(?:^|\by (?:posteriormente |despues |luego )?|; ?)"
        r"(?:en [^,]{0,40} )?(?:o )?(?:identificar|ingresar|dar clic|seleccionar|elegir|escribir"
        r"|capturar|oprimir|abrir|buscar|llenar|ubicar|localizar|presionar|hacer clic|marcar)\b"
    ),
}

# Who is spoken to.
TU = re.compile(
    r"\b(?:puedes|debes|deberas|quieres|necesitas|podras|haz)\b"
    rf"|{_NOT_ITSELF}\b(?:escribe|elige|ingresa|selecciona|llena|oprime|presiona)\b"
)
USTED = _word(r"usted|debe \w+[aei]r|debera \w+[aei]r|escriba|elija|seleccione|oprima|abra")

# Words that name one and the same thing, of which a guide should keep to one.
SAME_THING = (
    (
        r"la derechohabiente", r"(?:el|del|al) derechohabiente", r"trabajadora? o pensionad[oa]",
        r"quien requiere la cita", r"solicitante", r"beneficiari[oa]", r"usuari[oa]",
        r"interesad[oa]", r"titular",
    ),
    (r"oficina de representacion", r"unidad administrativa", r"sucursal", r"delegacion"),
)  # fmt: skip

# A button that guides forget to name when it stands on a screen by itself.
BUTTON = _word(
    r"regresar|continuar|aceptar|salir|siguiente|enviar|guardar|imprimir|descargar|cerrar|cancelar"
    r"|confirmar|finalizar|terminar|volver|atras|agendar|registrar"
)
# Buttons that any form has: they name no errand of their own.
_FORM_BUTTONS = _word(
    r"buscar|aceptar|regresar|continuar|enviar|guardar|cerrar|salir|siguiente|ingresar|entrar"
    r"|volver|confirmar|imprimir|descargar|consultar resultados"
)
# Words with the ending of an infinitive that are none: «Primer apellido», «Lugar de nacimiento».
_NO_VERBS = _word(
    r"primer|tercer|cualquier|lugar|celular|titular|particular|escolar|familiar|similar|regular"
    r"|mujer|taller|hogar|alquiler|caracter|ayer"
)
_INFINITIVE = re.compile(r"\w{3,}[aei]r\b")
# What comes before the name of a thing that must not be touched: «sin oprimir», «no haga clic en».
_FORBIDDEN = re.compile(
    r"\b(?:no|sin|ni|nunca|jamas|tampoco|evite)"
    r"(?: (?:debe|se|vaya a|necesita|hace falta|es necesario|tiene que|haga|hacer|dar|de|un))*"
    rf" (?:{_CHOOSE}|{_PRESS}|{_OPEN})\b"
    rf"(?: (?!(?:{_CHOOSE}|{_PRESS}|{_OPEN}|sino|pero)\b)[^\s.,;:]+)* ?[\"«“]?$"
)


def begins_with_a_verb(text: str) -> bool:
    """Tell whether a plain text begins with an infinitive ("agendar cita"; not "primer nombre")."""
    return bool(_INFINITIVE.match(text)) and not _NO_VERBS.match(text)


def names_an_errand(text: str) -> bool:
    """Tell whether a plain text begins with what can be done there ("agendar cita")."""
    return " " in text and begins_with_a_verb(text) and not _FORM_BUTTONS.match(text)


def only_forbids(text: str, name: str) -> bool:
    """Tell whether a plain text names a thing only to say that it must not be touched."""
    places = [found.start() for found in re.finditer(re.escape(name), text)]
    return bool(places) and all(_FORBIDDEN.search(text[:place]) for place in places)


# Names of many letters that every reader of such a guide knows.
EVERYBODY_KNOWS = frozenset({"CURP", "RFC", "ISSSTE", "IMSS", "INE", "PDF", "NSS", "SMS", "QR"})

# What a note begins with.
NOTE = re.compile(r"(?:nota|importante|aviso|advertencia|atencion|recuerde|ojo)\b ?[:.]")

# Data that are asked for without saying which.
GENERAL_DATA = _word(r"datos|informacion|campos|formulario")
