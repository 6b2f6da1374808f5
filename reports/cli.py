"""The `guias` command line: without an order it follows the guides."""

import sys
from importlib import import_module

import click

from reports.errors import ReportsError

ORDERS = (
    "approve",
    "bench",
    "check",
    "lint",
    "new",
    "portal",
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
@click.pass_context
def guias(context: click.Context) -> None:
    """Sigue las guías en el navegador, dice si cada paso es cierto y las ilustra de nuevo."""
    if context.invoked_subcommand is None:
        # Imported here: what following needs, the orders need not wait for.
        from reports.main_job import follow_all  # noqa: PLC0415

        sys.exit(follow_all())


def main() -> None:
    """Run the command line; whatever goes wrong is told in Spanish, and the exit code says so."""
    try:
        guias(prog_name="guias")
    except ReportsError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
