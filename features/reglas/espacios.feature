# language: es
@regla:espacios
Característica: La búsqueda distingue los espacios en blanco

  La persona del ejemplo de la Cancelación tiene dos nombres, acentos y una ñ: Dulce María Peña Ávalos.
  «En medio» es después de la primera letra.

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación

  Regla: Se dice en qué campo hay un espacio de más, y no se pierde nada de lo escrito

    Esquema del escenario: Un espacio de más en «<campo>»
      Dado que llegó a la pantalla "<pantalla>"
      Cuando escribe sus datos con "<cambio>" en "<campo>"
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | <error> |
      Y cada campo conserva lo que escribió

      Ejemplos:
        | pantalla     | campo              | cambio                  | error                                                      |
        | Bitácora     | Ingresar RFC/CURP* | un espacio al final     | El campo «Ingresar RFC/CURP» tiene un espacio al final.    |
        | Nueva cita   | Nombre(s)*         | un espacio al principio | El campo «Nombre(s)» tiene un espacio al principio.        |
        | Cancela cita | Primer apellido*   | un espacio al final     | El campo «Primer apellido» tiene un espacio al final.      |
        | Bitácora     | Segundo apellido   | un espacio al principio | El campo «Segundo apellido» tiene un espacio al principio. |

    @detalle
    Esquema del escenario: Otras clases de espacio, en «<campo>»
      Cuando busca en "<pantalla>" con cada uno de estos cambios:
        | campo   | cambio                               | debe leer                                                                        |
        | <campo> | dos espacios en medio                | El campo «<nombre>» tiene dos espacios seguidos.                                 |
        | <campo> | un tabulador en medio                | El campo «<nombre>» tiene una tabulación.                                        |
        | <campo> | un espacio de no separación en medio | El campo «<nombre>» tiene un espacio de no separación.                           |
        | <campo> | un espacio de ancho cero al final    | El campo «<nombre>» tiene un carácter invisible (como el espacio de ancho cero). |
      Entonces cada vez lee lo que debe leer, y nada más
      Y cada vez los cuatro campos conservan lo que escribió

      Ejemplos:
        | pantalla     | campo              | nombre            |
        | Cancela cita | Ingresar RFC/CURP* | Ingresar RFC/CURP |
        | Bitácora     | Nombre(s)*         | Nombre(s)         |
        | Nueva cita   | Primer apellido*   | Primer apellido   |
        | Cancela cita | Segundo apellido   | Segundo apellido  |

    @detalle
    Escenario: Todas las clases de espacio en todos los lugares de los cuatro campos
      Cuando busca en "Bitácora" con cada uno de estos cambios en los cuatro campos:
        | cambio                                   | de cada campo debe leer que tiene                     |
        | un espacio al principio                  | un espacio al principio                               |
        | un espacio al final                      | un espacio al final                                   |
        | un espacio a cada lado                   | un espacio al principio y un espacio al final         |
        | dos espacios al principio                | un espacio al principio                               |
        | dos espacios en medio                    | dos espacios seguidos                                 |
        | dos espacios al final                    | un espacio al final                                   |
        | un tabulador al principio                | una tabulación                                        |
        | un tabulador en medio                    | una tabulación                                        |
        | un tabulador al final                    | una tabulación                                        |
        | un espacio de no separación al principio | un espacio de no separación                           |
        | un espacio de no separación en medio     | un espacio de no separación                           |
        | un espacio de no separación al final     | un espacio de no separación                           |
        | un espacio de ancho cero al principio    | un carácter invisible (como el espacio de ancho cero) |
        | un espacio de ancho cero en medio        | un carácter invisible (como el espacio de ancho cero) |
        | un espacio de ancho cero al final        | un carácter invisible (como el espacio de ancho cero) |
        | una marca de dirección en medio          | un carácter invisible (como el espacio de ancho cero) |
        | un espacio largo en medio                | un espacio o carácter que no es común                 |
      Entonces cada vez lee lo que debe leer, y nada más
      Y cada vez los cuatro campos conservan lo que escribió

    @detalle
    Escenario: En la CURP no cabe ningún espacio
      Dado que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos con "un espacio en medio" en "Ingresar RFC/CURP*"
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Ingresar RFC/CURP» tiene un espacio en medio. |

    @detalle
    Esquema del escenario: De varios campos a la vez se dice qué tiene cada uno, en «<pantalla>»
      Dado que llegó a la pantalla "<pantalla>"
      Cuando escribe sus datos con estos cambios:
        | campo              | cambio                            |
        | Ingresar RFC/CURP* | un tabulador a cada lado          |
        | Nombre(s)*         | dos espacios entre dos nombres    |
        | Primer apellido*   | un espacio y nada más             |
        | Segundo apellido   | un espacio de ancho cero al final |
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Ingresar RFC/CURP» tiene una tabulación. |
        | El campo «Nombre(s)» tiene dos espacios seguidos. |
        | El campo «Primer apellido» es obligatorio y solo tiene espacios en blanco. |
        | El campo «Segundo apellido» tiene un carácter invisible (como el espacio de ancho cero). |
      Y cada campo conserva lo que escribió

      Ejemplos:
        | pantalla     |
        | Nueva cita   |
        | Bitácora     |
        | Cancela cita |

    @detalle
    Escenario: Donde solo hay espacios en blanco
      Dado que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos con estos cambios:
        | campo              | cambio                |
        | Ingresar RFC/CURP* | un espacio y nada más |
        | Nombre(s)*         | un espacio y nada más |
        | Primer apellido*   | un espacio y nada más |
        | Segundo apellido   | un espacio y nada más |
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Ingresar RFC/CURP» es obligatorio y solo tiene espacios en blanco. |
        | El campo «Nombre(s)» es obligatorio y solo tiene espacios en blanco. |
        | El campo «Primer apellido» es obligatorio y solo tiene espacios en blanco. |
        | El campo «Segundo apellido» solo tiene espacios en blanco. |
      Y cada campo conserva lo que escribió

  @detalle
  Regla: El espacio que separa dos nombres no es de más

    Escenario: Con el espacio que está registrado se encuentra a la persona
      Dado que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos tal como están registrados
      Y oprime "Buscar"
      Entonces llega a la pantalla "Listado de citas"

    Escenario: Con dos espacios entre los nombres, no
      Dado que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos con "dos espacios entre dos nombres" en "Nombre(s)*"
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Nombre(s)» tiene dos espacios seguidos. |
      Y cada campo conserva lo que escribió

  @detalle
  Regla: También cuentan las mayúsculas y los acentos, pero no cómo los guarda la computadora

    Escenario: De lo que puede estar bien escrito solo se dice que no se encontró a nadie
      Cuando busca en "Bitácora" con cada uno de estos cambios:
        | campo              | cambio              |
        | Ingresar RFC/CURP* | todo en minúsculas  |
        | Nombre(s)*         | todo en mayúsculas  |
        | Nombre(s)*         | un acento de menos  |
        | Nombre(s)*         | un acento de más    |
        | Nombre(s)*         | un espacio en medio |
        | Primer apellido*   | todo en mayúsculas  |
        | Primer apellido*   | n en lugar de ñ     |
        | Primer apellido*   | un espacio en medio |
        | Segundo apellido   | un acento de menos  |
        | Segundo apellido   | un espacio en medio |
      Entonces cada vez lee "No encontramos a ninguna persona con esos datos tal como están registrados en SINAVID. Revisa la CURP o el RFC, el nombre y los apellidos: cuentan las mayúsculas, los acentos y los espacios.", y nada más
      Y cada vez los cuatro campos conservan lo que escribió

    Escenario: Los acentos y la ñ pueden venir como caracteres aparte
      Dado que llegó a la pantalla "Bitácora"
      Cuando escribe sus datos tal como están registrados
      Y escribe sus datos con estos cambios:
        | campo            | cambio                                        |
        | Nombre(s)*       | los acentos y la tilde como caracteres aparte |
        | Primer apellido* | los acentos y la tilde como caracteres aparte |
        | Segundo apellido | los acentos y la tilde como caracteres aparte |
      Y oprime "Buscar"
      Entonces llega a la pantalla "Listado de citas"

  @detalle
  Regla: La respuesta no deja saber quién está registrado

    Escenario: La pantalla dice lo mismo de quien está registrado y de quien no
      Cuando busca en "Bitácora" con cada uno de estos cambios:
        | campo              | cambio                                   |
        | Ingresar RFC/CURP* | un espacio al final                      |
        | Nombre(s)*         | un espacio al principio                  |
        | Nombre(s)*         | un espacio de ancho cero al final        |
        | Primer apellido*   | un espacio de no separación al principio |
        | Segundo apellido   | un tabulador al final                    |
        | Segundo apellido   | un espacio y nada más                    |
        | Nombre(s)*         | todo en mayúsculas                       |
      Y repite en "Bitácora" cada búsqueda con los datos de alguien que no está registrado
      Entonces la pantalla dice lo mismo las dos veces
