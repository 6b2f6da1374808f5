"""The `guias` command line: without an order it follows the guides."""

import sys
from importlib import import_module
from pathlib import Path

import click

from reports.errors import ReportsError
from reports.other_portal.options import asked_for
from reports.streams import replace_what_they_lack

ORDERS = (
    "approve",
    "bench",
    "check",
    "lint",
    "new",
    "portal",
    "prove",
    "review",
    "stale",
    "steps",
    "watch",
    "why",
)


class Orders(click.Group):
    """The orders in `reports.commands`; one is imported when it is wanted, and not before."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the one of that name."""
        if super().get_command(ctx, cmd_name) is None:
            return None
        command: click.Command = import_module(f"reports.commands.{cmd_name}").command
        command.name = cmd_name
        return command


@click.group(
    cls=Orders,
    commands={name: click.Command(name) for name in ORDERS},  # their names, for now
    invoke_without_command=True,
    options_metavar="[OPCIONES]",
    subcommand_metavar="[ORDEN]",
)
@click.option(
    "--base-url", metavar="URL",
    help="Sigue las guías y todas las reglas en otro portal, y deja lo que encuentre en "
    "reports/elsewhere; no publica nada.",
)  # fmt: skip
@click.option(
    "--datos", "data", metavar="ARCHIVO", type=click.Path(path_type=Path),
    help="Con --base-url: cómo es ese portal y con los datos de quién se siguen las guías.",
)  # fmt: skip
@click.option(
    "--captcha", metavar="ORDEN",
    help="Con --base-url: un programa que recibe la imagen de un captcha y escribe su código.",
)  # fmt: skip
@click.option(
    "--captcha-a-mano", "by_hand", is_flag=True,
    help="Con --base-url: abre una ventana y espera a que alguien escriba cada código.",
)  # fmt: skip
@click.option(
    "--actuar", "act", is_flag=True,
    help="Con --base-url: permite lo que cambia algo en ese portal, como agendar y cancelar.",
)  # fmt: skip
@click.pass_context
def guias(
    context: click.Context,
    base_url: str | None,
    data: Path | None,
    captcha: str | None,
    *,
    by_hand: bool,
    act: bool,
) -> None:
    """Sigue las guías en el navegador, dice si cada paso es cierto y las ilustra de nuevo."""
    portal = asked_for(base_url, data, captcha, by_hand=by_hand, act=act)
    if portal and context.invoked_subcommand:
        raise ReportsError(
            f"--base-url no va con «{context.invoked_subcommand}».\n"
            "  Qué hacer: quite --base-url, o quite esa orden."
        )
    if context.invoked_subcommand is None:
        # Imported here: what following needs, the orders need not wait for.
        from reports import main_job  # noqa: PLC0415

        sys.exit(main_job.follow_elsewhere(portal) if portal else main_job.follow_all())


def main() -> None:
    """Run the command line; whatever goes wrong is told in Spanish, and the exit code says so."""
    replace_what_they_lack()
    try:
        guias(prog_name="guias")
    except ReportsError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
