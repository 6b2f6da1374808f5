# language: es
@regla:bitacora
Característica: La Bitácora es un registro de hechos

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00

  Escenario: Una cita agendada y después cancelada ocupa dos renglones con la misma clave
    Dado que quien lee es la persona del ejemplo de la Bitácora
    Cuando busca sus datos en "Bitácora"
    Entonces ve en "Listado de citas" estos renglones:
      | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
      | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |

  @detalle
  Regla: Primero está lo que se registró al último, sea de la cita que sea

    Escenario: El orden es el del registro, no el de las citas ni el de las claves
      Dado que quien lee es una persona sin citas
      Y que con sus citas ha pasado esto, en este orden:
        | registro            | estatus   | clave  | cita             |
        | 02/01/2024 09:00:00 | AGENDADA  | AAAAAA | 15/01/2024 14:45 |
        | 03/01/2024 09:00:00 | CANCELADA | AAAAAA | 15/01/2024 14:45 |
        | 04/01/2024 08:59:59 | AGENDADA  | ZZZZZZ | 08/01/2024 09:00 |
        | 04/01/2024 09:00:00 | CANCELADA | ZZZZZZ | 08/01/2024 09:00 |
        | 31/12/2023 23:59:59 | AGENDADA  | MMMMMM | 31/01/2024 11:00 |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 08/01/2024 | 09:00 hrs-09:15 hrs | NO         | 04/01/2024 09:00:00    | CANCELADA | ZZZZZZ        |
        | 08/01/2024 | 09:00 hrs-09:15 hrs | NO         | 04/01/2024 08:59:59    | AGENDADA  | ZZZZZZ        |
        | 15/01/2024 | 14:45 hrs-15:00 hrs | NO         | 03/01/2024 09:00:00    | CANCELADA | AAAAAA        |
        | 15/01/2024 | 14:45 hrs-15:00 hrs | NO         | 02/01/2024 09:00:00    | AGENDADA  | AAAAAA        |
        | 31/01/2024 | 11:00 hrs-11:15 hrs | NO         | 31/12/2023 23:59:59    | AGENDADA  | MMMMMM        |

    Escenario: De lo registrado en el mismo segundo, primero está lo que pasó después
      Dado que quien lee es una persona sin citas
      Y que con sus citas ha pasado esto, en este orden:
        | registro            | estatus   | clave  | cita             |
        | 24/01/2024 12:00:00 | AGENDADA  | ZZZZZZ | 30/01/2024 13:15 |
        | 24/01/2024 12:00:00 | CANCELADA | ZZZZZZ | 30/01/2024 13:15 |
        | 24/01/2024 12:00:00 | AGENDADA  | AAAAAA | 30/01/2024 13:15 |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:00:00    | AGENDADA  | AAAAAA        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:00:00    | CANCELADA | ZZZZZZ        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:00:00    | AGENDADA  | ZZZZZZ        |

  @detalle
  Regla: Las fechas son día/mes/año y las horas de 24, con dos cifras, en la hora de la unidad administrativa

    Escenario: De madrugada, a mediodía y al cambiar de año
      Dado que quien lee es una persona sin citas
      Y que con sus citas ha pasado esto, en este orden:
        | registro            | estatus  | clave  | cita             |
        | 31/12/2023 23:59:59 | AGENDADA | DDDDDD | 01/02/2024 09:00 |
        | 01/01/2024 00:00:05 | AGENDADA | CCCCCC | 02/02/2024 09:45 |
        | 02/01/2024 09:08:07 | AGENDADA | BBBBBB | 09/02/2024 11:45 |
        | 03/01/2024 12:00:00 | AGENDADA | AAAAAA | 12/02/2024 12:45 |
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 12/02/2024 | 12:45 hrs-13:00 hrs | NO         | 03/01/2024 12:00:00    | AGENDADA | AAAAAA        |
        | 09/02/2024 | 11:45 hrs-12:00 hrs | NO         | 02/01/2024 09:08:07    | AGENDADA | BBBBBB        |
        | 02/02/2024 | 09:45 hrs-10:00 hrs | NO         | 01/01/2024 00:00:05    | AGENDADA | CCCCCC        |
        | 01/02/2024 | 09:00 hrs-09:15 hrs | NO         | 31/12/2023 23:59:59    | AGENDADA | DDDDDD        |

  @detalle
  Regla: Quien no ha tenido citas lee que no hay ninguna

    Escenario: Sin citas
      Dado que quien lee es una persona sin citas
      Cuando busca sus datos en "Bitácora"
      Entonces llega a la pantalla "Listado de citas"
      Y lee "No hay citas registradas"
      Y no ve ningún renglón
      Cuando oprime "Regresar"
      Entonces llega a la pantalla "Bitácora"
      Y ve el formulario de búsqueda

  @detalle
  Regla: Se muestra todo, por mucho que sea

    Esquema del escenario: 500 citas, en <dónde>
      Dado que quien lee es una persona sin citas
      Y que agendó 500 citas y canceló cada una
      Y que lee en una pantalla de <ancho> por <alto>
      Cuando busca sus datos en "Bitácora"
      Entonces ve todos los renglones, del más nuevo al más viejo
      Y tiene "Regresar" a la vista, sin recorrer la lista
      Cuando oprime "Regresar"
      Entonces llega a la pantalla "Bitácora"

      Ejemplos:
        | dónde          | ancho | alto |
        | la computadora | 1280  | 800  |
        | el teléfono    | 390   | 844  |

  @detalle
  Regla: Nadie ve la Bitácora de otra persona

    Escenario: Cada quien ve solo la suya, aunque busquen en el mismo navegador
      Dado que quien lee es la persona del ejemplo de la Bitácora
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

    Escenario: Quien regresa con la flecha del navegador no encuentra lo de quien buscó antes
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Cuando busca sus datos en "Bitácora"
      Entonces apunta la clave de cita "CC3QZ8"
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Cuando busca sus datos en "Bitácora"
      Entonces apunta la clave de cita "UC3QK2"
      Cuando regresa a la pantalla anterior
      Entonces llega a la pantalla "Bitácora"
      Y los cuatro campos están vacíos
      Cuando regresa a la pantalla anterior
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

    Escenario: En dos ventanas de un navegador se ve a quien se buscó al último
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Cuando busca sus datos en "Bitácora"
      Entonces apunta la clave de cita "CC3QZ8"
      Cuando abre la misma pantalla en otra ventana
      Entonces apunta la clave de cita "CC3QZ8"
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Cuando busca sus datos en "Bitácora"
      Entonces apunta la clave de cita "UC3QK2"
      Cuando pasa a la otra ventana
      Y vuelve a cargar la pantalla
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |

    Escenario: La dirección del listado no le sirve a quien no ha buscado
      Dado que quien lee es la persona del ejemplo de la Bitácora
      Cuando busca sus datos en "Bitácora"
      Entonces apunta la clave de cita "CC3QZ8"
      Cuando abre la misma dirección en otro navegador
      Entonces llega a la pantalla "Bitácora"
      Y los cuatro campos están vacíos
      Y no ve ningún renglón

    Escenario: Hacer doble clic en "Buscar" lleva al mismo listado
      Dado que quien lee es la persona del ejemplo de la Cancelación
      Y que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos tal como están registrados
      Y oprime dos veces seguidas "Buscar"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus  | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA | UC3QK2        |
