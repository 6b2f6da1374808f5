# language: es
@guia:bitacora
Característica: Consultar la Bitácora

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Bitácora

  Escenario: Consultar el historial y apuntar la clave de la cita vigente
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
    Cuando elige "Bitácora" en el menú "Citas"
    Entonces llega a la pantalla "Bitácora"

    Entonces en el paso 5 ve el formulario de búsqueda
    Y solo puede llenar estos campos:
      | Ingresar RFC/CURP* |
      | Nombre(s)*         |
      | Primer apellido*   |
      | Segundo apellido   |
    Cuando escribe sus datos tal como están registrados
    Y oprime "Buscar"

    Entonces en el paso 6 ve en "Listado de citas" estos renglones:
      | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
      | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
      | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |
    Y apunta la clave de cita "CC3QZ8"
    Cuando oprime "Regresar"
    Entonces ve el formulario de búsqueda

  Escenario: Llegar al portal por su dirección
    Cuando en el paso 1 escribe la dirección "https://asisste.issste.gob.mx"
    Entonces llega al portal "Portal ASISSSTE"
