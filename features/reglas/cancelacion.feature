# language: es
@regla:cancelacion
Característica: Al cancelar, los datos de la persona y de la cita no se pueden modificar

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación
    Y que abrió el detalle de su cita del 30/01/2024

  Escenario: Solo se llena lo que la guía pide
    Entonces ve sus datos y no los puede modificar
    Y solo puede llenar estos campos:
      | Solicitante de cancelación* |
      | Motivo*                     |
      | Código captcha*             |

  Escenario: Una cita cancelada ya no se ofrece
    Cuando cancela la cita
    Y vuelve a buscar su cita en "Cancela cita"
    Entonces lee "Esta persona no tiene ninguna cita vigente que se pueda cancelar."
