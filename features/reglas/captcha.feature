# language: es
@regla:captcha
Característica: El código captcha sirve una sola vez

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Cancelación
    Y que abrió el detalle de su cita del 30/01/2024

  Escenario: Un código equivocado no cancela, y lo demás se conserva
    Cuando llena la cancelación con un código equivocado
    Y oprime "Cancelar cita"
    Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
    Y "Solicitante de cancelación*" conserva su nombre completo
    Y "Código captcha*" está vacío

  Escenario: El código de la imagen rechazada ya no sirve
    Cuando llena la cancelación con un código equivocado
    Y oprime "Cancelar cita"
    Y escribe en "Código captcha*" el código de la imagen anterior
    Y oprime "Cancelar cita"
    Entonces ve el error "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
