# language: es
@regla:reimpresion
Característica: La hoja «Asignación de clave de nueva cita» se vuelve a descargar con la clave de cita

  La persona del ejemplo de la Bitácora tiene una cita vigente, CC3QZ8, y una cancelada, Z8YP3Q.
  UC3QK2 es la clave de otra persona, y ZZZZZZ no es de nadie.

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Bitácora

  Regla: La hoja de la cita vigente se descarga desde la Bitácora, o con la clave y la CURP o el RFC

    Escenario: Desde la Bitácora
      Cuando busca sus datos en "Bitácora"
      Y descarga "Descargar la hoja (PDF)"
      Entonces la hoja dice:
        | Asignación de clave de nueva cita |
        | Sistema de Citas Administrativas  |
      Y la hoja trae estos datos:
        | Clave de cita          | CC3QZ8              |
        | Unidad Administrativa  | UAPES No. 4         |
        | Ventanilla             | 01                  |
        | Fecha                  | 30/01/2024          |
        | Horario                | 13:30-13:45 hrs     |
        | Fecha/Hora de registro | 24/01/2024 15:53:49 |
      Y la hoja trae su nombre completo, su CURP y su RFC

    Escenario: Desde su propia opción del menú
      Dado que llegó a la pantalla "Bitácora"
      Cuando elige "Reimprime cita" en el menú "Citas"
      Entonces llega a la pantalla "Reimprime cita"
      Y solo puede llenar estos campos:
        | Ingresar RFC/CURP* |
        | Clave de cita*     |
      Cuando escribe su CURP y la clave "CC3QZ8"
      Y oprime "Buscar"
      Entonces ve los datos de la cita:
        | Clave de la cita      | CC3QZ8          |
        | Unidad Administrativa | UAPES No. 4     |
        | Ventanilla            | 01              |
        | Fecha                 | 30/01/2024      |
        | Horario               | 13:30-13:45 hrs |
      Cuando descarga "Descargar la hoja (PDF)"
      Entonces la hoja trae estos datos:
        | Clave de cita | CC3QZ8 |
      Y la hoja trae su nombre completo, su CURP y su RFC

    @detalle
    Escenario: Con el RFC se descarga la misma hoja que con la CURP
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su RFC y la clave "CC3QZ8"
      Y oprime "Buscar"
      Y descarga "Descargar la hoja (PDF)"
      Entonces la hoja trae estos datos:
        | Clave de cita | CC3QZ8 |
      Y la hoja trae su nombre completo, su CURP y su RFC

    @detalle
    Escenario: La primera vez la da el aviso de la nueva cita, y su clave sirve después
      Dado que quien lee es una persona sin citas
      Y que llegó a elegir el día de su nueva cita
      Cuando elige el día 31/01/2024
      Y elige el horario "10:00-10:15 hrs" en la ventanilla "02"
      Y confirma la cita
      Entonces apunta la clave de su nueva cita
      Cuando descarga "Descargar la hoja (PDF)"
      Entonces la hoja trae la clave que apuntó
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave que apuntó
      Y oprime "Buscar"
      Y descarga "Descargar la hoja (PDF)"
      Entonces la hoja trae la clave que apuntó
      Y la hoja trae estos datos:
        | Ventanilla             | 02                  |
        | Fecha                  | 31/01/2024          |
        | Horario                | 10:00-10:15 hrs     |
        | Fecha/Hora de registro | 26/01/2024 10:00:00 |

  @detalle
  Regla: La hoja dice cómo cancelar, y la puede leer cualquier persona

    Escenario: Lo que dice y cómo se lee
      Cuando busca sus datos en "Bitácora"
      Y descarga "Descargar la hoja (PDF)"
      Entonces la hoja dice:
        | 36 horas de anticipación o más                   |
        | hasta el 29/01/2024 a las 01:30:00 hrs           |
        | «Cancela cita»                                   |
        | 55 4000 1000, opción 5, submenú 1                |
        | opción 7                                         |
        | Implementación de referencia con datos ficticios |
      Y la hoja está en español de México y se puede leer en voz alta
      Y la imagen de la hoja se describe como "Código QR con la clave de cita CC3QZ8"

  Regla: Solo hay hoja de una cita vigente

    Escenario: No la hay de una cita cancelada
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave "Z8YP3Q"
      Y oprime "Buscar"
      Entonces ve la negativa "La cita está cancelada" con estos datos:
        | Z8YP3Q                   |
        | 24/01/2024 15:49:45      |
        | no hay hoja              |
        | agenda otra cita         |
      Y no puede descargar "Descargar la hoja (PDF)"

    @detalle
    Escenario: No la hay de una cita que ya pasó
      Dado que hoy es 30/01/2024 a las 13:30
      Y que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave "CC3QZ8"
      Y oprime "Buscar"
      Entonces ve la negativa "La cita ya empezó" con estos datos:
        | CC3QZ8          |
        | 30/01/2024      |
        | 13:30-13:45 hrs |
        | no hay hoja     |
      Y no puede descargar "Descargar la hoja (PDF)"
      Cuando busca sus datos en "Bitácora"
      Entonces ve en "Listado de citas" estos renglones:
        | Fecha cita | Hora                | Expediente | Fecha/Hora de registro | Estatus   | Clave de cita |
        | 30/01/2024 | 13:30 hrs-13:45 hrs | NO         | 24/01/2024 15:53:49    | AGENDADA  | CC3QZ8        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 15:49:45    | CANCELADA | Z8YP3Q        |
        | 30/01/2024 | 13:15 hrs-13:30 hrs | NO         | 24/01/2024 12:56:02    | AGENDADA  | Z8YP3Q        |
      Y no puede descargar "Descargar la hoja (PDF)"

  @detalle
  Regla: Con la clave de otra persona no se descarga ni se averigua nada

    Esquema del escenario: Con la clave <clave> se lee lo mismo que con cualquiera que no sea suya
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave "<clave>"
      Y oprime "Buscar"
      Entonces ve el error "No encontramos ninguna cita con esa clave a nombre de esa CURP o ese RFC. Revisa los dos datos: cuentan las mayúsculas y los espacios. La clave está en la Bitácora."
      Y cada campo conserva lo que escribió
      Y no puede descargar "Descargar la hoja (PDF)"

      Ejemplos:
        | clave  |
        | UC3QK2 |
        | ZZZZZZ |

  Regla: Se dice qué le falta o le sobra a lo que se escribió

    @detalle
    Esquema del escenario: Un error en la clave «<clave>»
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave "<clave>"
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | <error> |
      Y cada campo conserva lo que escribió

      Ejemplos:
        | clave   | error                                              |
        | CC3 QZ8 | El campo «Clave de cita» tiene un espacio en medio. |
        |         | El campo «Clave de cita» es obligatorio.           |

    Escenario: Un espacio al final de la clave
      Dado que llegó a la pantalla "Reimprime cita"
      Cuando escribe su CURP y la clave "CC3QZ8 "
      Y oprime "Buscar"
      Entonces lee estos errores, y ninguno más:
        | El campo «Clave de cita» tiene un espacio al final. |
      Y cada campo conserva lo que escribió
