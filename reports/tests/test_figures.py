"""A claim is as true as its figures: each stands in the feature of the rule that decides it."""

from pathlib import Path

import pytest

from reports.coverage.cover import cover
from reports.coverage.figures import figures, figures_of_feature, unsaid
from reports.coverage.grounds import Ground
from reports.guides.content import runs
from reports.guides.guide import read_guides
from reports.record import ScenarioRecord
from reports.tests.project import ROOT
from reports.tests.samples import FACTS, GUIDE, all_well, decides, read
from reports.verdicts import Verdict, judge

FEATURE = """\
# language: es
# 7 de cada 8
@regla:aviso_99_horas
Característica: Con 36 horas de anticipación
  La cita es el 30/01/2024 a las 13:30.
"""


def records(*said: str) -> list[ScenarioRecord]:
    """Return a run in which everything held, and the rule's feature says these figures."""
    found = all_well()
    for scenario in found:
        if "plazo" in scenario.rules:
            scenario.figures = list(said)
    return found


def test_a_figure_is_a_whole_one() -> None:
    assert figures("De 08:00 a 13:30, 36 horas (36.5) o 55 4000; 1/2.") == [
        *("08:00", "13:30", "36", "36.5", "55", "4000", "1/2"),
    ]
    assert figures_of_feature(FEATURE) == ["36", "30/01/2024", "13:30"]


@pytest.mark.parametrize(
    ("claim", "fact"),
    [("24 horas", ""), ("{{ plazo }} o más", 'plazo = "24 horas"\n'), ("entre 36 y 24 horas", "")],
)
def test_a_claim_with_another_figure_than_its_rule_is_sin_verificar(
    tmp_path: Path, claim: str, fact: str
) -> None:
    text = GUIDE.replace("[dos días]", f"[{claim}]")
    guide = read(tmp_path, text, FACTS + fact)
    judged = judge(guide, records("36"))
    (finding,) = judged.steps[0].findings
    assert finding.verdict is Verdict.UNCHECKED
    assert "la regla «plazo» no dice 24 en ninguna parte" in finding.text
    assert "Qué hacer: corrija la cifra" in finding.text
    assert "features/reglas/plazo.feature" in finding.text
    assert finding.where == "features/guias/constancia.md:15"
    claimed = next(one for one in judged.coverage.sentences if one.text.startswith("Tarda"))
    assert Ground.CLAIM not in claimed.grounds
    assert judge(guide, records("36", "24")).verdict is Verdict.HOLDS


def test_words_need_no_figure(tmp_path: Path) -> None:
    assert cover(read(tmp_path), records()).percent == 100


def test_what_our_guides_claim_is_said_by_their_rules() -> None:
    features = ROOT / "features"
    wrong: list[object] = []
    for guide in read_guides(features / "guias"):
        for passage in (guide.opening, *guide.steps):
            for rule in passage.rules:
                scenario = decides(rule)
                text = (features / "reglas" / f"{rule}.feature").read_text("utf-8")
                scenario.figures = figures_of_feature(text)
                wrong += unsaid(runs(passage.content), rule, [scenario])
    assert not wrong
