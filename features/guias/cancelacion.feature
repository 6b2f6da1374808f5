# language: es
@guia:cancelacion
Característica: Cancelar una cita

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación

  Escenario: Cancelar la cita vigente y ver el aviso
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
    Cuando elige "Cancela cita" en el menú "Citas"
    Entonces llega a la pantalla "Cancela cita"

    Entonces en el paso 5 ve el formulario de búsqueda
    Y solo puede llenar estos campos:
      | Ingresar RFC/CURP* |
      | Nombre(s)*         |
      | Primer apellido*   |
      | Segundo apellido   |
    Cuando escribe sus datos tal como están registrados
    Y oprime "Buscar"

    Entonces en el paso 6 ve sus datos y no los puede modificar
    Y ve la cita del 30/01/2024 con horario "13:30-13:45 hrs"
    Cuando elige la cita del 30/01/2024

    Entonces en el paso 7 ve sus datos y no los puede modificar
    Y ve los datos de la cita:
      | Unidad Administrativa | UAPES No. 4     |
      | Clave de la cita      | UC3QK2          |
      | Ventanilla            | 02              |
      | Fecha                 | 30/01/2024      |
      | Horario               | 13:30-13:45 hrs |
    Cuando escribe su nombre completo en "Solicitante de cancelación*"
    Y elige un motivo en "Motivo*"
    Y escribe el código de la imagen en "Código captcha*"
    Y oprime "Cancelar cita"

    Entonces en el paso 8 ve el aviso "La cancelación fue procesada"

  Escenario: Llegar al portal por su dirección
    Cuando en el paso 1 escribe la dirección "https://asisste.issste.gob.mx"
    Entonces llega al portal "Portal ASISSSTE"
