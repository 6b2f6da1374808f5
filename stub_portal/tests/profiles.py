"""How long Hypothesis looks: quick and repeatable in the suite, long on demand (README.md)."""

from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

QUICK, LONG = "rapido", "largo"
_LONGER = 25

# What was tried, for the summary of the long form: "requests", "answers 422"...
TALLY: Counter[str] = Counter()
# Tables that say more than a number, for the same summary.
TABLES: list[str] = []


def register() -> None:
    """Make both profiles known and begin with the quick one."""
    slow = [HealthCheck.too_slow]
    # To make a failure small takes minutes: the long form does that.
    settings.register_profile(
        QUICK,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=slow,
    )
    settings.register_profile(LONG, deadline=None, suppress_health_check=slow, print_blob=True)
    settings.load_profile(QUICK)
    # Or the same test would try other cases, by the constants of whatever is imported by then.
    assert callable(providers._get_local_constants)  # noqa: SLF001
    providers._get_local_constants = Constants  # noqa: SLF001


def is_long() -> bool:
    """Tell whether the long form was asked for."""
    return settings.get_current_profile_name() == LONG


def examples(quick: int, steps: int = 30) -> settings:
    """Return settings for so many examples, or a multiple of them in the long form."""
    return settings(max_examples=quick * (_LONGER if is_long() else 1), stateful_step_count=steps)
