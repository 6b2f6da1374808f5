# language: es
@regla:captcha
Característica: El código captcha sirve una sola vez

  Lo piden los dos formularios con que algo cambia: el que cancela una cita y el que agenda una nueva. Se lee en una
  imagen o se escucha, y vence a los 10 minutos.

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación

  Regla: Lo que se rechaza gasta el código y conserva todo lo demás

    Escenario: Un código equivocado no cancela, y lo demás se conserva
      Dado que abrió el detalle de su cita del 30/01/2024
      Entonces el código de la imagen no está escrito en la página
      Cuando llena la cancelación con un código equivocado
      Y elige el motivo "Otro motivo"
      Y oprime "Cancelar cita"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Y "Solicitante de cancelación*" conserva su nombre completo
      Y "Motivo*" conserva la opción "Otro motivo"
      Y "Código captcha*" está vacío
      Cuando busca sus datos en "Cancela cita"
      Entonces puede elegir la cita del 30/01/2024

    Escenario: El código de la imagen rechazada ya no sirve
      Dado que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación con un código equivocado
      Y oprime "Cancelar cita"
      Y escribe en "Código captcha*" el código de la imagen anterior
      Y oprime "Cancelar cita"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."

    @detalle
    Escenario: Un código correcto también se gasta cuando falta otro dato
      Dado que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y apunta el código de la imagen
      Y deja vacío "Motivo*"
      Y oprime "Cancelar cita"
      Entonces ve el error "El campo «Motivo» es obligatorio."
      Y "Solicitante de cancelación*" conserva su nombre completo
      Y "Código captcha*" está vacío
      Cuando elige el motivo "Otro motivo"
      Y escribe en "Código captcha*" el código que apuntó
      Y oprime "Cancelar cita"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Y "Motivo*" conserva la opción "Otro motivo"

    @detalle
    Esquema del escenario: En «<pantalla>» no se acepta <código>
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando escribe como código captcha "<código>"
      Y oprime "<orden>"
      Entonces ve el error "<error>"
      Y "Código captcha*" está vacío

      Ejemplos:
        | pantalla     | orden         | código           | error                                           |
        | Cancela cita | Cancelar cita | nada             | El campo «Código captcha» es obligatorio.       |
        | Cancela cita | Cancelar cita | solo espacios    | El campo «Código captcha» es obligatorio.       |
        | Cancela cita | Cancelar cita | uno de 21 letras | El campo «Código captcha» acepta hasta 20 letras. |
        | Nueva cita   | Agendar cita  | nada             | El campo «Código captcha» es obligatorio.       |

  @detalle
  Regla: Da igual cómo se escriba el código, con tal de que sea el de la imagen

    Esquema del escenario: En «<pantalla>» se acepta <código>
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando escribe como código captcha "<código>"
      Y oprime "<orden>"
      Entonces ve el aviso "<aviso>"

      Ejemplos:
        | pantalla     | orden         | código                          | aviso                        |
        | Cancela cita | Cancelar cita | el de la imagen                 | La cancelación fue procesada |
        | Cancela cita | Cancelar cita | el de la imagen, en minúsculas  | La cancelación fue procesada |
        | Nueva cita   | Agendar cita  | el de la imagen, en minúsculas  | Tu cita quedó agendada       |
        | Nueva cita   | Agendar cita  | el de la imagen, entre espacios | Tu cita quedó agendada       |

  @detalle
  Regla: El código vence a los 10 minutos

    Esquema del escenario: En «<pantalla>» todavía sirve a las 10:09:59
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando dan las 10:09:59 del 26/01/2024
      Y escribe como código captcha "el de la imagen"
      Y oprime "<orden>"
      Entonces ve el aviso "<aviso>"

      Ejemplos:
        | pantalla     | orden         | aviso                        |
        | Cancela cita | Cancelar cita | La cancelación fue procesada |
        | Nueva cita   | Agendar cita  | Tu cita quedó agendada       |

    Esquema del escenario: En «<pantalla>» ya no sirve a las 10:10:00, pero sí el de la imagen nueva
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando dan las 10:10:00 del 26/01/2024
      Y escribe como código captcha "el de la imagen"
      Y oprime "<orden>"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Y "Código captcha*" está vacío
      Cuando escribe como código captcha "el de la imagen"
      Y oprime "<orden>"
      Entonces ve el aviso "<aviso>"

      Ejemplos:
        | pantalla     | orden         | aviso                        |
        | Cancela cita | Cancelar cita | La cancelación fue procesada |
        | Nueva cita   | Agendar cita  | Tu cita quedó agendada       |

  @detalle
  Regla: Se puede pedir otro código, y el anterior deja de servir

    Esquema del escenario: Pedir otro código en «<pantalla>»
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando apunta el código de la imagen
      Y escribe como código captcha "el de la imagen"
      Y oprime "Pedir otro código"
      Entonces "Código captcha*" está vacío
      Cuando escribe en "Código captcha*" el código que apuntó
      Y oprime "<orden>"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Cuando oprime "Pedir otro código"
      Y escribe como código captcha "el de la imagen"
      Y oprime "<orden>"
      Entonces ve el aviso "<aviso>"

      Ejemplos:
        | pantalla     | orden         | aviso                        |
        | Cancela cita | Cancelar cita | La cancelación fue procesada |
        | Nueva cita   | Agendar cita  | Tu cita quedó agendada       |

    Escenario: Al pedir otro código se conserva lo que ya estaba escrito
      Dado que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y elige el motivo "Me faltan documentos"
      Y oprime "Pedir otro código"
      Entonces "Solicitante de cancelación*" conserva su nombre completo
      Y "Motivo*" conserva la opción "Me faltan documentos"
      Y "Código captcha*" está vacío

  @detalle
  Regla: El código solo sirve a quien se le dio

    Escenario: El que le dieron a otro navegador no sirve en este, ni se gasta
      Dado que en otro navegador abrió el detalle de su cita del 30/01/2024
      Y que abrió el detalle de su cita del 30/01/2024
      Cuando llena la cancelación
      Y escribe en "Código captcha*" el código que le dieron al otro navegador
      Y altera el formulario para que su imagen sea la del otro navegador
      Y oprime "Cancelar cita"
      Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
      Cuando cancela en el otro navegador con el código que ahí le dieron
      Entonces en el otro navegador ve el aviso "La cancelación fue procesada"

    Escenario: Nadie más puede ver la imagen ni escuchar el audio
      Dado que en otro navegador abrió el detalle de su cita del 30/01/2024
      Y que abrió el detalle de su cita del 30/01/2024
      Entonces en el otro navegador no se abren la imagen ni el audio: lee "No encontramos esta página"

    Escenario: Una búsqueda en otra ventana no lo echa a perder
      Dado que llenó "Cancela cita" hasta el código captcha
      Cuando apunta el código de la imagen
      Y abre la misma pantalla en otra ventana
      Y busca sus datos en "Bitácora"
      Y pasa a la otra ventana
      Y escribe en "Código captcha*" el código que apuntó
      Y oprime "Cancelar cita"
      Entonces ve el aviso "La cancelación fue procesada"

  Regla: Quien no ve la imagen puede escuchar el código

    Escenario: El código se puede escuchar
      Dado que llenó "Cancela cita" hasta el código captcha
      Cuando abre "Escuchar el código"
      Entonces lee "Se dicen cinco letras y números en español; cada letra, con una palabra de ejemplo: «A de árbol»."
      Y el código se escucha
      Cuando escribe como código captcha "el de la imagen"
      Y oprime "Cancelar cita"
      Entonces ve el aviso "La cancelación fue procesada"

    @detalle
    Esquema del escenario: Descargar el audio en «<pantalla>»; con otro código, es otro
      Dado que llenó "<pantalla>" hasta el código captcha
      Cuando abre "Escuchar el código"
      Y descarga el audio del código
      Entonces el audio descargado dura entre 5 y 20 segundos
      Cuando oprime "Pedir otro código"
      Y abre "Escuchar el código"
      Y descarga el audio del código
      Entonces los dos audios descargados son distintos

      Ejemplos:
        | pantalla     |
        | Cancela cita |
        | Nueva cita   |
