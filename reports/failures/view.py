"""What the page of a failed step shows, made from its record alone."""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from reports.failures.failure import FailureRecord, TraceRecord, Wanted
from reports.guides.guide import Guide
from reports.pictures.annotate import SCALE
from reports.record import ScenarioRecord, SightRecord, StepRecord
from steps.sight import Answer

_ERROR = 400  # HTTP statuses from here on
# The browser itself gave up what it had asked for: it went elsewhere, or kept it as a file.
_GIVEN_UP = "net::ERR_ABORTED"
_LINES = 8  # of an error's text: it begins with what happened
_MOST_ARIA = 20_000  # characters; the whole lies beside the picture


@dataclass(frozen=True)
class Mark:
    """A frame on the picture, in parts of a hundred of its size."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    """The screen on which a step failed, its path as the page refers to it."""

    file: str
    width: int
    height: int
    alt: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Request:
    """One line of what the server answered; `is_error` is what a person should look at."""

    second: str
    what: str
    answer: str
    more: str
    is_error: bool


@dataclass(frozen=True)
class Screen:
    """What there was to see; paths are as the page refers to them, "" for what there is not."""

    title: str
    address: str
    picture: Picture | None
    aria: str
    aria_file: str


@dataclass(frozen=True)
class Server:
    """What the server answered; `error` tells in Spanish if it was none to the last screen."""

    requests: tuple[Request, ...]
    error: str
    error_says: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True)
class FailedStep:
    """All that the page of a failed step shows; paths are as the page refers to them."""

    title: str
    of: str
    says: str
    where_in_guide: str
    held: bool
    sentence: str
    where: str
    reason: str
    wanted: tuple[Wanted, ...]
    screen: Screen
    server: Server
    before: tuple[StepRecord, ...]
    trace: TraceRecord
    test: str


def failed_step(
    scenario: ScenarioRecord, step: StepRecord, guide: Guide | None, record: Path, page: Path
) -> FailedStep:
    """Return what to show of a failed step.

    `record` is the folder of the scenario's record and `page` that of the page to be written.
    """
    failure = step.failure or FailureRecord()
    seen = (
        scenario.sights[failure.sight] if failure.sight is not None else SightRecord(None, "", [])
    )
    in_guide = guide.steps[step.guide_step - 1] if guide and step.guide_step else None
    return FailedStep(
        title=_title(scenario, step),
        of=f"Guía «{guide.title}»" if guide else f"Escenario «{scenario.name}»",
        says=in_guide.first_words if in_guide else "",
        where_in_guide=where_in_guide(guide, in_guide.number) if guide and in_guide else "",
        held=step.status != "failed",
        sentence=f"{step.keyword} {step.sentence}",
        where=f"{scenario.feature}:{step.line}",
        reason=(step.reason if step.status == "failed" else "") or failure.reason,
        # Of what nothing comes near to, the reason has said it already.
        wanted=tuple(one for one in failure.wanted if one.element or one.nearest == one.text),
        screen=_screen(seen, failure, record, page),
        server=_server(seen, failure),
        before=tuple(scenario.steps[: scenario.steps.index(step)]),
        trace=_trace(scenario.trace, record, page),
        test=scenario.test,
    )


def _screen(seen: SightRecord, failure: FailureRecord, record: Path, page: Path) -> Screen:
    file = record / seen.picture
    return Screen(
        title=seen.title,
        address=failure.address,
        picture=_picture(file, page, seen.title, failure.wanted) if seen.picture else None,
        aria=_text(record / seen.aria)[:_MOST_ARIA] if seen.aria else "",
        aria_file=_from(page, record / seen.aria) if seen.aria else "",
    )


def _server(seen: SightRecord, failure: FailureRecord) -> Server:
    error = _error(failure)
    return Server(
        requests=tuple(_request(one, failure.address) for one in failure.answers),
        error=error,
        error_says=tuple(seen.texts[:_LINES]) if error else (),
        messages=tuple(failure.messages),
    )


def _trace(trace: TraceRecord, record: Path, page: Path) -> TraceRecord:
    return replace(trace, file=_from(page, record / trace.file)) if trace.file else trace


def where_in_guide(guide: Guide, number: int) -> str:
    """Return the file and line of a guide's step."""
    return f"features/guias/{guide.name}.md:{guide.steps[number - 1].line}"


def _title(scenario: ScenarioRecord, step: StepRecord) -> str:
    if not scenario.guide:
        return f"Regla «{', '.join(scenario.rules)}»" if scenario.rules else scenario.name
    return f"Paso {step.guide_step}" if step.guide_step else "Antes del primer paso"


def _picture(file: Path, page: Path, title: str, wanted: Sequence[Wanted]) -> Picture | None:
    try:
        with file.open("rb") as opened:
            width, height = (size // SCALE for size in struct.unpack(">16x2I", opened.read(24)))
    except (OSError, struct.error):
        return None
    marks = tuple(
        Mark(*(round(100 * one, 2) for one in (x / width, y / height, w / width, h / height)))
        for x, y, w, h in dict.fromkeys(one.box for one in wanted if one.box)
    )
    boxed = [one.element for one in wanted if one.box]
    marked = f" Se marca{'n' if len(boxed) > 1 else ''}: {', '.join(boxed)}."
    alt = f"Pantalla «{title}» en que se detuvo.{marked if marks else ''}"
    return Picture(_from(page, file), width, height, alt, marks)


def _request(answer: Answer, address: str) -> Request:
    facts = [answer.type, _bytes(answer.size)]
    facts.append("" if answer.milliseconds is None else f"{answer.milliseconds} ms")
    facts.append(f"lleva a {_short(answer.leads_to, address)}" if answer.leads_to else "")
    return Request(
        second=f"{answer.second:.1f} s",
        what=f"{answer.method} {_short(answer.address, address)}".lstrip(),
        answer=_status(answer),
        more=" · ".join(fact for fact in (*facts, answer.trouble) if fact),
        is_error=_is_error(answer),
    )


def _error(failure: FailureRecord) -> str:
    """Return what went wrong with the last screen that was asked for, "" if nothing did."""
    of_screens = (one for one in failure.answers if one.is_document and one.trouble != _GIVEN_UP)
    *_, last = (None, *of_screens)
    if last is None or not _is_error(last):
        return ""
    answered = f"contestó {last.status}" if last.status else "no contestó"
    return f"El servidor {answered} a {_request(last, failure.address).what}."


def _status(answer: Answer) -> str:
    if answer.status is None:
        return "—"
    if answer.trouble == _GIVEN_UP:
        return "interrumpida"
    return str(answer.status) if answer.status else "sin respuesta"


def _is_error(answer: Answer) -> bool:
    if answer.status is None or answer.trouble == _GIVEN_UP:
        return False
    return answer.status >= _ERROR or not answer.status


def _short(address: str, beside: str) -> str:
    """Return an address without the host that it shares with another one."""
    one, other = urlsplit(address), urlsplit(beside)
    same = (one.scheme, one.netloc) == (other.scheme, other.netloc)
    return one._replace(scheme="", netloc="").geturl() or "/" if same else address


def _bytes(size: int | None) -> str:
    if size is None:
        return ""
    return f"{size} bytes" if size < 1000 else f"{size / 1000:.1f} kB"  # noqa: PLR2004 - a kilo


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""


def _from(page: Path, file: Path) -> str:
    """Return a file's path as a page in that folder refers to it."""
    try:
        return Path(os.path.relpath(file, page)).as_posix()
    except ValueError:  # another drive, on Windows
        return file.as_uri()
