# language: es
@guia:reimpresion
Característica: Reimprimir la hoja de asignación

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Bitácora

  Escenario: Descargar otra vez la hoja de la cita vigente
    Cuando en el paso 1 busca "Portal ASISSSTE"
    Entonces ve el resultado "Portal ASISSSTE" con la dirección "https://asisste.issste.gob.mx"
    Cuando elige el resultado "Portal ASISSSTE"
    Entonces llega al portal "Portal ASISSSTE"

    Entonces en el paso 2 ve las pestañas "SALUD", "PRÉSTAMOS PERSONALES" y "PENSIONES"
    Cuando elige la pestaña "PRÉSTAMOS PERSONALES"

    Entonces en el paso 3 ve en "Otorgamiento de préstamos personales" estas opciones:
      | Simulación de préstamo           |
      | Registro al sorteo electrónico   |
      | Registro a Préstamos Emergentes  |
      | Consultar resultados             |
      | Otorga tu préstamo               |
      | Agendar cita                     |
    Cuando elige la opción "Agendar cita"
    Entonces llega al "Sistema de Citas Administrativas"

    Entonces en el paso 4 tiene el menú "Citas" en la esquina superior derecha
    Cuando elige "Reimprime cita" en el menú "Citas"
    Entonces llega a la pantalla "Reimprime cita"

    Entonces en el paso 5 solo puede llenar estos campos:
      | Ingresar RFC/CURP* |
      | Clave de cita*     |
    Cuando escribe su CURP y la clave "CC3QZ8"
    Y oprime "Buscar"

    Entonces en el paso 6 ve los datos de la cita:
      | Clave de la cita      | CC3QZ8          |
      | Unidad Administrativa | UAPES No. 4     |
      | Ventanilla            | 01              |
      | Fecha                 | 30/01/2024      |
      | Horario               | 13:30-13:45 hrs |
    Cuando descarga "Descargar la hoja (PDF)"
    Y abre la hoja "Asignación de clave de nueva cita"
    Entonces la hoja trae estos datos:
      | Clave de cita | CC3QZ8 |

  Escenario: Llegar al portal por su dirección
    Cuando en el paso 1 escribe la dirección "https://asisste.issste.gob.mx"
    Entonces llega al portal "Portal ASISSSTE"
