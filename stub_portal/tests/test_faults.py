"""Which errors of which driver are a fault of the database, and which fault."""

import pytest
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from stub_portal.faults import BUSY, CLOSED, DAMAGED, FAILING, FULL, UNREACHABLE, Fault, fault_of


class ServerError(Exception):
    """What a driver raises on a server's word; without a state when no word came."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate
        super().__init__()


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        ("53100", FULL),
        ("57P01", UNREACHABLE),
        ("55P03", BUSY),
        ("57014", BUSY),
        ("25006", CLOSED),
        ("58030", FAILING),
        ("XX001", DAMAGED),
        ("40P01", None),
        (None, UNREACHABLE),
    ],
)
def test_what_a_server_says(state: str | None, fault: Fault | None) -> None:
    assert fault_of(OperationalError(None, None, ServerError(state))) == fault


def test_a_pool_without_connections() -> None:
    assert fault_of(NoConnectionLeft()) == BUSY


def test_our_own_mistakes_are_no_fault_of_the_database() -> None:
    assert fault_of(ProgrammingError(None, None, ServerError("42P01"))) is None
    assert fault_of(ArgumentError()) is None
