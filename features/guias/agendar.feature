# language: es
@guia:agendar
Característica: Agendar una cita

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es una persona sin citas

  Escenario: Agendar una cita, apuntar su clave y descargar la hoja
    Dado que todos los lugares del 30/01/2024 están ocupados
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
    Cuando elige "Nueva cita" en el menú "Citas"
    Entonces llega a la pantalla "Nueva cita"

    Entonces en el paso 5 ve el formulario de búsqueda
    Y solo puede llenar estos campos:
      | Ingresar RFC/CURP* |
      | Nombre(s)*         |
      | Primer apellido*   |
      | Segundo apellido   |
    Cuando escribe sus datos tal como están registrados
    Y oprime "Buscar"

    Entonces en el paso 6 ve sus datos y no los puede modificar
    Y en el 30/01/2024 dice "Sin lugares" y no se puede elegir
    Cuando elige el día 31/01/2024

    Cuando en el paso 7 elige el horario "09:15-09:30 hrs" en la ventanilla "02"

    Entonces en el paso 8 ve los datos de la cita:
      | Unidad Administrativa | UAPES No. 4     |
      | Ventanilla            | 02              |
      | Fecha                 | 31/01/2024      |
      | Horario               | 09:15-09:30 hrs |
    Cuando escribe el código de la imagen en "Código captcha*"
    Y oprime "Agendar cita"

    Entonces en el paso 9 lee "Tu cita quedó agendada"
    Y apunta la clave de su nueva cita

    Cuando en el paso 10 descarga "Descargar la hoja (PDF)"
    Y abre la hoja "Asignación de clave de nueva cita"
    Entonces la hoja trae la clave que apuntó

  Escenario: Llegar al portal por su dirección
    Cuando en el paso 1 escribe la dirección "https://asisste.issste.gob.mx"
    Entonces llega al portal "Portal ASISSSTE"
