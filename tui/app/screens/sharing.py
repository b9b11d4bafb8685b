"""How it stands with the shares: what is sent, what waits and why, and from whom what came."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from model.errors import ModelError
from model.swedish.visible import visible
from tui.app.bindings import bindings_for
from tui.app.screens.bundles import ask_to_read, ask_to_write
from tui.app.screens.fitting import spread
from tui.app.screens.frame import FrameScreen
from tui.app.screens.sharing_lines import Sharing, sharing_rows, text_of
from tui.app.session import Session
from tui.app.typed_path import unquoted
from tui.app.widgets.beside import Beside
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowList
from tui.app.working import begin, latest

_WHERE = (
    "En mapps hela sökväg, till exempel //server/plan eller P:/tertial, en fil som "
    "sqlite:///P:/plan.db, eller postgresql://namn@server/databas. Fråga den som sköter delningen."
)


class SharingScreen(FrameScreen):
    """The shares and what came from them; beside the list the chosen row in full."""

    context = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("sharing")]

    def __init__(self) -> None:
        """Nothing is known before it is read."""
        super().__init__()
        self._sharing = Sharing()

    def compose(self) -> ComposeResult:
        """A line, the list with the chosen row beside it, the keys."""
        yield Static("", id="sharing-head", classes="title-bar", markup=False)
        with Horizontal(classes="list-and-text"):
            yield RowList(id="sharing-list", classes="pane", on_move=self._show_text)
            yield Beside(id="sharing-text")
        yield KeyBar(self.context)

    def show_plan(self) -> None:
        """Read how it stands behind the screen; no share is touched."""
        self._show_head()
        latest(self, self._read, "sharing")

    def show_sending(self) -> None:
        """Say how far an exchange has come, and read what came of it when it has ended."""
        self._show_head()
        if not self.session.step:
            latest(self, self._read, "sharing")

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show_head()

    def _show_head(self) -> None:
        full, brief, mark = self.session.show_saved().parts()
        title = Content.styled("Delning", "bold $primary")
        shorter = ((title, brief), (title, mark))
        head = spread(title, full, self.app.size.width - 2, *shorter)
        self.query_one("#sharing-head", Static).update(head, layout=False)

    async def _read(self) -> None:
        try:
            self._sharing = await self.tertial.write(_sharing, tell=False, reads=True)
        except ModelError as error:
            self._sharing = Sharing(trouble=str(error))
        self.query_one(RowList).show(sharing_rows(self._sharing, self.plan))

    def _show_text(self, key: str | None) -> None:
        self.query_one(Beside).show(text_of(self._sharing, self.plan, key))

    def text_to_copy(self) -> str:
        """What stands beside the list, to be sent to whoever helps."""
        return text_of(self._sharing, self.plan, self.query_one(RowList).key).plain

    @property
    def _chosen(self) -> str:
        """The address of the share under the cursor, else of the only one; empty if unclear."""
        key = self.query_one(RowList).key or ""
        shares = self.session.config.shares
        if key in shares:
            return key
        return shares[0] if len(shares) == 1 else ""

    def action_sync(self) -> None:
        """Exchange now."""
        if self.session.config.shares:
            self.tertial.exchanges.now()
        else:
            self.notify("Ingen delning är vald än.", timeout=4)

    def action_stop(self) -> None:
        """Stop the exchange that is under way."""
        if self.tertial.exchanges.is_running:
            self.tertial.exchanges.give_up()
            self.notify("Avbrutet. Det som är gjort är klart, resten väntar till nästa gång.")
        else:
            self.notify("Ingen synkning pågår.", timeout=4)

    def action_add(self) -> None:
        """Begin to use a share that there is."""
        self._ask("Lägg till en delning", _WHERE, "", creates=False)

    def action_create(self) -> None:
        """Make a folder a share, or one that was emptied a share again."""
        text = f"{_WHERE} Mappen skapas om den saknas; den som den ligger i måste finnas."
        faulty = self._chosen if self.session.standing and self.session.standing.fault else ""
        self._ask("Skapa en delning", text, faulty, creates=True)

    def _ask(self, title: str, text: str, value: str, *, creates: bool) -> None:
        from tui.app.screens.ask_text import AskTextScreen

        def answered(address: str | None) -> None:
            if address and (plain := unquoted(address)):
                begin(self, partial(self._use, plain, creates=creates), "address")

        self.app.push_screen(AskTextScreen(title, text, value=value), answered)

    async def _use(self, address: str, *, creates: bool) -> None:
        """Try an address; a password in it is kept apart from here on."""
        from sync.errors import SyncError

        try:
            whole = await self.tertial.write(
                partial(_kept_address, address), tell=False, reads=True
            )
        except (ModelError, SyncError) as error:
            await self.tertial.explain(error)
        else:
            self.tertial.exchanges.add(whole, creates=creates)

    def action_forget(self) -> None:
        """Stop using the chosen share."""
        if self._chosen:
            self.tertial.in_background(self._forget(self._chosen))
        else:
            self.notify("Välj först en delning i listan.", timeout=4)

    async def _forget(self, address: str) -> None:
        from sync.errors import SyncError

        app = self.tertial
        try:
            await app.write(partial(_forget, address))
        except (ModelError, SyncError) as error:
            await app.explain(error)
        else:
            told = f"Delningen {visible(address)} används inte längre. Inget är borttaget."
            app.notify(f"{told}\nn lägger till den igen", timeout=8)

    def action_write_bundle(self) -> None:
        """Put what this home may pass on into one file."""
        ask_to_write(self.tertial)

    def action_read_bundle(self) -> None:
        """Take in what somebody has put into a file."""
        ask_to_read(self.tertial)

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()


def _sharing(session: Session) -> Sharing:
    from sync.received import heard_lately
    from sync.syncing import share_state

    workspace = session.open()
    states = tuple(share_state(workspace, address) for address in session.config.shares)
    return Sharing(states, tuple(heard_lately(workspace.database)), is_read=True)


def _kept_address(address: str, session: Session) -> str:
    from sync.address import kept_address

    return kept_address(address, session.home.database)


def _forget(address: str, session: Session) -> None:
    from sync.syncing import forget

    forget(session.home, session.open().database, address)
    session.refresh()
