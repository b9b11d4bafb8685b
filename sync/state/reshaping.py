"""Another format of the tables: what cannot be found out again is carried over, the rest is not.

Positions that have been given out stay: locks rest on them, also where no share has them. So does
what is kept without being shown. What was seen on shares is seen again.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, MetaData, Table, insert, inspect, select


def reshape(connection: Connection, wanted: MetaData, lasting: Collection[str]) -> None:
    """Make the tables as they are wanted; the `lasting` ones, by name, keep their rows.

    A column that one of them gets needs a default, else all of them begin anew: what says how far
    positions were given out must not outlive the positions. A column that one loses goes.
    """
    there = set(inspect(connection).get_table_names())
    kept = [table for table in wanted.sorted_tables if table.name in there & set(lasting)]
    if not all(_can_be_carried_over(connection, table) for table in kept):
        kept = []
    for table in wanted.sorted_tables:
        if table in kept:
            _carry_over(connection, table)
        else:
            table.drop(connection, checkfirst=True)
    wanted.create_all(connection)


def _can_be_carried_over(connection: Connection, table: Table) -> bool:
    before = {column["name"] for column in inspect(connection).get_columns(table.name)}
    return all(
        column.name in before
        or column.nullable
        or column.default is not None
        or column.server_default is not None
        for column in table.columns
    )


def _carry_over(connection: Connection, table: Table) -> None:
    old = Table(table.name, MetaData(), autoload_with=connection)
    if old.columns.keys() == table.columns.keys():
        for index in table.indexes:
            index.create(connection, checkfirst=True)
        return
    moved = f"{table.name}_before"
    for index in old.indexes:
        index.drop(connection)
    connection.exec_driver_sql(f"ALTER TABLE {table.name} RENAME TO {moved}")
    table.create(connection)
    before = Table(moved, MetaData(), autoload_with=connection)
    common = [column.name for column in table.columns if column.name in before.columns]
    rows = select(*(before.columns[name] for name in common))
    connection.execute(insert(table).from_select(common, rows))
    before.drop(connection)
