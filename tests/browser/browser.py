"""A browser that remembers what a page did wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

PICTURES = Path(__file__).resolve().parents[2] / "var" / "screenshots"
PHONE = 500  # pixels; narrower windows are held in a hand
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
axe = Axe()


@dataclass
class Visit:
    """One open page and the complaints that the browser made about it."""

    page: Page
    is_wide: bool
    complaints: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, address: str, *, status: int = 200) -> None:
        """Open a page that answers with this status; its own address is no complaint."""
        answer = self.page.goto(address)
        found = answer.status if answer else None
        if found != status:
            self.complaints.append(f"answers {found}, not {status}")
        if status >= 400:
            self.complaints = [each for each in self.complaints if "status of" not in each]

    def faults(self) -> list[str]:
        """What axe finds: everything in light; in dark what only colours can spoil, once a page."""
        found = axe.run(self.page)["violations"]
        if self.is_wide:
            self.page.emulate_media(color_scheme="dark")
            found += axe.run(self.page, options={"runOnly": ["color-contrast"]})["violations"]
            self.page.emulate_media(color_scheme="light")
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def runs_out(self) -> list[str]:
        """Whether the page is wider than its window."""
        wide, window = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        return [f"{wide} pixels wide in a window of {window}"] if wide > window else []

    def picture(self, name: str) -> None:
        """Keep what is seen, for eyes to judge."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@contextmanager
def visiting(
    browser: Browser,
    *,
    width: int = 1280,
    session: str = "",
    site: str = "",
    script: bool = True,
) -> Iterator[Visit]:
    """A window of this width, signed in where a session is given."""
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > PHONE else 740},
        java_script_enabled=script,
        # Colours are judged where they come to rest.
        reduced_motion="reduce",
        base_url=site,
    )
    if session:
        context.add_cookies([{"name": "phien", "value": session, "url": site}])
    visit = Visit(context.new_page(), is_wide=width > PHONE)
    visit.page.on("console", visit.hear)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    try:
        yield visit
    finally:
        context.close()
