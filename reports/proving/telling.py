"""What `guias prove` says in the terminal: each defect as it ends, and a table of all."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import click

from reports.proving.proof import Outcome, Proof, in_order

_WIDTH = 96
_FIRST_WORDS = 180  # characters
_MOST = 4  # places that are told by their names


def progress(proof: Proof, number: int, count: int) -> str:
    """Return the line that tells of a defect whose scenarios have ended."""
    right = bool(proof.found) and not proof.innocent and not proof.missed
    mark = click.style("✓", fg="green") if right else click.style("✗", fg="red")
    return f"  {mark} {number:>3}/{count} {proof.name}: {caught_by(proof)}"


def caught_by(proof: Proof) -> str:
    """Return "bitacora, paso 4; regla captcha", or "nadie"."""
    places = in_order(proof.found)
    more = f" y {len(places) - _MOST} más" if len(places) > _MOST + 1 else ""
    return "; ".join(places[:_MOST] if more else places) + more if places else "nadie"


def blamed_right(proof: Proof) -> str:
    """Return whether who should be was blamed, and nobody else."""
    wrong = [f"no debía: {place}" for place in proof.innocent]
    wrong += [f"faltó: {place}" for place in proof.missed]
    return "; ".join(wrong) or "sí"


def evidence(proof: Proof) -> str:
    """Return "cambió 3 respuestas", or that it changed nothing."""
    count = len(proof.changed)
    if not count:
        return "no cambió nada de lo que contesta el portal"
    return f"cambió {count} respuesta{'s' if count > 1 else ''}"


def labels_see(proof: Proof) -> str:
    """Return whether a check of labels alone sees the defect."""
    return "lo ve" if proof.labels else "no lo ve"


def totals(proofs: Sequence[Proof]) -> list[str]:
    """Return how many were caught and blamed right, how many not, and how many labels see."""
    count = len(proofs)
    right = sum(proof.is_right for proof in proofs)
    caught = sum(bool({*proof.found} & {*proof.blames}) for proof in proofs)
    labels = sum(bool(proof.labels) for proof in proofs)
    said = [
        f"Las guías y sus reglas atrapan {caught} de {count}; {right} quedan bien atribuidos.",
        f"Una revisión de solo etiquetas ve {labels} de {count}.",
    ]
    of = Counter(proof.outcome for proof in proofs)
    wrong = [f"{outcome}: {of[outcome]}" for outcome in Outcome if of[outcome]]
    return said if right == count else [*said, f"Cómo quedaron: {', '.join(wrong)}."]


def table(proofs: Sequence[Proof], without_defect: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the table, and the totals under it."""
    for proof in proofs:
        colour = "green" if proof.is_right else "red"
        outcome = click.style(proof.outcome.value, fg=colour)
        yield f"{click.style(proof.name, bold=True)}: {outcome}"
        yield from _under(f"Qué cambió: {proof.drift} ({evidence(proof)})")
        yield from _under(f"Atrapado por: {caught_by(proof)}")
        yield from _under(f"¿Culpó a quien debía? {blamed_right(proof)}")
        if proof.first_words:
            yield from _under(f"Veredicto: {textwrap.shorten(proof.first_words, _FIRST_WORDS)}")
        yield from _under(f"Una revisión de solo etiquetas: {labels_see(proof)}")
    for place, why in without_defect.items():
        told = f"Sin ningún defecto ya era falso: {place}: {why}"
        yield click.style(textwrap.fill(told, _WIDTH, subsequent_indent="      "), fg="red")
    yield ""
    yield from totals(proofs)


def _under(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="      ")
