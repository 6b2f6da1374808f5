"""Nothing that a run leaves shows personal data, and the run is an error where something would."""

import json
import zipfile
from pathlib import Path

import pytest

from reports.privacy.leaks import find_leaks
from reports.privacy.plugin import leaks_found, personal_data, troubles
from reports.record import ScenarioRecord, StepRecord
from reports.tests.samples import read
from reports.witness import ScenarioWitness
from steps.personal_data import HIDDEN, Datum, PersonalData
from steps.sight import NotMaskedError, Sight, Touch

pytest_plugins = ["pytester"]

CURP = "GIMM800101MDFXYZ09"
CONFTEST = f"""
from reports import hooks
from steps.personal_data import Datum

def pytest_addhooks(pluginmanager):
    pluginmanager.add_hookspecs(hooks)

def pytest_addoption(parser):
    parser.addoption("--record")
    parser.addoption("--tracing", default="off")

def pytest_guias_personal_data(config):
    return [Datum("la CURP", "{CURP}"), Datum("el primer apellido", "Gil")]
"""


def people() -> PersonalData:
    """Return what must not be shown."""
    return PersonalData(
        [
            Datum("la CURP", CURP),
            Datum("el nombre", "Matías"),
            Datum("el primer apellido", "Gil"),
            Datum("el segundo apellido", "Campos"),
        ]
    )


def leaks(folder: Path, name: str, content: bytes | str) -> str:
    """Return which data are found in a file with that name and content, "" for none."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = find_leaks([file], people(), folder)
    assert [leak.file for leak in found] in ([], [file])
    return found[0].kinds if found else ""


@pytest.mark.parametrize(
    "content",
    [
        f"curp {CURP.lower()}",
        CURP.encode("utf-16"),
        b"\x89PNG\xff" + CURP.encode(),
        "<a href='?c=GIMM%38%300101'>",
        json.dumps({"a": f"x\n{CURP}"}),
    ],
)
def test_a_curp_is_found_in_a_file(content: bytes | str, tmp_path: Path) -> None:
    assert leaks(tmp_path, "a.bin", content) == "la CURP"


@pytest.mark.parametrize(
    "content",
    [
        "Hola, MATÍAS",
        json.dumps(["Matías"]),
        "<td>Mat&iacute;as</td>",
        "nombre=Mat%C3%ADas&x",
        "\x1b[31mMatias\x1b[0m",
    ],
)
def test_a_name_is_found_however_it_is_encoded(content: str, tmp_path: Path) -> None:
    assert leaks(tmp_path, "a.txt", content) == "el nombre"


def test_a_name_is_found_in_a_files_name_and_in_an_archive(tmp_path: Path) -> None:
    assert leaks(tmp_path, "cita-gil.json", "{}") == "el primer apellido"
    with zipfile.ZipFile(tmp_path / "inside.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("trace", f"{CURP} {CURP}")
    content = (tmp_path / "inside.zip").read_bytes()
    assert leaks(tmp_path, "trace.zip", content) == "la CURP"


def test_what_is_no_datum_is_no_leak(tmp_path: Path) -> None:
    assert leaks(tmp_path, "a.txt", f"Vigilancia, {HIDDEN}, gilda, GIMM") == ""
    assert leaks(tmp_path, "a.png", b"\x89PNG\xff Gil \xfe") == ""  # letters that came about


def test_a_surname_that_the_guides_use_as_a_word_counts_beside_another_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "a.feature").write_text("Llene los campos", "utf-8")
    assert leaks(tmp_path, "a.html", "Llene los campos") == ""
    assert leaks(tmp_path, "b.html", "<b>GIL</b> Campos") == "el primer apellido"
    assert "el nombre completo" in leaks(tmp_path, "c.html", "Gil Campos")


def test_the_record_hides_what_was_seen_and_why_it_failed(tmp_path: Path) -> None:
    step = StepRecord("then", "Entonces", "ve sus datos", 3, 1, "failed", f"se ve «{CURP}»")
    record = ScenarioRecord("a.feature", "x", "constancia", [], main=True, steps=[step])
    witness = ScenarioWitness(
        record,
        read(tmp_path),
        tmp_path / "x",
        picture_kept=lambda **_: None,
        sources=list,
        personal_data=people(),
    )
    touch = Touch("«Gil»", 0, 0, 1, 1)
    texts = ("Hola, Gil", "Constancias", CURP)
    witness.saw(Sight("Cita de Gil", texts, f'- text "{CURP}"', (touch,), b"PNG"))
    witness.finish("")
    left = "".join(file.read_text("utf-8") for file in tmp_path.glob("x*") if file.suffix != ".png")
    assert "Gil" not in left
    assert CURP not in left
    assert "Constancias" in left
    assert record.sights[0].texts == [f"Hola, {HIDDEN}", "Constancias", HIDDEN]
    assert step.reason == f"se ve «{HIDDEN}»"


def test_the_record_hides_why_a_scenario_was_skipped(tmp_path: Path) -> None:
    record = ScenarioRecord("a.feature", "x", "", ["plazo"], main=True)
    witness = ScenarioWitness(
        record, None, tmp_path / "x", picture_kept=None, sources=list, personal_data=people()
    )

    def end() -> None:
        try:
            pytest.skip("ya se actuó con Gil")
        finally:
            witness.finish("")

    with pytest.raises(pytest.skip.Exception):
        end()
    assert record.skipped == f"ya se actuó con {HIDDEN}"


def test_what_a_guide_quotes_is_nobodys_name(tmp_path: Path) -> None:
    witness = ScenarioWitness(
        ScenarioRecord("", "", "constancia", [], main=True),
        read(tmp_path),
        tmp_path / "x",
        picture_kept=None,
        sources=list,
        personal_data=PersonalData([Datum("el primer apellido", "Listo")]),
    )
    assert witness.hide("Listo") == "Listo"
    assert witness.hide("Listo, Ana") == f"{HIDDEN}, Ana"


class Uncovered:
    """A reader on a screen that cannot be masked."""

    def look(self) -> None:
        """Fail as the Reader does."""
        raise NotMaskedError("no se guardó la imagen")

    def forget(self) -> None:
        """Forget nothing."""


def test_the_step_whose_picture_shows_a_datum_fails(tmp_path: Path) -> None:
    steps = [StepRecord("when", "Cuando", f"paso {n}", n, n, "passed") for n in (1, 2)]
    steps[1].status = "not_reached"
    record = ScenarioRecord("a.feature", "x", "constancia", [], main=True, steps=steps)
    witness = ScenarioWitness(
        record, read(tmp_path), tmp_path / "x", picture_kept=None, sources=list
    )
    witness.guide_step = 1
    with pytest.raises(NotMaskedError):
        witness.begin_guide_step(2, Uncovered())
    assert [step.status for step in steps] == ["failed", "not_reached"]
    assert steps[0].reason == "no se guardó la imagen"


def run(
    pytester: pytest.Pytester, test: str, *words: str
) -> tuple[pytest.RunResult, list[str], list[str]]:
    """Run a test in which everybody is real: what pytest says, the troubles, the leaking files."""
    found: tuple[list[str], list[str]] = ([], [])

    class Heard:
        def pytest_unconfigure(self, config: pytest.Config) -> None:
            found[0].extend(troubles(config))
            found[1].extend(leak.file.name for leak in leaks_found(config))

    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test)
    arguments = (
        "--disable-plugin-autoload",
        "-p",
        "reports.privacy.plugin",
        "--junitxml=j.xml",
        "--record=rec",
        *words,
    )
    done = pytester.runpytest_inprocess(*arguments, plugins=[Heard()])
    return done, *found


def test_pytests_own_words_hide_personal_data(pytester: pytest.Pytester) -> None:
    test = f"""
    import pytest
    def test_fails():
        print("{CURP}")
        seen = "Gil"
        assert seen == "{CURP}"
    def test_skips():
        pytest.skip("ya se actuó con Gil")
    """
    done, told, _ = run(pytester, test, "-rs")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    said = [done.stdout.str(), (pytester.path / "j.xml").read_text("utf-8")]
    for text in said:
        assert HIDDEN in text
        assert "Gil" not in text
        assert CURP not in text
    assert told == []


def test_a_file_that_shows_personal_data_is_taken_away(pytester: pytest.Pytester) -> None:
    test = f"""
    from pathlib import Path
    def test_leaves_a_file():
        Path("rec").mkdir()
        Path("rec/bad.json").write_text('"{CURP}"')
        Path("rec/good.json").write_text('"nada"')
    """
    done, told, files = run(pytester, test)
    assert done.ret == pytest.ExitCode.INTERRUPTED
    assert [path.name for path in (pytester.path / "rec").iterdir()] == ["good.json"]
    assert files == ["bad.json"]
    assert "El archivo bad.json mostraba la CURP, y se borró." in told[0]
    assert "El archivo bad.json mostraba la CURP" in done.stdout.str()
    assert CURP not in done.stdout.str()


def test_a_mask_that_never_matched_is_an_error(pytester: pytest.Pytester) -> None:
    test = f"""
    from reports.privacy.plugin import personal_data
    def test_takes_a_picture(pytestconfig):
        data = personal_data(pytestconfig)
        data.pictures = 1
        data.hide("{CURP}")
    """
    done, told, _ = run(pytester, test)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    assert "La máscara no tapó nada en toda la corrida: el primer apellido." in told[0]


def test_what_cannot_be_masked_is_not_kept(pytester: pytest.Pytester) -> None:
    done, _, _ = run(pytester, "def test_nothing(): pass", "--tracing=on")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*--tracing guardaría datos personales sin tapar*"])


def test_nothing_is_looked_for_when_everybody_is_made_up(pytestconfig: pytest.Config) -> None:
    assert not personal_data(pytestconfig)
