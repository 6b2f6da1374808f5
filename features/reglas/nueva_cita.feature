# language: es
@regla:nueva_cita
Característica: Una nueva cita se agenda en un lugar libre, y es una sola

  Se atiende de lunes a viernes, de 9:00 a 15:00, en las ventanillas 01, 02 y 03. Cada lugar dura 15 minutos.
  El 26/01/2024 es viernes.

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00

  Regla: Se eligen día, horario y ventanilla, se confirma con el código captcha y se recibe una clave

    Escenario: Agendar una cita
      Dado que quien lee es una persona sin citas
      Y que llegó a la pantalla "Nueva cita"
      Cuando escribe sus datos tal como están registrados
      Y oprime "Buscar"
      Y elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Entonces ve sus datos y no los puede modificar
      Y ve los datos de la cita:
        | Unidad Administrativa | UAPES No. 4     |
        | Ventanilla            | 02              |
        | Fecha                 | 31/01/2024      |
        | Horario               | 10:00-10:15 hrs |
      Y solo puede llenar estos campos:
        | Código captcha* |
      Cuando escribe el código de la imagen en "Código captcha*"
      Y oprime "Agendar cita"
      Entonces ve el aviso "Tu cita quedó agendada"
      Y apunta la clave de su nueva cita
      Y ve los datos de la cita:
        | Unidad Administrativa | UAPES No. 4     |
        | Ventanilla            | 02              |
        | Fecha                 | 31/01/2024      |
        | Horario               | 10:00-10:15 hrs |
      Y el aviso dice hasta cuándo y cómo puede cancelarla:
        | 36 horas     |
        | 29/01/2024   |
        | 22:00:00 hrs |
        | Cancela cita |
        | 55 4000 1000 |
        | opción 5     |
        | submenú 1    |
        | opción 7     |

    @detalle
    Escenario: La nueva cita queda en la Bitácora con la clave que dio el aviso
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y confirma la cita
      Entonces apunta la clave de su nueva cita
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" su nueva cita, con la clave que apuntó:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita  |
        | 31/01/2024 | 10:00 hrs-10:15 hrs | NO         | 26/01/2024 10:00:00    | AGENDADA | la que apuntó  |

    @detalle
    Escenario: Con un código equivocado no se agenda, y lo elegido se conserva
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y escribe un código equivocado en "Código captcha*"
      Y oprime "Agendar cita"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Y "Código captcha*" está vacío
      Y ve los datos de la cita:
        | Ventanilla | 02              |
        | Fecha      | 31/01/2024      |
        | Horario    | 10:00-10:15 hrs |
      Cuando confirma la cita
      Entonces ve el aviso "Tu cita quedó agendada"

  Regla: Cada persona tiene una sola cita vigente

    Escenario: Quien tiene una cita vigente ve cuál es y que primero debe cancelarla
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que llegó a elegir el día de su nueva cita
      Entonces ve la negativa "Ya tienes una cita agendada" con estos datos:
        | primero cancela |
        | UC3QK2          |
        | UAPES No. 4     |
        | 30/01/2024      |
        | 13:30-13:45 hrs |
        | 55 4000 1000    |

    @detalle
    Escenario: Quien canceló su cita puede agendar otra, y la Bitácora las muestra todas
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Dado que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "09:00-09:15 hrs" en la ventanilla "01"
      Y confirma la cita
      Entonces apunta la clave de su nueva cita
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" su nueva cita, con la clave que apuntó:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 31/01/2024 | 09:00 hrs-09:15 hrs | NO         | 26/01/2024 10:00:00    | AGENDADA  | la que apuntó |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

  @detalle
  Regla: Una cita se agenda una sola vez, aunque se mande dos

    Escenario: Hacer doble clic en "Agendar cita"
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y escribe el código de la imagen en "Código captcha*"
      Y oprime dos veces seguidas "Agendar cita"
      Entonces ve el aviso "Tu cita quedó agendada"
      Y apunta la clave de su nueva cita
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" su nueva cita, con la clave que apuntó:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 31/01/2024 | 10:00 hrs-10:15 hrs | NO         | 26/01/2024 10:00:00    | AGENDADA | la que apuntó |

    Escenario: Volver a cargar el aviso de la cita agendada
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y confirma la cita
      Entonces apunta la clave de su nueva cita
      Cuando dan las 10:05:00 del 26/01/2024
      Y vuelve a cargar la pantalla
      Entonces ve el aviso "Tu cita quedó agendada"
      Y ve la clave que apuntó
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" su nueva cita, con la clave que apuntó:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 31/01/2024 | 10:00 hrs-10:15 hrs | NO         | 26/01/2024 10:00:00    | AGENDADA | la que apuntó |

    Escenario: Volver atrás después de agendar
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y confirma la cita
      Entonces apunta la clave de su nueva cita
      Cuando dan las 10:05:00 del 26/01/2024
      Y regresa a la pantalla anterior
      Entonces ve la negativa "Ya tienes una cita agendada" con estos datos:
        | 31/01/2024      |
        | 10:00-10:15 hrs |
      Y ve la clave que apuntó
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" su nueva cita, con la clave que apuntó:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 31/01/2024 | 10:00 hrs-10:15 hrs | NO         | 26/01/2024 10:00:00    | AGENDADA | la que apuntó |

    Escenario: Agendar en dos ventanas a la vez
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y escribe el código de la imagen en "Código captcha*"
      Y abre la misma pantalla en otra ventana
      Y oprime "Elegir otro horario"
      Y elige el horario "11:00-11:15 hrs" en la ventanilla "01"
      Y confirma la cita
      Entonces ve el aviso "Tu cita quedó agendada"
      Cuando pasa a la otra ventana
      Y oprime "Agendar cita"
      Entonces ve la negativa "Ya tienes una cita agendada" con estos datos:
        | 31/01/2024      |
        | 11:00-11:15 hrs |

  @detalle
  Regla: Solo se ofrecen lugares libres de los días en que se atiende

    Escenario: Un día lleno se muestra sin lugares
      Dado que quien lee es una persona sin citas
      Y que todos los lugares del 31/01/2024 están ocupados
      Y que llegó a elegir el día de su nueva cita
      Entonces en el 31/01/2024 dice "Sin lugares" y no se puede elegir

    Esquema del escenario: No se ofrece <cuál>
      Dado que quien lee es una persona sin citas
      Y que la unidad administrativa cierra el 05/02/2024
      Y que llegó a elegir el día de su nueva cita
      Entonces el <fecha> no está entre los días que puede elegir

      Ejemplos:
        | cuál                      | fecha      |
        | un sábado                 | 27/01/2024 |
        | un domingo                | 28/01/2024 |
        | un día en que se cierra   | 05/02/2024 |
        | un día que ya pasó        | 25/01/2024 |
        | un día de más de 30 días después | 26/02/2024 |

    Escenario: De hoy solo se ofrecen las horas que faltan
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 26/01/2024
      Entonces no puede elegir el horario "10:00-10:15 hrs" en la ventanilla "01"
      Y puede elegir el horario "10:15-10:30 hrs" en la ventanilla "01"
      Y puede elegir el horario "14:45-15:00 hrs" en la ventanilla "03"

  Regla: Un lugar es de una sola persona

    Escenario: Otra persona agenda el lugar antes de que se confirme
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y otra persona agenda antes el 31/01/2024 a las 10:00 en la ventanilla "02"
      Y confirma la cita
      Entonces ve el error "El lugar de 10:00-10:15 hrs en la ventanilla 02 ya lo apartó otra persona. Elige otro."
      Y ve sus datos y no los puede modificar
      Y no puede elegir el horario "10:00-10:15 hrs" en la ventanilla "02"
      Cuando elige el horario "10:00-10:15 hrs" en la ventanilla "03"
      Y confirma la cita
      Entonces ve el aviso "Tu cita quedó agendada"

    @detalle
    Escenario: El lugar de una cita cancelada vuelve a estar libre
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 30/01/2024
      Entonces no puede elegir el horario "13:30-13:45 hrs" en la ventanilla "01"
      Y puede elegir el horario "13:30-13:45 hrs" en la ventanilla "02"
      Cuando elige el horario "13:30-13:45 hrs" en la ventanilla "02"
      Y confirma la cita
      Entonces ve el aviso "Tu cita quedó agendada"

    @detalle
    Escenario: El lugar de una cita vigente no se ofrece a nadie más
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 30/01/2024
      Entonces no puede elegir el horario "13:30-13:45 hrs" en la ventanilla "02"
      Y puede elegir el horario "13:30-13:45 hrs" en la ventanilla "03"

  @detalle
  Regla: Se agenda para quien muestra la pantalla, o para nadie

    Escenario: Con otra persona buscada en otra ventana no se agenda para ninguna de las dos
      Dado que hoy es 31/01/2024 a las 10:00
      Y que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 01/02/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y escribe el código de la imagen en "Código captcha*"
      Y abre la misma pantalla en otra ventana
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que llegó a elegir el día de su nueva cita
      Cuando pasa a la otra ventana
      Y oprime "Agendar cita"
      Entonces ve la negativa "Hay otra búsqueda en otra ventana" con estos datos:
        | No cambió nada. |
        | Vuelve a buscar |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |
      Dado que quien lee es una persona sin citas
      Cuando busca sus datos en "Bitácora"
      Entonces lee "No hay citas registradas"
