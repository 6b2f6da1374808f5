"""Screens made by hand, as ARIA snapshots."""

SCREEN = """\
- banner:
  - navigation "Servicios":
    - link "SALUD":
      - /url: /salud
    - link "PENSIONES":
      - /url: /pensiones
- main:
  - heading "Pedir una constancia" [level=1]
  - paragraph: Escribe tus datos.
  - group "Tus datos":
    - text: Tus datos Nombre*
    - textbox "Nombre*": Dulce
    - text: Correo
    - textbox "Correo":
      - /placeholder: Escribe tu correo
  - button "Pedir"
  - button "Salir"
"""
TABLE = """\
- main:
  - heading "Listado" [level=1]
  - table "Listado":
    - rowgroup:
      - row "Fecha Estatus Clave":
        - columnheader "Fecha"
        - columnheader "Estatus"
        - columnheader "Clave"
    - rowgroup:
      - row "30/01/2024 AGENDADA AAA111":
        - cell "30/01/2024"
        - cell "AGENDADA"
        - cell "AAA111"
      - row "29/01/2024 CANCELADA BBB222":
        - cell "29/01/2024"
        - cell "CANCELADA"
        - cell "BBB222"
"""
ROW = """\
      - row "28/01/2024 AGENDADA CCC333":
        - cell "28/01/2024"
        - cell "AGENDADA"
        - cell "CCC333"
"""
DETAIL = """\
- main:
  - heading "Cancela cita" [level=1]
  - region "Tu cita":
    - heading "Tu cita" [level=2]
    - term: Ventanilla
    - definition: "02"
    - term: Fecha
    - definition: 30/01/2024
  - paragraph: Puedes cancelarla aquí, o por teléfono, con 36 horas de anticipación, hasta el 29/01.
  - text: Motivo*
  - combobox "Motivo*":
    - option "Elige uno" [selected]
    - option "Me faltan documentos"
    - option "Otro motivo"
  - status:
    - heading "Guardado" [level=2]
    - paragraph:
      - text: La cita
      - strong: AAA111
      - text: ", de Dulce."
"""
MENU = """\
- navigation "Menú":
  - button "Citas"
  - list:
    - listitem:
      - link "Nueva cita"
    - listitem:
      - link "Bitácora"
    - listitem:
      - link "Reimprime cita"
    - listitem:
      - link "Cancela cita"
- main:
  - heading "Bienvenida"
"""
LOG = '    - listitem:\n      - link "Bitácora"\n'
LAST = '    - listitem:\n      - link "Cancela cita"\n'
