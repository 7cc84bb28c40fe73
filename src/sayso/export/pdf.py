"""HTML to PDF by the Chromium that is installed; nothing is fetched."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from sayso.errors import UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
)  # fmt: skip


def browser() -> str | None:
    """The path of an installed Chromium or Chrome, null for none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None)


def print_pdf(page: str) -> bytes:
    """The page as printed. ``UsageError`` where no browser is installed or it fails."""
    program = browser()
    if program is None:
        raise UsageError(
            "a PDF needs Chromium or Chrome, and none is installed; install it, or use --format html"
        )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "dossier.html", Path(folder) / "dossier.pdf"
        source.write_text(page, encoding="utf-8")
        command = [
            program,
            *QUIET,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, check=False, timeout=300)
        if done.returncode or not target.exists():
            raise UsageError(
                f"{program} could not print the PDF (exit code {done.returncode}); use --format html"
            )
        return target.read_bytes()
