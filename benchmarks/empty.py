"""The yardstick for a whole process: a click command that does nothing, asked for its help."""

import click


@click.command()
def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    main()
