"""Sentences that are hard to follow, or mistyped."""

import re
from collections.abc import Iterator

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Line
from reports.lint.words import plain, shortened

TOO_LONG = Fault(
    "una frase demasiado larga",
    matters="Al llegar al final ya se olvidó el principio.",
    do="Pártala: una acción o una idea por frase, de 30 palabras a lo más.",
)
TYPO = Fault(
    "una errata",
    matters="Hace dudar del resto de la guía.",
    do="Corríjala.",
)
NOT_LITERAL = Fault(
    "a la letra dice otra cosa",
    matters="Quien obedece al pie de la letra hace algo que no sirve.",
    do="Diga exactamente qué sobra, o qué se escribe.",
)
UNMARKED_BUTTON = Fault(
    "un botón sin comillas ni negritas",
    matters="No se distingue del resto de la frase, ni se sabe dónde está.",
    do="Escríbalo como en la pantalla, entre comillas o en negritas.",
)
LONGEST = 30  # words
_AROUND = 40  # letters of a slip's surroundings
_TYPOS = (
    re.compile(r"\bclic[ck]? [ae] (?=[“\"«]|el\b|la\b)"),
    re.compile(r"\bclic[ck]? (?=[“\"«]|el\b|la\b|bot[óo]n\b)"),
    re.compile(r"\b([a-záéíóúñ]{2,}) \1\b(?! [“\"«])", re.IGNORECASE),
    re.compile(
        r"\b(?:[Dd]ebe|[Dd]eberá|[Pp]uede|[Pp]odrá|que|y|para|se) [A-ZÁÉÍÓÚ][a-zñ]+[aei]r\b"
    ),
    re.compile(r"[\w»]+ [,;.](?=\s)"),
)
_NO_BLANKS = re.compile(
    r"\bespacios?\b.*\b(?:no existan?|no haya|evit\w+|elimin\w+|sin)\b|\bsin espacios\b"
)
_WHICH_BLANKS = re.compile(r"\b(?:de mas|sobr\w+|al (?:principio|inicio|final)|dobles?|extra)\b")
_ONE_WORD = re.compile(r"\b[Ll]a palabra \W*([A-ZÁ]\w+(?: [A-ZÁ]\w+)+)")
_UNMARKED = re.compile(r"\b[Cc]li(?:c|ck) en ([a-záéíóúñ]+[aei]r)\b")


def check_length(case: Case) -> Iterator[Finding]:
    """Find sentences of more than 30 words."""
    for guide in case.guides:
        for line in guide.spoken:
            for sentence in line.sentences:
                count = len(re.findall(r"\w+(?:[./:-]\w+)*", sentence))
                if count > LONGEST:
                    yield TOO_LONG.at(line.place, f"{count} palabras: {quoted(sentence)}")


def check_typos(case: Case) -> Iterator[Finding]:
    """Find slips of the keyboard."""
    for guide in case.guides:
        for line in guide.spoken:
            text = re.sub(r"\.{3}", "…", _marked(line))
            for typo in _TYPOS:
                if found := typo.search(text):
                    around = shortened(text[found.start() :], _AROUND)
                    yield TYPO.at(line.place, quoted(around))


def _marked(line: Line) -> str:
    """Return a line with its texts in bold between « and »: their capitals are the screen's."""
    longest_first = sorted(line.strong, key=len, reverse=True)
    bold = "|".join(map(re.escape, longest_first))
    return re.sub(bold, r"«\g<0>»", line.text) if bold else line.text


def check_literal(case: Case) -> Iterator[Finding]:
    """Find orders that cannot be meant to the letter, and buttons that cannot be told apart."""
    for guide in case.guides:
        for line in guide.spoken:
            for sentence in line.sentences:
                text = plain(sentence)
                if _NO_BLANKS.search(text) and not _WHICH_BLANKS.search(text):
                    yield NOT_LITERAL.at(line.place, quoted(sentence))
                if found := _ONE_WORD.search(sentence):
                    yield NOT_LITERAL.at(line.place, f"«la palabra», y son varias: «{found[1]}»")
                if found := _UNMARKED.search(sentence):
                    yield UNMARKED_BUTTON.at(line.place, f"«{found[1]}»")
