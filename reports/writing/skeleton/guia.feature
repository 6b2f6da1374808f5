# language: es
@guia:NOMBRE_DE_LA_GUIA
Característica: TITULO_DE_LA_GUIA

  # Qué día es en el portal y quién sigue la guía. Las frases que existen se ven con: guias.py steps
  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es una persona sin citas

  # El primer escenario da las imágenes. «En el paso N» dice qué paso de la guía se sigue desde ahí.
  Escenario: Seguir la guía de principio a fin
    Cuando en el paso 1 busca "Portal ASISSSTE"
    Entonces ve el resultado "Portal ASISSSTE" con la dirección "https://asisste.issste.gob.mx"
    Cuando elige el resultado "Portal ASISSSTE"

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

    # Cambie «Bitácora» por la opción que le toca a su guía, y siga con el paso 5.
    Entonces en el paso 4 tiene el menú "Citas" en la esquina superior derecha
    Cuando elige "Bitácora" en el menú "Citas"
    Entonces llega a la pantalla "Bitácora"

  Escenario: Llegar al portal por su dirección
    Cuando en el paso 1 escribe la dirección "https://asisste.issste.gob.mx"
    Entonces llega al portal "Portal ASISSSTE"
