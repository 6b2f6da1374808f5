# language: es
@regla:busqueda
Característica: Se busca por la CURP o por el RFC, y lo que lleva asterisco es obligatorio

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00

  Regla: El RFC sirve igual que la CURP

    Escenario: Por el RFC, la Bitácora
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos, con el RFC en lugar de la CURP
      Y oprime "Buscar"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

    Escenario: Por el RFC, la cita que se va a cancelar
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que llegó a la pantalla "Cancela cita"
      Cuando escribe sus datos, con el RFC en lugar de la CURP
      Y oprime "Buscar"
      Entonces ve la cita del 30/01/2024 con horario "13:30-13:45 hrs"

    Escenario: Por el RFC, quien va a agendar
      Dado que quien lee es una persona sin citas
      Y que llegó a la pantalla "Nueva cita"
      Cuando escribe sus datos, con el RFC en lugar de la CURP
      Y oprime "Buscar"
      Entonces ve sus datos y no los puede modificar

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
