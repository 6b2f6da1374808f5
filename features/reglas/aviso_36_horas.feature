# language: es
@regla:aviso_36_horas
Característica: Se cancela con 36 horas de anticipación o más

  La cita del ejemplo empieza el 30/01/2024 a las 13:30; 36 horas antes es el 29/01/2024 a la 01:30.

  Regla: A las 36 horas exactas todavía se puede

    Esquema del escenario: Cancelar cuando faltan <faltan>
      Dado que hoy es <fecha> a las <hora>
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"

      Ejemplos:
        | faltan   | fecha      | hora     |
        | 36:00:01 | 29/01/2024 | 01:29:59 |
        | 36:00:00 | 29/01/2024 | 01:30:00 |

    @detalle
    Escenario: Antes de cancelar se lee hasta cuándo se puede
      Dado que hoy es 29/01/2024 a las 01:30:00
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Entonces lee "Puedes cancelarla aquí con 36 horas de anticipación: hasta el 29/01/2024 a las 01:30:00 hrs."
      Cuando cancela la cita
      Entonces ve el aviso "quedó cancelada el 29/01/2024 01:30:00"
      Y el aviso no dice "Faltaban menos de 36 horas"

  Regla: Con menos de 36 horas ya no se puede, y se dice qué hacer

    Escenario: Cancelar cuando faltan 35:59:59
      Dado que hoy es 29/01/2024 a las 01:30:01
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | 29/01/2024   |
        | 01:30:00 hrs |
        | 55 4000 1000 |
        | opción 5     |
        | submenú 1    |
        | opción 7     |
      Cuando busca sus datos en "Cancela cita"
      Entonces puede elegir la cita del 30/01/2024

    @detalle
    Escenario: Lo que cuenta es cuándo se oprime "Cancelar cita", no cuándo se abrió la pantalla
      Dado que hoy es 29/01/2024 a las 01:25:00
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y dan las 01:30:01 del 29/01/2024
      Y oprime "Cancelar cita"
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | Faltan menos de 36 horas |
        | UC3QK2                   |
        | 30/01/2024               |
        | 13:30-13:45 hrs          |
        | 29/01/2024               |
        | 01:30:00 hrs             |
        | La cita sigue agendada   |

    @detalle
    Escenario: Antes de intentarlo ya se lee que el plazo terminó, y a qué teléfono llamar
      Dado que hoy es 29/01/2024 a las 01:30:01
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Entonces lee "El plazo para cancelarla aquí terminó el 29/01/2024 a las 01:30:00 hrs. Si no puedes asistir, llama a la Línea ASISSSTE: 55 4000 1000, opción 5, submenú 1, y elige la opción 7 para hablar con un agente."

    @detalle
    Escenario: Después de la negativa nada ha cambiado
      Dado que hoy es 29/01/2024 a las 01:30:01
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | La cita sigue agendada |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 30/01/2024
      Entonces no puede elegir el horario "13:30-13:45 hrs" en la ventanilla "02"
      Y puede elegir el horario "13:30-13:45 hrs" en la ventanilla "03"

  @detalle
  Regla: Una cita que ya empezó no se cancela

    Esquema del escenario: La cita no se ofrece <cuándo>
      Dado que hoy es <fecha> a las <hora>
      Y que quien lee es la persona del ejemplo de la Cancelación
      Cuando busca sus datos en "Cancela cita"
      Entonces lee "Esta persona no tiene ninguna cita vigente que se pueda cancelar."

      Ejemplos:
        | cuándo                   | fecha      | hora     |
        | en el momento en que empieza | 30/01/2024 | 13:30:00 |
        | cuando ya terminó        | 30/01/2024 | 13:45:00 |
        | al día siguiente         | 31/01/2024 | 10:00:00 |

    Escenario: Un segundo antes de que empiece todavía se ofrece, pero el plazo ya terminó
      Dado que hoy es 30/01/2024 a las 13:29:59
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | 29/01/2024   |
        | 01:30:00 hrs |

    Escenario: La cita empieza mientras la pantalla está abierta
      Dado que hoy es 30/01/2024 a las 13:29:59
      Y que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y dan las 13:30:00 del 30/01/2024
      Y oprime "Cancelar cita"
      Entonces ve la negativa "La cita ya empezó" con estos datos:
        | UC3QK2                                         |
        | 30/01/2024                                     |
        | 13:30-13:45 hrs                                |
        | Una cita que ya empezó no se puede cancelar.   |
      Cuando regresa a la pantalla anterior
      Entonces ve la negativa "La cita ya empezó" con estos datos:
        | UC3QK2 |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

  @detalle
  Regla: Cuentan todas las horas que pasan, se atienda o no

    Las 36 horas antes de un lunes a las 9:00 empiezan el sábado a las 21:00. El 05/02/2024 es lunes.

    Esquema del escenario: Cancelar a tiempo una cita <cuándo>
      Dado que la unidad administrativa cierra el 05/02/2024
      Y que quien lee es una persona con la cita "K7M2PX" del <cita> a las 09:00
      Y que hoy es <fecha> a las 21:00:00
      Y que abrió el detalle de su cita del <cita>
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"

      Ejemplos:
        | cuándo                            | cita       | fecha      |
        | después del fin de semana         | 29/01/2024 | 27/01/2024 |
        | después de un día en que se cierra | 06/02/2024 | 04/02/2024 |

    Esquema del escenario: Cancelar un segundo tarde una cita <cuándo>
      Dado que la unidad administrativa cierra el 05/02/2024
      Y que quien lee es una persona con la cita "K7M2PX" del <cita> a las 09:00
      Y que hoy es <fecha> a las 21:00:01
      Y que abrió el detalle de su cita del <cita>
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | <fecha>      |
        | 21:00:00 hrs |

      Ejemplos:
        | cuándo                            | cita       | fecha      |
        | después del fin de semana         | 29/01/2024 | 27/01/2024 |
        | después de un día en que se cierra | 06/02/2024 | 04/02/2024 |

  @detalle
  Regla: Donde cambia el horario, cuentan las horas que pasan y no las que marca el reloj

    En Tijuana, el 10/03/2024 a las 02:00 los relojes se adelantaron a las 03:00, y el 03/11/2024 a las 02:00 se
    atrasaron a la 01:00: ese día, la hora de 01:00 a 02:00 pasó dos veces. La Ciudad de México ya no cambia de horario.

    Esquema del escenario: Cancelar cuando faltan 36:00:00 en <ciudad> para el <cita> a las <empieza>
      Dado que la unidad administrativa está en "<ciudad>"
      Y que quien lee es una persona con la cita "K7M2PX" del <cita> a las <empieza>
      Y que hoy es <fecha> a las <hora>
      Y que abrió el detalle de su cita del <cita>
      Entonces lee "Puedes cancelarla aquí con 36 horas de anticipación: hasta el <fecha> a las <hora> hrs."
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"

      Ejemplos:
        | ciudad           | cita       | empieza | fecha      | hora     |
        | Tijuana          | 11/03/2024 | 13:30   | 10/03/2024 | 00:30:00 |
        | Ciudad de México | 11/03/2024 | 13:30   | 10/03/2024 | 01:30:00 |
        | Tijuana          | 04/11/2024 | 09:00   | 02/11/2024 | 22:00:00 |
        | Ciudad de México | 04/11/2024 | 13:30   | 03/11/2024 | 01:30:00 |

    Esquema del escenario: Cancelar cuando faltan 35:59:59 en <ciudad> para el <cita> a las <empieza>
      Dado que la unidad administrativa está en "<ciudad>"
      Y que quien lee es una persona con la cita "K7M2PX" del <cita> a las <empieza>
      Y que hoy es <fecha> a las <hora>
      Y que abrió el detalle de su cita del <cita>
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | <fecha>      |
        | <último> hrs |

      Ejemplos:
        | ciudad           | cita       | empieza | fecha      | hora     | último   |
        | Tijuana          | 11/03/2024 | 13:30   | 10/03/2024 | 00:30:01 | 00:30:00 |
        | Ciudad de México | 11/03/2024 | 13:30   | 10/03/2024 | 01:30:01 | 01:30:00 |
        | Tijuana          | 04/11/2024 | 09:00   | 02/11/2024 | 22:00:01 | 22:00:00 |
        | Ciudad de México | 04/11/2024 | 13:30   | 03/11/2024 | 01:30:01 | 01:30:00 |

    Esquema del escenario: En la hora que pasó dos veces se puede a las <hora> <vez> del cambio, para las <empieza>
      Dado que la unidad administrativa está en "Tijuana"
      Y que quien lee es una persona con la cita "K7M2PX" del 04/11/2024 a las <empieza>
      Y que hoy es 03/11/2024 a las <hora>, <vez> del cambio de horario
      Y que abrió el detalle de su cita del 04/11/2024
      Entonces lee "Puedes cancelarla aquí con 36 horas de anticipación: hasta el 03/11/2024 a las <último> del cambio de horario)."
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"

      Ejemplos:
        | empieza | hora     | vez     | último                |
        | 13:30   | 01:30:01 | antes   | 01:30:00 hrs (después |
        | 13:30   | 01:30:00 | después | 01:30:00 hrs (después |
        | 12:45   | 01:45:00 | antes   | 01:45:00 hrs (antes   |

    Esquema del escenario: En la hora que pasó dos veces ya no se puede a las <hora> <vez> del cambio, para las <empieza>
      Dado que la unidad administrativa está en "Tijuana"
      Y que quien lee es una persona con la cita "K7M2PX" del 04/11/2024 a las <empieza>
      Y que hoy es 03/11/2024 a las <hora>, <vez> del cambio de horario
      Y que abrió el detalle de su cita del 04/11/2024
      Cuando cancela la cita
      Entonces ve la negativa "Ya no es posible cancelar la cita aquí" con estos datos:
        | terminó el 03/11/2024 a las <último> del cambio de horario) |

      Ejemplos:
        | empieza | hora     | vez     | último                |
        | 13:30   | 01:30:01 | después | 01:30:00 hrs (después |
        | 12:45   | 01:45:01 | antes   | 01:45:00 hrs (antes   |
        | 12:45   | 01:00:00 | después | 01:45:00 hrs (antes   |

  @detalle
  Regla: Si las 36 horas se piden pero no se exigen, se cancela y se advierte

    Antecedentes:
      Dado que las 36 horas de anticipación se piden, pero no se exigen
      Y que quien lee es la persona del ejemplo de la Cancelación

    Esquema del escenario: Con menos de 36 horas se cancela cuando faltan <faltan>, y el aviso lo dice
      Dado que hoy es <fecha> a las <hora>
      Y que abrió el detalle de su cita del 30/01/2024
      Entonces lee "Se pedía cancelarla a más tardar el 29/01/2024 a las 01:30:00 hrs. Faltan menos de 36 horas, pero todavía puedes cancelarla aquí."
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Y ve el aviso "Faltaban menos de 36 horas."
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | <fecha> <hora>         | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

      Ejemplos:
        | faltan   | fecha      | hora     |
        | 35:59:59 | 29/01/2024 | 01:30:01 |
        | 00:00:01 | 30/01/2024 | 13:29:59 |

    Escenario: Con 36 horas exactas el aviso no advierte nada
      Dado que hoy es 29/01/2024 a las 01:30:00
      Y que abrió el detalle de su cita del 30/01/2024
      Entonces lee "Se pide cancelarla con 36 horas de anticipación: hasta el 29/01/2024 a las 01:30:00 hrs."
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Y el aviso no dice "Faltaban menos de 36 horas"

    Escenario: Una cita que ya empezó tampoco se cancela así
      Dado que hoy es 30/01/2024 a las 13:29:59
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y dan las 13:30:00 del 30/01/2024
      Y oprime "Cancelar cita"
      Entonces ve la negativa "La cita ya empezó" con estos datos:
        | Una cita que ya empezó no se puede cancelar. |
