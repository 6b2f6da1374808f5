"""What is kept of a failed step: what was looked for, what comes nearest, what was answered."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from reports.failures.keeping import Left, failure_of, keep_missing, look_at_failure, trace_of
from reports.failures.nearest import nearest_element, roles_looked_for
from reports.record import ScenarioRecord
from reports.tests.samples import followed, read, sight
from reports.witness import ScenarioWitness
from steps.personal_data import Datum, PersonalData
from steps.sight import Aftermath, Answer, NotAsTheGuideSaysError, Sight

SCREEN = """\
- heading "Buscar una cita" [level=1] [box=8,8,900,37]
- textbox "Nombre(s)*": [box=8,60,200,30]
- button "Consultar" [box=8,100,73,21]
- text: Buscarlo
"""
LEFT = Aftermath(
    "http://127.0.0.1/citas?q=…", (Answer(1.0, "/ANA"),), ("ANA no",), SCREEN, (5, 100)
)
BUTTONS = 'waiting for get_by_role("link", name="x").or_(get_by_role("button", name="x"))'


class Reader:
    """A reader in front of a screen."""

    def __init__(self, witness: ScenarioWitness, texts: tuple[str, ...] = ()) -> None:
        self._witness = witness
        self._texts = texts
        self.page = None

    def look(self) -> None:
        """Hand over the screen."""
        if self._witness.wants_sight():
            picture = b"PNG" if self._witness.wants_picture() else None
            self._witness.saw(Sight("Citas", self._texts, SCREEN, (), picture))


class Request:
    """A test's request, as far as a failure needs one."""

    def __init__(self, reader: object = None, **options: str) -> None:
        self._values = {"answers": SimpleNamespace(aftermath=lambda _: LEFT), "reader": reader}
        self._values["output_path"] = "/tmp/hecho"  # noqa: S108 - nothing is written there
        self.config = SimpleNamespace(
            getoption=lambda name, default=None: options.get(name, default)
        )
        self.node = SimpleNamespace(nodeid="features/test_guias.py::test_pedirla")

    def getfixturevalue(self, name: str) -> object:
        """Return a fixture's value; without a reader there is no browser."""
        if self._values[name] is None:
            raise LookupError(name)
        return self._values[name]


def request(reader: object = None, **options: str) -> pytest.FixtureRequest:
    """Return a request for the type checker."""
    return cast(
        "pytest.FixtureRequest",
        Request(reader, **{f"--{name}": value for name, value in options.items()}),
    )


def witness_of(folder: Path, record: ScenarioRecord, *data: Datum) -> ScenarioWitness:
    """Return the witness of a scenario of the sample's guide."""
    return ScenarioWitness(
        record, read(folder), folder / "uno", picture_kept=None, sources=list,
        personal_data=PersonalData(data),
    )  # fmt: skip


def failed(expected: str, cause: str) -> NotAsTheGuideSaysError:
    """Return what the reader raises, with Playwright's own words behind."""
    error = NotAsTheGuideSaysError(f"no se pudo hacer clic en «{expected}»", expected=[expected])
    error.__cause__ = AssertionError(cause)
    return error


def test_the_nearest_element_is_of_the_sort_that_was_looked_for() -> None:
    roles = roles_looked_for(failed("Buscar", BUTTONS))
    assert roles == {"link", "button"}
    # "Buscar una cita" is more alike, and no button.
    assert nearest_element("Buscar", roles, LEFT, ()) == ("botón «Consultar»", (9, 196, 81, 29))


def test_its_frame_reaches_into_no_neighbour() -> None:
    menu = '- link "Bitácoras" [box=10,40,80,30]\n- link "Cancela cita" [box=10,72,80,30]\n'
    left = Aftermath("", (), (), menu, (0, 0))
    assert nearest_element("Bitácora", {"link"}, left, ())[1] == (9, 39, 82, 32)


def test_of_no_sort_the_most_alike_is_the_nearest() -> None:
    assert nearest_element("Buscar cita", (), LEFT, ())[0] == "encabezado «Buscar una cita»"


def test_a_field_that_was_looked_for_by_its_label_is_a_field() -> None:
    roles = roles_looked_for(failed("Nombres", 'waiting for get_by_label("Nombres", exact=True)'))
    assert {"textbox", "combobox"} <= roles
    assert not roles_looked_for(failed("Nombres", "")) & roles
    assert nearest_element("Nombres", roles, LEFT, ())[0] == "campo «Nombre(s)*»"


def test_what_the_guide_quotes_elsewhere_is_nothing_renamed() -> None:
    assert nearest_element("Buscar", {"button"}, LEFT, {"Consultar", "Buscar una cita"}) == ("", ())


def test_nothing_near() -> None:
    assert nearest_element("Otorgamiento", {"button"}, LEFT, ()) == ("", ())
    assert nearest_element("Buscar", {"button"}, Aftermath("", (), (), "", (0, 0)), ()) == ("", ())


def test_a_failure_keeps_what_is_near_and_what_was_answered(tmp_path: Path) -> None:
    record = followed({1: ("Solicitar*",)})
    kept = failure_of(
        record.steps[3], failed("Pedir*", ""), witness_of(tmp_path, record), Left(0, LEFT)
    )
    [wanted] = kept.wanted
    assert (wanted.text, wanted.nearest) == ("Pedir*", "")
    assert kept.answers == [Answer(1.0, "/ANA")]
    assert (kept.sight, kept.address) == (0, LEFT.address)


def test_a_failure_keeps_no_personal_data(tmp_path: Path) -> None:
    record = followed()
    witness = witness_of(
        tmp_path, record, Datum("el nombre", "ANA"), Datum("la clave", "Consultar")
    )
    kept = failure_of(record.steps[3], failed("ANA", BUTTONS), witness, Left(0, LEFT))
    assert "ANA" not in repr(kept)
    assert "•••" in kept.answers[0].address
    assert "•••" in kept.messages[0]


def test_a_browser_that_is_gone_leaves_nothing_and_is_no_error(tmp_path: Path) -> None:
    assert look_at_failure(request(), witness_of(tmp_path, followed({}))) == Left()


def test_the_screen_of_a_failure_is_kept(tmp_path: Path) -> None:
    witness = witness_of(tmp_path, followed({}))
    assert look_at_failure(request(Reader(witness)), witness) == Left(0, LEFT)
    assert witness.record.sights[0].picture == "uno-01.png"


def test_a_step_that_lacks_a_text_is_looked_at_while_its_screen_is_there(tmp_path: Path) -> None:
    record = followed({})
    witness = witness_of(tmp_path, record)
    reader = Reader(witness, ("Constancia", "Pedir*"))
    witness.guide_step = 2
    keep_missing(request(reader), witness, ["Constancias"])
    failure = record.steps[3].failure  # the last of guide step 2
    assert failure
    assert record.steps[3].status == "passed"
    assert failure.sight == 0
    assert failure.reason.startswith("«Constancias» no está en la pantalla; lo más parecido")


def test_a_picture_that_a_step_has_already_is_taken_for_it(tmp_path: Path) -> None:
    record = followed({2: ("Constancia",)})
    record.sights[0].picture = "uno-01.png"
    record.sights.append(sight(3, "Listo"))
    witness = witness_of(tmp_path, record)
    witness.guide_step = 2
    keep_missing(request(Reader(witness)), witness, ["Buscar una citas"])
    assert record.steps[3].failure
    assert record.steps[3].failure.wanted[0].element == "encabezado «Buscar una cita»"
    assert record.steps[3].failure.sight == 0
    assert len(record.sights) == 2
    assert all(one.box == () for one in record.steps[3].failure.wanted)  # of another moment


def test_how_to_get_a_trace_is_told() -> None:
    told = trace_of(request(tracing="off"))
    test = "features/test_guias.py::test_pedirla"
    assert told.command == f'guias.py test "{test}" --tracing retain-on-failure'
    kept = trace_of(request(tracing="retain-on-failure"))
    assert Path(kept.file).name == "trace.zip"
    assert kept.command == ""


def test_at_another_portal_nobody_is_told_to_follow_it_again() -> None:
    asked = Request()
    options = {"--tracing": "off", "base_url": "https://portal.ejemplo.mx"}
    asked.config = SimpleNamespace(getoption=lambda name, default=None: options.get(name, default))
    told = trace_of(cast("pytest.FixtureRequest", asked))
    assert told.command == told.file == ""
    assert "podría cambiar algo allí" in told.why_not
