# language: es
@regla:espacios
Característica: La búsqueda distingue los espacios en blanco

  Antecedentes:
    Dado que hoy es 26/01/2024 a las 10:00
    Y que quien lee es la persona del ejemplo de la Bitácora
    Y que llegó a la pantalla "Bitácora"

  Esquema del escenario: Un espacio <lugar> de «<campo>»
    Cuando escribe sus datos con un espacio "<lugar>" de "<campo>"
    Y oprime "Buscar"
    Entonces ve el error "<error>"
    Y "<campo>" conserva lo que escribió

    Ejemplos:
      | campo             | lugar        | error                                                     |
      | Ingresar RFC/CURP* | al final | El campo «Ingresar RFC/CURP» tiene un espacio al final. |
      | Nombre(s)*        | al principio | El campo «Nombre(s)» tiene un espacio al principio.       |
      | Primer apellido*  | al final     | El campo «Primer apellido» tiene un espacio al final.     |
      | Segundo apellido  | al principio | El campo «Segundo apellido» tiene un espacio al principio. |
