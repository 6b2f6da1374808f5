# language: es
@regla:bitacora
Característica: La Bitácora es un registro de hechos

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Bitácora

  Escenario: Una cita agendada y después cancelada ocupa dos renglones con la misma clave
    Entonces su Bitácora muestra en "Listado de citas" estos renglones:
      | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
      | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |
