"""What "Otorgamiento de préstamos personales" offers, in the published order (guide, step 2)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LoanOption:
    """An option of the list; `slug` is the end of its address."""

    slug: str
    title: str
    purpose: str


OPTIONS = (
    LoanOption(
        "simulacion-de-prestamo",
        "Simulación de préstamo",
        "Sirve para calcular cuánto puedes pedir, en cuántos pagos y de qué monto sería cada uno.",
    ),
    LoanOption(
        "registro-al-sorteo-electronico",
        "Registro al sorteo electrónico",
        "Sirve para inscribirte al sorteo con el que se reparten los préstamos disponibles.",
    ),
    LoanOption(
        "registro-a-prestamos-emergentes",
        "Registro a Préstamos Emergentes",
        "Sirve para pedir un préstamo cuando tu localidad pasó por un desastre natural.",
    ),
    LoanOption(
        "consultar-resultados",
        "Consultar resultados",
        "Sirve para saber si tu registro fue elegido en el sorteo.",
    ),
    LoanOption(
        "otorga-tu-prestamo",
        "Otorga tu préstamo",
        "Sirve para completar en línea el otorgamiento de un préstamo ya autorizado.",
    ),
    LoanOption(
        "agendar-cita",
        "Agendar cita",
        "Lleva al Sistema de Citas Administrativas.",
    ),
)
