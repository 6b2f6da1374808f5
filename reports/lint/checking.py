"""All the checks, run over a case."""

from collections.abc import Callable, Iterator

from reports.lint.case import Case
from reports.lint.checks import (
    acts,
    addresses,
    dates,
    glossary,
    labels,
    limits,
    numbering,
    orders,
    paths,
    pictures,
    promises,
    repeated,
    sentences,
    sources,
    tables,
    telephones,
    things,
    titles,
)
from reports.lint.finding import Finding

CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    limits.check_contrary, limits.check_limits, limits.check_consequence, limits.check_place,
    telephones.check_numbers, telephones.check_menus, telephones.check_hours,
    addresses.check_addresses, addresses.check_names,
    labels.check_names, labels.check_capitals,
    paths.check_places, paths.check_opened,
    numbering.check_numbers, numbering.check_mentions,
    repeated.check_steps,
    acts.check_sent, acts.check_results, acts.check_looking, acts.check_fields, acts.check_code,
    promises.check_promises, promises.check_wording,
    titles.check_titles, titles.check_errands, titles.check_terms, titles.check_date,
    titles.check_warnings,
    dates.check_dates, dates.check_formats, dates.check_examples, dates.check_keys,
    tables.check_rows, tables.check_buttons, tables.check_cut,
    things.check_words, things.check_kinds, glossary.check_avoided,
    sources.check_texts, sources.check_guides,
    pictures.check_alt, pictures.check_pointing,
    orders.check_forms, orders.check_address, orders.check_lists,
    sentences.check_length, sentences.check_typos, sentences.check_literal,
)  # fmt: skip


def check(case: Case) -> list[Finding]:
    """Return all that is found, guide by guide in their order, and by place within a guide."""
    order = {guide.name: place for place, guide in enumerate(case.guides)}
    found = dict.fromkeys(finding for one in CHECKS for finding in one(case))
    return sorted(found, key=lambda it: (order[it.place.file], it.place.number, it.place.step))
