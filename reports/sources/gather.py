"""Gathers what guides were made from, when they have just been followed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reports.guides.guide import Guide
from reports.pictures.states import Seen
from reports.record import ScenarioRecord
from reports.sources.closure import Needs
from reports.sources.fingerprint import FONTS, PORTAL_CODE, candidates, fingerprint, is_aside
from reports.sources.kept import GuideSources, Kept, keep, read_kept

FACTS = "features/guias/hechos.toml"
# What all pictures come from. Of a module, what it imports counts too.
PICTURES = (
    *("fixtures/browser.py", "fixtures/portal.py"),
    *(FONTS, PORTAL_CODE, "requirements.lock", "reports/pictures/annotate.py"),
)
# What all documents come from, beside their pictures.
DOCUMENTS = ("reports/documents/site.py", "reports/approved/manifest.json")
_DOCUMENT_FOLDERS = ("reports/templates", "reports/static")
_STATIC = "stub_portal/static/"


def write_sources(
    folder: Path,
    root: Path,
    guides: Sequence[Guide],
    scenarios: Sequence[ScenarioRecord],
    pictures: Sequence[Seen],
    *,
    older: Path,
    followed: Sequence[str] = (),
    begun: Mapping[str, str] | None = None,
) -> None:
    """Write `fuentes.json` into a folder: what every guide and picture was made from.

    `pictures` are all that were seen in the run. `followed` names the guides of this run, unless
    it was all of them; what the others were made from is told by the `fuentes.json` of `older`.
    `begun` are the fingerprints from before: what was saved since was not what was followed.
    """
    gathered = _Gathered(root, scenarios, begun or {})
    before = read_kept(older)
    kept = {}
    for guide in guides:
        known = before.guides.get(guide.name) if before and followed else None
        own = [picture for picture in pictures if picture.guide == guide.name]
        carried = known if guide.name not in followed else None
        kept[guide.name] = carried or gathered.of_guide(guide, own)
    used = {source for guide in kept.values() for source in guide.fingerprints}
    keep(folder, Kept(kept, frozenset(candidates(root) - used)))


def _counts(path: Path) -> bool:
    return path.is_file() and not is_aside(path.name)


class _Gathered:
    """Puts together what was used in a run and what that needs."""

    def __init__(
        self, root: Path, scenarios: Sequence[ScenarioRecord], begun: Mapping[str, str]
    ) -> None:
        self._root = root
        self._scenarios = scenarios
        self._needs = Needs(root)
        self._prints = dict(begun)

    def of_guide(self, guide: Guide, pictures: Sequence[Seen]) -> GuideSources:
        """Return what a guide was made from."""
        own = {f"features/guias/{guide.name}.md", f"features/guias/{guide.name}.feature", FACTS}
        used_by = {
            sight.picture: sight.sources
            for scenario in self._scenarios
            for sight in scenario.sights
            if sight.picture
        }
        of_pictures = {
            one.name: tuple(sorted(own | self._all_of([*used_by[one.picture.name], *PICTURES])))
            for one in pictures
        }
        every = own.union(*of_pictures.values(), self._beside_pictures(guide))
        prints = {source: self._print(source) for source in sorted(every)}
        browsers = dict.fromkeys(picture.browser for picture in pictures)
        return GuideSources(" y ".join(browsers), prints, of_pictures)

    def _beside_pictures(self, guide: Guide) -> set[str]:
        """What a guide's document comes from, and what decided all that the guide says."""
        passages = (guide.opening, *guide.steps)
        claims = {rule for passage in passages for rule in passage.rules}
        used = [*PICTURES, *DOCUMENTS]
        for scenario in self._scenarios:
            if scenario.guide == guide.name:
                used += scenario.sources
            elif not claims.isdisjoint(scenario.rules):
                # A rule is decided by what is there, not by its looks.
                decided_by = (one for one in scenario.sources if not one.startswith(_STATIC))
                used += [scenario.feature, *decided_by]
        folders = (self._root / folder for folder in _DOCUMENT_FOLDERS)
        files = (path for folder in folders for path in folder.rglob("*") if _counts(path))
        used += [path.relative_to(self._root).as_posix() for path in files]
        return self._all_of(used)

    def _all_of(self, used: Sequence[str]) -> set[str]:
        """Return some sources with all that they need."""
        code = [one for one in used if one.endswith(".py") and "*" not in one]
        steps = self._needs.with_imports(one for one in code if not one.startswith("fixtures/"))
        templates = [one for one in used if one.startswith("stub_portal/templates/")]
        return {*used, *steps, *self._needs.with_templates(templates)}

    def _print(self, source: str) -> str:
        if source not in self._prints:
            self._prints[source] = fingerprint(self._root, source)
        return self._prints[source]
