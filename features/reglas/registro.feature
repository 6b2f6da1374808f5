# language: es
@regla:registro
Característica: Lo que se hace con una cita queda en la Bitácora

  Escenario: Al cancelar se agrega un renglón, y el que había queda como estaba
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación
    Y que abrió el detalle de su cita del 30/01/2024
    Cuando cancela la cita
    Cuando busca sus datos en "Bitácora"
    Entonces ve en "Listado de citas" estos renglones:
      | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
      | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 26/01/2024 10:00:00    | CANCELADA | UC3QK2        |
      | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 10:20:31    | AGENDADA  | UC3QK2        |
