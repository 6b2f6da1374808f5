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
      Cuando vuelve a buscar su cita en "Cancela cita"
      Entonces ve la cita del 30/01/2024 con horario "13:30-13:45 hrs"
