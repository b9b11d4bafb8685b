"""The yardstick: a Textual app that does nothing but show one table of 50 rows and 5 columns."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Bare(App[None]):
    """One table with a row cursor; no styles, header or footer of its own."""

    def compose(self) -> ComposeResult:
        """One table."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("Number", "Title", "Goal", "Status", "End")
        for number in range(1, 51):
            table.add_row(
                str(number), f"Activity number {number}", "3.4.5", "ongoing on plan", "2024-12-31"
            )


if __name__ == "__main__":
    Bare().run()
