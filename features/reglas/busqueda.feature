# language: es
@regla:busqueda
Característica: Se busca por la CURP o por el RFC, y lo que lleva asterisco es obligatorio

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00

  Regla: El RFC sirve igual que la CURP

    Esquema del escenario: Por el RFC, en «<pantalla>»
      Dado que quien lee es <quién>
      Y que llegó a la pantalla "<pantalla>"
      Cuando escribe sus datos, con el RFC en lugar de la CURP
      Y oprime "Buscar"
      Entonces la búsqueda encuentra a la persona
      Y llega a la pantalla "<llega a>"

      Ejemplos:
        | pantalla     | quién                                    | llega a          |
        | Nueva cita   | una persona sin citas                    | Nueva cita       |
        | Bitácora     | la persona del ejemplo de la Cancelación | Listado de citas |
        | Cancela cita | la persona del ejemplo de la Cancelación | Cancela cita     |

  Regla: Los campos con asterisco son obligatorios, y el segundo apellido no

    Esquema del escenario: Sin llenar nada, en «<pantalla>»
      Dado que llegó a la pantalla "<pantalla>"
      Cuando oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Ingresar RFC/CURP» es obligatorio. |
        | El campo «Nombre(s)» es obligatorio.         |
        | El campo «Primer apellido» es obligatorio.   |

      Ejemplos:
        | pantalla     |
        | Nueva cita   |
        | Bitácora     |
        | Cancela cita |

    @detalle
    Escenario: A quien tiene un solo apellido se le encuentra sin el segundo
      Dado que quien lee es una persona con un solo apellido
      Cuando busca sus datos en "Nueva cita"
      Entonces ve sus datos y no los puede modificar
