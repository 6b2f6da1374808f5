"""The verbs of orders, in Spanish, with what a Gherkin sentence has to do to take each.

To add a verb, add its line to the table of its kind: infinitive, order (usted), and the verbs of
the Gherkin sentences that take it.
"""

from dataclasses import dataclass
from enum import Enum, auto

from reports.coverage.words import plain


class Kind(Enum):
    """What it takes to follow an order."""

    ACTS = auto()  # on something that the order names
    SAYS_IT_ALL = auto()  # on what the verb itself names
    LOOKS = auto()  # for what is on the screen: any check of the step may take it
    MINDS = auto()  # nothing on the portal: it counts neither for nor against
    AWAY = auto()  # away from the screen: a shared fact is all of it that can be checked
    UNTAKEN = auto()  # what no Gherkin sentence does


@dataclass(frozen=True)
class Verb:
    """A verb of orders; `takers` are verbs of Gherkin sentences, in the third person."""

    order: str
    kind: Kind
    takers: frozenset[str] = frozenset()


_TABLES = {
    Kind.ACTS: """
        abrir         abra         abre elige
        adjuntar      adjunte      adjunta
        borrar        borre        borra deja
        copiar        copie        copia escribe apunta
        corregir      corrija      corrige escribe
        cerrar        cierre       cierra
        dejar         deje         deja
        elegir        elija        elige abre
        escribir      escriba      escribe
        oprimir       oprima       oprime descarga
        pedir         pida         pide oprime
        seleccionar   seleccione   elige
        señalar       señale       elige señala
        subir         suba         sube
    """,
    Kind.SAYS_IT_ALL: """
        agendar       agende       agenda confirma
        cancelar      cancele      cancela
        descargar     descargue    descarga
        escuchar      escuche      escucha abre
        guardar       guarde       guarda descarga
        imprimir      imprima      imprime
        llenar        llene        llena escribe elige
        recargar      recargue     recarga
        regresar      regrese      regresa oprime
        reimprimir    reimprima    descarga reimprime
    """,
    Kind.LOOKS: """
        apuntar       apunte       apunta
        buscar        busque       busca ve lee elige
        comprobar     compruebe    ve lee llega
        confirmar     confirme     confirma ve lee
        esperar       espere       ve lee llega
        identificar   identifique  ve lee apunta
        leer          lea          ve lee
        localizar     localice     ve lee
        ubicar        ubique       ve lee
        ver           vea          ve lee
        verificar     verifique    ve lee llega
    """,
    Kind.MINDS: """
        cuidar        cuide
        decidir       decida
        recordar      recuerde
        revisar       revise
    """,
    Kind.AWAY: """
        acudir        acuda
        comunicar     comunique
        llamar        llame
        marcar        marque
    """,
    Kind.UNTAKEN: """
        aceptar acepte             actualizar actualice       agregar agregue
        anotar anote               arrastrar arrastre         asegurar asegure
        avisar avise               bajar baje                 cambiar cambie
        completar complete         conservar conserve         consultar consulte
        continuar continúe         deslizar deslice           desplazar desplace
        eliminar elimine           entregar entregue          enviar envíe
        evitar evite               firmar firme               hacer haga
        ingresar ingrese           iniciar inicie             insertar inserte
        instalar instale           ir vaya                    llevar lleve
        mandar mande               mantener mantenga          modificar modifique
        mover mueva                obtener obtenga            pagar pague
        poner ponga                preguntar pregunte         preparar prepare
        presentar presente         presionar presione         proporcionar proporcione
        pulsar pulse               quitar quite               recibir reciba
        recoger recoja             registrar registre         repetir repita
        responder responda         seguir siga                solicitar solicite
        teclear teclee             tener tenga                terminar termine
        tocar toque                tomar tome                 traer traiga
        usar use                   utilizar utilice           validar valide
        volver vuelva
    """,
}


def _read() -> tuple[dict[str, Verb], dict[str, Verb]]:
    """Return the verbs by their orders, and by their infinitives, both without accents."""
    orders, infinitives = {}, {}
    for kind, table in _TABLES.items():
        for line in filter(None, map(str.strip, table.splitlines())):
            words = line.split()
            untaken = kind is Kind.UNTAKEN  # whose lines hold several verbs
            pairs = zip(words[::2], words[1::2], strict=True) if untaken else [words[:2]]
            for infinitive, order in pairs:
                verb = Verb(order, kind, frozenset() if untaken else frozenset(words[2:]))
                orders[plain(order)] = infinitives[plain(infinitive)] = verb
    return orders, infinitives


BY_ORDER, BY_INFINITIVE = _read()
