"""The rules of the house, held by tests: who may import whom, and how the code is written."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("features", "steps", "stub_portal", "fixtures", "reports")
TOP_LEVEL = {
    *ROOMS,
    *("conftest.py", "pyproject.toml", "guias.py", "requirements.lock"),
    *("README.md", "LEEME.md", "CHANGELOG.md", "LICENSE"),
}
# What a room may import of the others: modules by their beginnings.
ARROWS = {
    "steps": ("steps",),
    "stub_portal": ("stub_portal",),
    "fixtures": ("fixtures", "stub_portal", "steps", "guias"),
    "reports": (
        *("reports", "steps.sentence", "steps.sight", "steps.personal_data"),
        *("stub_portal", "guias"),
    ),
}
# What Playwright does to a page in a person's stead.
ACTS = {
    *("fill", "press", "type", "check", "select_option", "set_input_files", "goto", "click"),
    *("dblclick", "focus", "hover", "tap", "uncheck", "press_sequentially", "set_checked"),
    *("clear", "select_text", "drag_to", "drag_and_drop", "go_back", "go_forward", "reload"),
    *("mouse", "keyboard", "touchscreen"),
}
# The same by a script, which may look and no more.
SCRIPTED_ACT = re.compile(
    r"\.(click|focus|submit|requestSubmit|dispatchEvent)\(|\.(value|checked) = "
)
SELECTORS = {
    *("locator", "frame_locator", "get_by_test_id", "query_selector", "query_selector_all"),
    *("eval_on_selector", "eval_on_selector_all", "wait_for_selector"),
}
WAITS = {"sleep", "wait_for_timeout", "dispatch_event", "wait_for_selector"}
WHO_ACTS = {"reader.py", "hands.py", "keyboard.py"}
# What a layer of the stub may not import: web → service → store → domain.
WEB = ("flask", "werkzeug", "markupsafe", "jinja2", "stub_portal.web", "stub_portal.app")
SQL = ("sqlalchemy", "psycopg", "stub_portal.database", "stub_portal.tables")
LAYERS = {
    "stub_portal/web": (*SQL, "stub_portal.store"),
    "stub_portal/service.py": (*WEB, "sqlalchemy", "psycopg", "stub_portal.tables"),
    "stub_portal/store.py": (*WEB, "stub_portal.service"),
    "stub_portal/domain": (*WEB, *SQL, "stub_portal", "time", "secrets", "uuid"),
}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_STEP = 300, 32, 6


def python_files(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py"))


def all_python_files() -> list[Path]:
    return [*(path for room in ROOMS for path in python_files(room)), ROOT / "guias.py"]


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name"
            yield node.lineno, node.module or ""
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from ((node.lineno, name) for name in names if is_module(name))


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def is_within(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def test_top_level_is_the_users_own() -> None:
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    top = {name.split("/")[0] for name in names}
    assert not {name for name in top if not name.startswith(".")} - TOP_LEVEL


@pytest.mark.parametrize("room", ROOMS)
def test_arrows_run_one_way(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {room} may not import {module}"
        for path in python_files(room)
        for line, module in imported(path)
        if module.split(".")[0] in {*ROOMS, "guias"} and not _may(path, room, module)
    ]
    assert not wrong, "\n".join(wrong)


def _may(path: Path, room: str, module: str) -> bool:
    is_test = path.name.startswith("test_")
    if path.parent.name == "second_portal":
        return module.startswith("fixtures.second_portal")  # or it would prove less than it says
    if room == "reports" and module.startswith("stub_portal"):
        return module == "stub_portal" or is_test  # its public face, to start it for a person
    if room == "reports" and module.startswith(("fixtures.defects", "fixtures.proving")):
        return is_test  # the gallery proves what verdicts catch
    if room == "features":
        return is_test and path.name.startswith("test_contracts")
    return is_within(module, ARROWS[room])


@pytest.mark.parametrize("layer", LAYERS)
def test_only_the_web_knows_flask_and_only_the_store_knows_sql(layer: str) -> None:
    own = [layer.removesuffix(".py").replace("/", ".")]
    files = python_files(layer) or [ROOT / layer]
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {layer} may not import {module}"
        for path in files
        for line, module in imported(path)
        if is_within(module, LAYERS[layer]) and not is_within(module, own)
    ]
    assert not wrong, "\n".join(wrong)


def named(path: Path) -> Iterator[tuple[int, str]]:
    """Yield what is used by its name, whether it is somebody's or was imported."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.alias):
            yield node.lineno, node.name


def test_readers_only_wait_for_what_they_expect_to_see() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: no {name} in steps/"
        for path in python_files("steps")
        for line, name in named(path)
        if name in WAITS
    ]
    assert not wrong, "\n".join(wrong)


def test_locators_go_by_role_label_or_text() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}: no selectors: use role, label or text"
        for path in python_files("steps")
        for call in ast.walk(syntax(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in SELECTORS
        and ast.unparse(call.args[0]) not in {"'body'", "'html'"}
    ]
    assert not wrong, "\n".join(wrong)


def test_clicks_are_real() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{keyword.value.lineno}: a reader cannot click by force"
        for path in python_files("steps")
        for keyword in ast.walk(syntax(path))
        if isinstance(keyword, ast.keyword) and keyword.arg == "force"
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_reader_and_its_hands_act() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)} goes past the Reader"
        for path in python_files("steps")
        if path.name not in WHO_ACTS
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.expr) and _acts(node)
    ]
    assert not wrong, "\n".join(wrong)


def _acts(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(SCRIPTED_ACT.search(node.value))
    return isinstance(node, ast.Attribute) and node.attr in ACTS and not _of_ours(node)


def test_the_keyboard_alone_is_just_that() -> None:
    allowed = {"press", "type"}
    tree = syntax(ROOT / "steps" / "keyboard.py")
    acts = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    wrong = [
        f"steps/keyboard.py:{act.lineno}: {ast.unparse(act)} needs more than a keyboard"
        for act in acts
        if isinstance(act, ast.Attribute)
        and act.attr in ACTS
        and not (act.attr in allowed and ast.unparse(act.value).endswith(".keyboard"))
    ]
    assert not wrong, "\n".join(wrong)


def _of_ours(node: ast.Attribute) -> bool:
    owner = ast.unparse(node.value)
    # "message" is of the browser's console, and of some type; what was filled is a set.
    ours = {"self", "reader", "self._reader", "message", "self._filled"}
    return owner in ours or owner.endswith("(reader)")


def test_step_definitions_are_short() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{function.lineno}: {function.name} says too much for a step"
        for path in (ROOT / "steps").glob("*.py")
        for function in ast.walk(syntax(path))
        if isinstance(function, ast.FunctionDef)
        and any("Sentence(" in ast.unparse(decorator) for decorator in function.decorator_list)
        and sum(len(ast.unparse(line).splitlines()) for line in function.body) > LONGEST_STEP
    ]
    assert not wrong, "\n".join(wrong)


def test_files_and_functions_stay_small() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in all_python_files()
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
        and path.name != "guias.py"  # one file by its nature: it runs before anything is there
    ]
    wrong += [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {length} lines"
        for path in all_python_files()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not wrong, "\n".join(wrong)


def test_playwrights_output_never_points_at_the_reports(pytestconfig: pytest.Config) -> None:
    output = (ROOT / pytestconfig.getoption("--output")).resolve()
    rooms = [(ROOT / room).resolve() for room in ROOMS]
    assert output != ROOT.resolve()
    assert not any(room in (output, *output.parents) for room in rooms), output


def test_nobody_uses_fakers_fixture_that_gives_every_test_the_same_person() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{argument.lineno}: people come from the portal's control"
        for path in all_python_files()
        for argument in ast.walk(syntax(path))
        if isinstance(argument, ast.arg) and argument.arg == "faker"
    ]
    assert not wrong, "\n".join(wrong)


def test_types_are_judged_alike_on_every_system() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["mypy"]["platform"]  # the host's own, otherwise


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "--output-format=concise"], ["ruff", "format", "--check"], ["mypy"]],
    ids=" ".join,
)
def test_workshop_is_clean(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
