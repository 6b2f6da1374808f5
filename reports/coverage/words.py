"""Spanish words that tell an order from what is none, all plain: small letters without accents."""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W\d_]{3,}")


def plain(word: str) -> str:
    """Return a word in small letters and without accents: «Ábrala» → "abrala"."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that say what it speaks of, plain and in the singular."""
    words = (plain(word) for word in _LETTERS.findall(text))
    return frozenset(word.rstrip("s") for word in words if word not in EMPTY_WORDS)


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


# What may stand before an order that opens a sentence.
LEADS = _words("""
    después luego entonces primero también ahí aquí enseguida finalmente ya
    muy importante nota aviso atención consejo ejemplo ojo cuidado
""")
# What makes «la cita que elija» or «cuando termine» no order.
SUBORDINATES = _words("que cuyo cuya cuyos cuyas cuando donde como quien quienes si aunque hasta")
# What makes «el cierre» or «que la abra» no order.
DETERMINES = _words(
    "el la los las lo un una unos unas le les se me te nos su sus del al este esta ese esa"
)
DENIES = _words("no ni nunca tampoco jamás")
# What says, after «debe», how something is and not what to do.
STATES = _words("ser estar decir haber aparecer tener coincidir quedar")
# A browser is open in every scenario, without any sentence that opens it.
BROWSERS = _words("google chrome navegador")
# Words that begin a sentence and end as orders do («abra», «arrastre»), and are none.
NO_ORDERS = _words("""
    ante aparece aquella aquellas aquellos atiende aunque basta cada cerca comienza consiste
    contiene contra conviene corresponde cualquiera cuenta cuesta de debajo debe desde dice donde
    durante ella ellas ellos empieza entre era esa ese esta este existe falta fuera fue hace hacia
    hasta hora incluye la le lleva me mediante muestra nada necesita ninguna nunca ocupa otra para
    permite porque primera puede que queda quiere requiere se sea siempre sirve sobre solamente
    suele tarda tarde te tiene toda trae última una vale vence ahora
""")
# Words that two sentences may share without speaking of the same thing.
EMPTY_WORDS = _words("""
    ahí algo antes aquí así aunque cada como con cual cuando cuya cuyo debe del desde después dice
    donde dos ella ellos entre esa ese eso está esta este esto fue han has hasta hay las les los
    luego más menos mismo misma muy nos otra otras otro otros para pero podrá por porque puede que
    quien según ser será sin sobre solo son sus también tan tanto toda todo tres una unas uno unos
""")
