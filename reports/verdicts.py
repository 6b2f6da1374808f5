"""The verdict of every step of a guide, from what the scenarios did and saw."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reports.coverage.cover import CheckedSentence, Coverage, cover, unchecked
from reports.coverage.figures import unsaid
from reports.guides.content import runs
from reports.guides.guide import Guide, Passage, Step
from reports.record import ScenarioRecord, SightRecord, StepRecord
from reports.texts import missing_texts, nearest


class Verdict(StrEnum):
    """What can be said of a step; a closed vocabulary, worst first."""

    FAILS = "no_cumple"
    TEXT_DIFFERS = "texto_distinto"
    NOT_REACHED = "no_alcanzado"
    UNCHECKED = "sin_verificar"
    HOLDS = "cumple"


@dataclass(frozen=True)
class Finding:
    """One reason why a step is not `cumple`, and the file and line that it comes from."""

    verdict: Verdict
    text: str
    where: str = ""


@dataclass(frozen=True)
class StepVerdict:
    """A guide's step, what is wrong with it, and its pictures.

    Number 0 is what the guide says before its steps.
    """

    number: int
    passage: Passage
    findings: tuple[Finding, ...]
    sights: tuple[SightRecord, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The worst of the findings."""
        return worst(finding.verdict for finding in self.findings)


@dataclass(frozen=True)
class GuideVerdict:
    """A guide, the verdict of each of its steps, and what checks each of its sentences."""

    guide: Guide
    steps: tuple[StepVerdict, ...]
    coverage: Coverage

    @property
    def verdict(self) -> Verdict:
        """The worst of the steps."""
        return worst(step.verdict for step in self.steps)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of some verdicts; nothing wrong is `cumple`."""
    order = list(Verdict)
    return min(verdicts, key=order.index, default=Verdict.HOLDS)


def judge(
    guide: Guide, scenarios: Sequence[ScenarioRecord], rules: Collection[str] = ()
) -> GuideVerdict:
    """Judge a guide by its own scenarios, and its claims by those tagged with their rules.

    `rules` are names that a claim of no rule may have been meant for, besides those that the
    scenarios decide.
    """
    coverage = cover(guide, scenarios)
    alone = unchecked(coverage)
    steps = judge_steps(guide, scenarios, rules)
    judged = (_with(step, alone.get(step.number, ())) for step in steps)
    return GuideVerdict(guide, tuple(judged), coverage)


def judge_steps(
    guide: Guide, scenarios: Sequence[ScenarioRecord], rules: Collection[str] = ()
) -> tuple[StepVerdict, ...]:
    """Judge the steps of a guide as `judge` does, whether or not something checks each sentence."""
    known = sorted({*rules, *(rule for one in scenarios for rule in one.rules)})
    own = [scenario for scenario in scenarios if scenario.guide == guide.name]
    steps = (
        StepVerdict(0, guide.opening, tuple(_setup(own))),
        *(_judge_step(guide, step, own) for step in guide.steps),
    )
    claims = (tuple(_claims(guide, step.passage, scenarios, known)) for step in steps)
    return tuple(
        replace(step, findings=(*step.findings, *found))
        for step, found in zip(steps, claims, strict=True)
    )


def _with(step: StepVerdict, alone: Iterable[CheckedSentence]) -> StepVerdict:
    """Add to a step's findings the sentences that nothing checks."""
    found = (Finding(Verdict.UNCHECKED, one.trouble, one.where) for one in alone)
    return replace(step, findings=(*step.findings, *found))


def _judge_step(guide: Guide, step: Step, own: Sequence[ScenarioRecord]) -> StepVerdict:
    main = [scenario for scenario in own if scenario.main]
    actions = tuple(_actions(guide, step, own))
    texts = () if actions else tuple(_texts(guide, step, main))
    sights = (sight for scenario in main for sight in scenario.sights)
    pictures = (sight for sight in sights if sight.guide_step == step.number and sight.picture)
    return StepVerdict(step.number, step, (*actions, *texts), tuple(pictures))


def _setup(own: Sequence[ScenarioRecord]) -> Iterator[Finding]:
    """What failed before the first step of the guide was reached."""
    for scenario in own:
        failed = scenario.failed_step
        if failed and failed.guide_step is None:
            yield _failure(scenario, failed)


def _actions(guide: Guide, step: Step, own: Sequence[ScenarioRecord]) -> Iterator[Finding]:
    taken = [
        (scenario, taken)
        for scenario in own
        for taken in scenario.steps
        if taken.guide_step == step.number
    ]
    if not taken:
        text = (
            f"Ninguna frase de {guide.name}.feature toma el paso {step.number}. Qué hacer: escriba "
            f"«en el paso {step.number}» al principio de la primera frase que lo sigue."
        )
        yield Finding(Verdict.UNCHECKED, text, f"features/guias/{guide.name}.md:{step.line}")
    failures = [_failure(*pair) for pair in taken if pair[1].status == "failed"]
    yield from failures
    missed = () if failures else [pair for pair in taken if pair[1].status != "passed"]
    found = [_missed(*pair) for pair in missed]
    yield from sorted(found, key=lambda one: list(Verdict).index(one.verdict))[:1]


def _missed(scenario: ScenarioRecord, step: StepRecord) -> Finding:
    """Tell a sentence that was not followed: nobody's fault, or because another one failed."""
    where, why_skipped = f"{scenario.feature}:{step.line}", scenario.why_skipped(step)
    if why_skipped:
        return Finding(Verdict.UNCHECKED, f"No se comprobó: {why_skipped}.", where)
    return Finding(Verdict.NOT_REACHED, _why_not_reached(scenario, step), where)


def _why_not_reached(scenario: ScenarioRecord, missed: StepRecord) -> str:
    """Say what failed before, the last of it, and why nobody could go on past that."""
    before = scenario.steps[: scenario.steps.index(missed)]
    failed = next((step for step in reversed(before) if step.status == "failed"), None)
    if failed is None:
        return "La corrida se interrumpió."
    why = f", y {missed.reason}" if missed.reason else ""
    return f"Antes falló «{failed.sentence}»{why}."


def _texts(guide: Guide, step: Step, main: Sequence[ScenarioRecord]) -> Iterator[Finding]:
    where = f"features/guias/{guide.name}.md:{step.line}"
    for scenario in main:
        missing = (text for number, text in missing_texts(guide, scenario) if number == step.number)
        yield from (Finding(Verdict.TEXT_DIFFERS, text, where) for text in missing)


def _claims(
    guide: Guide, passage: Passage, scenarios: Sequence[ScenarioRecord], known: Sequence[str]
) -> Iterator[Finding]:
    for rule in passage.rules:
        deciding = [scenario for scenario in scenarios if rule in scenario.rules]
        if not deciding:
            line = next(run.line for run in runs(passage.content) if run.rule == rule)
            where = f"features/guias/{guide.name}.md:{line}"
            yield Finding(Verdict.UNCHECKED, _no_rule(rule, known), where)
        found = [finding for scenario in deciding for finding in _decision(rule, scenario)]
        verdict = worst(finding.verdict for finding in found)
        alike = [finding for finding in found if finding.verdict is verdict]
        # One false rule is told once: its other examples stand in the table of rules.
        yield from alike[:1]
        yield from _unsaid(guide, passage, rule, deciding)


def _unsaid(
    guide: Guide, passage: Passage, rule: str, deciding: Sequence[ScenarioRecord]
) -> Iterator[Finding]:
    """What claims of a rule say in figures that the rule does not."""
    for run, figure in unsaid(runs(passage.content), rule, deciding) if deciding else ():
        text = (
            f"La guía dice «{run.text.strip()}», y la regla «{rule}» no dice {figure} en ninguna "
            f"parte: nada lo comprueba. Qué hacer: corrija la cifra, o afirme la regla que la "
            f"comprueba; la regla está en {deciding[0].feature}."
        )
        yield Finding(Verdict.UNCHECKED, text, f"features/guias/{guide.name}.md:{run.line}")


def _no_rule(rule: str, known: Sequence[str]) -> str:
    """Say that nothing decides a rule, and which there are."""
    if rule in known:  # but this run did not decide it
        return f"Ninguna regla comprueba «{rule}»."
    like = nearest(rule, known)
    there = f" La más parecida es «{like}»." if like else ""
    if known and not like:
        there = f" Hay: {', '.join(known)}."
    return (
        f"Ninguna regla comprueba «{rule}».{there} Qué hacer: corrija el nombre que sigue a "
        "«regla:», o pida esa regla a QA."
    )


def decision(scenario: ScenarioRecord) -> Verdict:
    """Return what a scenario decides of its rules.

    Only what it checks can be false: where something else failed, it decides nothing.
    """
    failed = scenario.failed_step
    if failed and failed.type == "then":
        return Verdict.FAILS
    return Verdict.HOLDS if scenario.passed else Verdict.UNCHECKED


def _decision(rule: str, scenario: ScenarioRecord) -> Iterator[Finding]:
    """What a scenario has to say against a rule."""
    verdict, failed = decision(scenario), scenario.failed_step
    if failed and verdict is Verdict.FAILS:
        yield _failure(scenario, failed)
    elif verdict is Verdict.UNCHECKED:
        why = failed.reason if failed else scenario.skipped
        reason = f": {why}" if why else ""
        text = f"No se pudo comprobar la regla «{rule}», «{scenario.name}»{reason}"
        where = f"{scenario.feature}:{failed.line}" if failed else scenario.feature
        yield Finding(Verdict.UNCHECKED, text, where)


def _failure(scenario: ScenarioRecord, step: StepRecord) -> Finding:
    origin = "" if scenario.guide else f"Regla «{scenario.rules[0]}», «{scenario.name}»: "
    text = f"{origin}{step.keyword} {step.sentence} — {step.reason}"
    return Finding(Verdict.FAILS, text, f"{scenario.feature}:{step.line}")
