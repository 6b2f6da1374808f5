"""A portal that is killed: what it acknowledged is kept, and nothing is kept by half."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from stub_portal.tests.acts import Account, Act, LostError, open_accounts
from stub_portal.tests.postgresql import Server
from stub_portal.tests.profiles import TALLY, is_long
from stub_portal.tests.served import Served, served
from stub_portal.tests.whole_log import check_whole

_CLIENTS = 4
_LATEST = 0.6  # seconds until the kill
_COMMITS = 120
# How far into it: from 10 microseconds to 3 milliseconds, because it writes first and waits then.
_INTO_A_COMMIT = (-5, -2.5)


def settle(database_url: str, accounts: list[Account]) -> int:
    """Check that the log is whole and holds what every one of these people was told.

    Return how many acts it holds besides.
    """
    agendas = check_whole(database_url).agendas
    return sum(account.settle(agendas[account.person.id]) for account in accounts)


@pytest.mark.parametrize("act", ["book", "cancel"])
def test_before_every_statement_and_around_every_commit(tmp_path: Path, act: Act) -> None:
    kill_at_every_moment(f"sqlite:///{tmp_path / 'portal.db'}", act, lambda: None)


def test_so_on_postgresql(postgresql: Server) -> None:
    url = postgresql.new_database()
    # The server notices a moment later that the portal is gone, and drops what was not committed.
    kill_at_every_moment(url, "book", lambda: postgresql.wait_until_left(url))


def kill_at_every_moment(url: str, act: Act, wait_until_left: Callable[[], None]) -> None:
    """Kill the portal at one moment of an act after the other, and check each time what is kept."""
    account, *_ = accounts = open_accounts(url, 1)
    moment, kept, survived = 0, 0, False
    while not survived:
        moment += 1
        with served(url) as portal:
            kept += settle(url, accounts)
            make_ready(account, portal, act)
            survived = dies(account, portal, moment)
        wait_until_left()
    killed = moment - 1
    assert 0 < kept < killed  # some came before the commit that matters, some after it
    TALLY["kills survived"] += killed


def make_ready(account: Account, portal: Served, act: Act) -> None:
    """Have an act done after the restart, and as many as it takes until it is that one's turn."""
    account.act(portal.address)
    while account.next != act:
        account.act(portal.address)


def dies(account: Account, portal: Served, moment: int) -> bool:
    """Have the portal die at a moment after the form is sent; tell whether there is none such.

    In the long form the moments begin with the act, when the person searches for themselves.
    """

    def sentence() -> None:
        portal.die_at(moment)

    if is_long():
        sentence()
    try:
        account.act(portal.address, before_sending=(lambda: None) if is_long() else sentence)
    except LostError:
        return False
    assert portal.lives_on()
    return True


def test_at_any_moment(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'portal.db'}"
    accounts = open_accounts(url, 8 * _CLIENTS)
    chance = Random(20)  # noqa: S311 - the same moments every time
    for number in range(300 if is_long() else 10):
        with served(url) as portal:
            settle(url, accounts)
            if number % 2:  # while it commits
                into = 10 ** chance.uniform(*_INTO_A_COMMIT)
                portal.die_in(chance.randint(1, _COMMITS), into)
                acknowledged = work(accounts, portal)
            else:  # anywhere
                killer = Timer(chance.uniform(0, _LATEST), portal.kill)
                killer.start()
                acknowledged = work(accounts, portal)
                killer.join()
        TALLY["kills survived"] += 1
        TALLY["acts acknowledged"] += acknowledged
    with served(url) as portal:
        settle(url, accounts)
        for account in accounts:
            account.act(portal.address)  # nobody is locked out


def work(accounts: list[Account], portal: Served) -> int:
    """Have clients act as fast as they can until the portal ends; return how often they did."""

    def act_on(share: list[Account]) -> int:
        for acknowledged, account in enumerate(cycle(share)):
            try:
                account.act(portal.address)
            except LostError:
                return acknowledged
        raise AssertionError

    with ThreadPoolExecutor(_CLIENTS) as clients:
        return sum(clients.map(act_on, (accounts[client::_CLIENTS] for client in range(_CLIENTS))))
