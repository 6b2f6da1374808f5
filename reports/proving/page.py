"""The page of `guias prove`: every defect, who caught it, and what labels alone would have seen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from reports.documents.formats.page import write_static
from reports.documents.templating import environment
from reports.proving.proof import Proof, in_order
from reports.proving.telling import blamed_right, evidence, totals
from reports.wording import date_and_time


def write_proof_page(
    folder: Path, proofs: Sequence[Proof], without_defect: Mapping[str, str], began: datetime
) -> Path:
    """Write `index.html`, with all it needs beside it, into a folder; return the page's path.

    `without_defect` are the places that were false already, each with why; `began` is aware.
    """
    folder.mkdir(exist_ok=True)
    write_static(folder)
    pages = environment()
    pages.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    pages.globals |= {
        "blamed_right": blamed_right,
        "date_and_time": date_and_time,
        "evidence": evidence,
        "in_order": in_order,
        "totals": totals,
    }
    text = pages.get_template("defectos.html").render(
        proofs=proofs, without_defect=without_defect, began=began
    )
    page = folder / "index.html"
    page.write_text(text, "utf-8")
    return page
