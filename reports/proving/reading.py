"""Reads what a run over defects has left: a folder a defect, and one of the portal without any.

`defectos.json` lists them; in a defect's folder are the records of its scenarios, what each was
answered (`respuestas/`, a file a scenario, named alike with every defect) and which texts a check
of labels alone had before it (`etiquetas/`, a file a guide).
"""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reports.guides.guide import Guide
from reports.proving.blame import found_false
from reports.proving.proof import Proof
from reports.record import read_scenarios

NO_DEFECT = "sin-defecto"


class ProofRecord:
    """The record of a run over defects. `guides` are those that it followed."""

    def __init__(self, folder: Path, guides: Sequence[Guide]) -> None:
        self._folder = folder
        self._guides = guides

    @cached_property
    def names(self) -> list[str]:
        """The names of the defects, in the order of the gallery."""
        return list(self._defects)

    def proofs(self) -> list[Proof]:
        """Return what became of each defect."""
        return [self.proof(name, self._changed(name), self._labels(name)) for name in self.names]

    def proof(self, name: str, changed: Sequence[str] = (), labels: Sequence[str] = ()) -> Proof:
        """Return what became of a defect; by itself, as soon as its scenarios have ended."""
        about = self._defects[name]
        scenarios = [one for one in read_scenarios(self._folder / name) if one.guide or one.rules]
        return Proof(
            name=name,
            drift=about["drift"],
            blames=tuple(about["blames"]),
            found=found_false(self._guides, scenarios),
            changed=tuple(changed),
            labels=tuple(labels),
            scenarios=len(scenarios),
        )

    @cached_property
    def without_defect(self) -> dict[str, str]:
        """The places that were found false although nothing is wrong with the portal."""
        return found_false(self._guides, read_scenarios(self._folder / NO_DEFECT))

    @cached_property
    def _defects(self) -> dict[str, dict[str, Any]]:
        listed = _read(self._folder / "defectos.json")
        return {one["name"]: one for one in listed if one["name"] != NO_DEFECT}

    def _changed(self, name: str) -> list[str]:
        """Return what some scenario was answered with a defect, and never without.

        What a browser may keep, it may have asked for in any other scenario.
        """
        before = self._answers(NO_DEFECT)
        kept = {answer for given in before.values() for answer in given["kept"]}
        return sorted(
            {
                answer
                for scenario, given in self._answers(name).items()
                if scenario in before
                for answer in {*given["answers"]} - {*before[scenario]["answers"]} - kept
            }
        )

    def _answers(self, name: str) -> dict[str, dict[str, list[str]]]:
        return {path.name: _read(path) for path in _files(self._folder / name / "respuestas")}

    def _labels(self, name: str) -> list[str]:
        """Return the texts that a check of labels misses with a defect, and not without."""
        usual = set(self._missing_labels(NO_DEFECT))
        return [label for label in self._missing_labels(name) if label not in usual]

    def _missing_labels(self, name: str) -> Iterator[str]:
        for guide in self._guides:
            path = self._folder / name / "etiquetas" / f"{guide.name}.json"
            shown: dict[str, list[str]] = _read(path) if path.exists() else {}
            for step in guide.steps if shown else ():
                missing = set(step.texts).difference(shown.get(str(step.number), ()))
                for text in step.texts:
                    if text in missing:
                        yield f"{guide.name}, paso {step.number}: «{text}»"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
