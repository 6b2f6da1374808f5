# language: es
@regla:cancelacion
Característica: Al cancelar, los datos de la persona y de la cita no se pueden modificar

  Que el lugar de una cita cancelada vuelve a estar libre lo comprueba la regla nueva_cita.

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación
    Y que abrió el detalle de su cita del 30/01/2024

  Regla: Los datos se muestran, y lo que se mande de más no cuenta

    Escenario: Solo se llena lo que la guía pide
      Entonces ve sus datos y no los puede modificar
      Y solo puede llenar estos campos:
        | Solicitante de cancelación* |
        | Motivo*                     |
        | Código captcha*             |

    @detalle
    Escenario: Alterar el formulario no cancela la cita de otra persona, sino la que se mostró
      Cuando altera el formulario con la cita "CC3QZ8" de la persona del ejemplo de la Bitácora
      Y cancela la cita
      Entonces ve el aviso "La cita con clave UC3QK2 del 30/01/2024, 13:30-13:45 hrs, quedó cancelada"
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |

    @detalle
    Escenario: Un motivo que no está en la lista no es un motivo
      Cuando llena la cancelación
      Y altera el motivo elegido para que diga "porque_sí"
      Y oprime "Cancelar cita"
      Entonces ve el error "El campo «Motivo» es obligatorio."
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

  @detalle
  Regla: Los tres campos son obligatorios

    Esquema del escenario: Falta «<campo>»
      Cuando llena la cancelación
      Y deja vacío "<campo>"
      Y oprime "Cancelar cita"
      Entonces ve el error "<error>"
      Y "<campo>" dice su error "<error>"
      Cuando elige el error "<error>"
      Entonces llega al campo "<campo>"
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

      Ejemplos:
        | campo                       | error                                                 |
        | Solicitante de cancelación* | El campo «Solicitante de cancelación» es obligatorio. |
        | Motivo*                     | El campo «Motivo» es obligatorio.                     |
        | Código captcha*             | El campo «Código captcha» es obligatorio.             |

    Escenario: Sin llenar nada se dicen los tres a la vez, y después se puede cancelar
      Cuando oprime "Cancelar cita"
      Entonces ve el error "El campo «Solicitante de cancelación» es obligatorio."
      Y ve el error "El campo «Motivo» es obligatorio."
      Y ve el error "El campo «Código captcha» es obligatorio."
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"

    Esquema del escenario: Un nombre de puros <blancos> no es un nombre
      Cuando llena la cancelación
      Y escribe solo "<blancos>" en "Solicitante de cancelación*"
      Y oprime "Cancelar cita"
      Entonces ve el error "El campo «Solicitante de cancelación» es obligatorio."

      Ejemplos:
        | blancos                |
        | espacios               |
        | espacios duros         |
        | espacios de ancho cero |

    Escenario: Un nombre de más de 120 letras no cabe, y uno de 120 sí
      Cuando llena la cancelación
      Y escribe 121 letras en "Solicitante de cancelación*"
      Y oprime "Cancelar cita"
      Entonces ve el error "El campo «Solicitante de cancelación» acepta hasta 120 letras."
      Cuando llena la cancelación
      Y escribe 120 letras en "Solicitante de cancelación*"
      Y oprime "Cancelar cita"
      Entonces ve el aviso "La cancelación fue procesada"

  @detalle
  Regla: Sirve cualquier motivo de la lista

    Escenario: La lista invita a elegir y ofrece cinco motivos
      Entonces la lista de motivos ofrece:
        | Selecciona un motivo de cancelación    |
        | No puedo asistir en esa fecha u horario |
        | Me faltan documentos                   |
        | Ya no requiero el trámite              |
        | Agendé la cita con datos equivocados   |
        | Otro motivo                            |

    Esquema del escenario: Cancelar por «<motivo>»
      Cuando llena la cancelación
      Y elige el motivo "<motivo>"
      Y oprime "Cancelar cita"
      Entonces ve el aviso "La cancelación fue procesada"

      Ejemplos:
        | motivo                                  |
        | No puedo asistir en esa fecha u horario |
        | Me faltan documentos                    |
        | Ya no requiero el trámite               |
        | Agendé la cita con datos equivocados    |
        | Otro motivo                             |

  Regla: Una cita se cancela una sola vez

    Escenario: Una cita cancelada ya no se ofrece
      Cuando cancela la cita
      Y busca sus datos en "Cancela cita"
      Entonces lee "Esta persona no tiene ninguna cita vigente que se pueda cancelar."

    @detalle
    Escenario: Cancelarla en dos ventanas a la vez
      Cuando llena la cancelación
      Y abre la misma pantalla en otra ventana
      Y cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Cuando dan las 10:05:00 del 26/01/2024
      Y pasa a la otra ventana
      Y oprime "Cancelar cita"
      Entonces ve la negativa "La cita ya está cancelada" con estos datos:
        | UC3QK2                       |
        | 30/01/2024                   |
        | 26/01/2024 10:00:00          |
        | No tienes que hacer nada más |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

    @detalle
    Escenario: Volver atrás después del aviso
      Cuando cancela la cita
      Entonces ve el aviso "La cancelación fue procesada"
      Cuando dan las 10:05:00 del 26/01/2024
      Y regresa a la pantalla anterior
      Entonces ve la negativa "La cita ya está cancelada" con estos datos:
        | UC3QK2              |
        | 26/01/2024 10:00:00 |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

    @detalle
    Escenario: Volver a cargar el aviso
      Cuando cancela la cita
      Entonces ve el aviso "quedó cancelada el 26/01/2024 10:00:00"
      Cuando dan las 10:05:00 del 26/01/2024
      Y vuelve a cargar la pantalla
      Entonces ve el aviso "La cancelación fue procesada"
      Y ve el aviso "quedó cancelada el 26/01/2024 10:00:00"
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

    @detalle
    Escenario: Hacer doble clic en "Cancelar cita"
      Cuando llena la cancelación
      Y oprime dos veces seguidas "Cancelar cita"
      Entonces ve el aviso "La cancelación fue procesada"
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |

  @detalle
  Regla: Se cancela la cita que muestra la pantalla, o ninguna

    Escenario: Con la cita de otra persona abierta en otra ventana no se cancela ninguna de las dos
      Cuando llena la cancelación
      Y abre la misma pantalla en otra ventana
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando pasa a la otra ventana
      Y oprime "Cancelar cita"
      Entonces ve la negativa "Hay otra búsqueda en otra ventana" con estos datos:
        | No cambió nada. |
        | Vuelve a buscar |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |
