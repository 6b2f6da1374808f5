"""How often somebody may be wrong where being right would tell them a stranger's data."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

# Far more visits and addresses than a machine has; beyond them the oldest count is dropped.
MOST_COUNTS = 10_000
_ALMOST_A_SECOND = timedelta(microseconds=999_999)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """So many wrong attempts a visit, and so many an address, within a time from the first."""

    per_visit: int
    per_address: int
    within: timedelta


# Out of reach of whoever mistypes, and of use to nobody who guesses.
FAILED_SEARCHES = Limit(per_visit=20, per_address=60, within=timedelta(minutes=10))
WRONG_CAPTCHAS = Limit(per_visit=10, per_address=30, within=timedelta(minutes=10))


@dataclass
class _Count:
    """Attempts from `began` on; over when `ends` comes, a whole second that can be told."""

    began: datetime
    ends: datetime
    attempts: int = 0

    def lasts(self, now: datetime) -> bool:
        # A clock that was set back ends it as well: nobody waits for hours on its account.
        return self.began <= now < self.ends


class Attempts:
    """Counts attempts in memory, safely among threads and never more than MOST_COUNTS.

    An attempt is counted before it is judged and given back if it was right: however many
    come at once, no more than the limit are ever told that they were wrong.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._lock = Lock()
        self._counts: OrderedDict[tuple[str, str], _Count] = OrderedDict()

    def take(self, visit: str, address: str, now: datetime) -> datetime | None:
        """Count an attempt and return None; or, after too many, when there can be another.

        Who is refused leaves no trace: else enough refusals would push the older counts out.
        """
        limits = {
            ("visit", visit): self._limit.per_visit,
            ("address", address): self._limit.per_address,
        }
        with self._lock:
            counts = [(self._known(key, now), most) for key, most in limits.items()]
            ends = [count.ends for count, most in counts if count and count.attempts >= most]
            if not ends:
                self._drop_old(now)
                for key in limits:
                    self._count(key, now).attempts += 1
            return max(ends, default=None)

    def give_back(self, visit: str, address: str) -> None:
        """Take an attempt back that turned out to be right."""
        with self._lock:
            for key in (("visit", visit), ("address", address)):
                count = self._counts.get(key)
                if count:
                    count.attempts -= 1
                    if count.attempts <= 0:
                        del self._counts[key]

    def clear(self) -> None:
        """Begin all counts again."""
        with self._lock:
            self._counts.clear()

    def __len__(self) -> int:
        return len(self._counts)

    def _known(self, key: tuple[str, str], now: datetime) -> _Count | None:
        count = self._counts.get(key)
        return count if count and count.lasts(now) else None

    def _count(self, key: tuple[str, str], now: datetime) -> _Count:
        known = self._known(key, now)
        if known:
            return known
        ends = (now + self._limit.within + _ALMOST_A_SECOND).replace(microsecond=0)
        count = self._counts[key] = _Count(now, ends)
        self._counts.move_to_end(key)
        return count

    def _drop_old(self, now: datetime) -> None:
        # In the order in which they began: those that are over stand first.
        while self._counts:
            oldest = next(iter(self._counts.values()))
            if oldest.lasts(now) and len(self._counts) <= MOST_COUNTS - 2:
                return
            self._counts.popitem(last=False)
