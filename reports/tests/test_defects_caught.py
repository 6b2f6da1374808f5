"""Each defect of the gallery is caught where it must be: at one of the places blamed for it.

The quick form of `guias prove`, which follows everything with each defect and so proves as well
that nobody innocent is blamed.
"""

import pytest

from fixtures.defects.defect import Defect
from fixtures.defects.gallery import GALLERY
from fixtures.proving.near import look_near
from fixtures.proving.run import as_case
from reports.guides.guide import Guide, read_guides
from reports.paths import ROOT, guides_folder
from reports.proving.blame import found_false
from reports.recorder import NAME, Recorder


@pytest.fixture(scope="session")
def guides() -> tuple[Guide, ...]:
    return read_guides(guides_folder(ROOT))


@pytest.mark.parametrize("defect", [as_case(one) for one in GALLERY], indirect=True)
def test_it_is_caught_and_blamed_right(
    request: pytest.FixtureRequest, defect: Defect, guides: tuple[Guide, ...]
) -> None:
    recorder = request.config.pluginmanager.get_plugin(NAME)
    assert isinstance(recorder, Recorder)
    found = {}
    for _ in look_near(request, defect):
        found = found_false(guides, [recorder.witness.record])
        if found:
            break
    assert found, f"nobody saw it: {defect.drift}"
    assert set(found) <= {str(place) for place in defect.blames}
