import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.export.dossier import render
from sayso.export.pdf import QUIET, browser
from sayso.records import Snapshot

HEADINGS = {"conflict": "Conflict", "trade_energy": "Trade and energy"}
NAMES = ("Karvonia", "Belmere")


@pytest.fixture(scope="module")
def page(example_snapshot: Snapshot) -> str:
    return render(example_snapshot, NAMES, HEADINGS).decode()


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.targets.append(value or "")


def test_every_link_leads_to_a_place_in_the_page(page: str) -> None:
    links = Links()
    links.feed(page)
    assert len(links.ids) == len(set(links.ids))
    assert links.targets
    assert all(target.startswith("#") and target[1:] in links.ids for target in links.targets)


def test_the_page_needs_no_script_and_no_other_file(page: str) -> None:
    links = Links()
    links.feed(page)
    assert not links.tags & {"script", "link", "img", "iframe"}
    assert "@import" not in page
    assert "url(" not in page


def test_no_verdict_word_is_the_programs_own(page: str) -> None:
    ours = re.sub(
        r"<q>.*?</q>|<mark>.*?</mark>|<div class=\"text\">.*?</div>|<h3>.*?</h3>", "", page, flags=re.S
    )
    ours = re.sub(r'<p class="why">.*?</p>|<td>.*?</td>|<p class="silent">.*?</p>', "", ours, flags=re.S)
    assert not re.search(r"\b(true|false|propaganda|credible|debunked|misleading)\b", ours, re.I)


def test_markdown_has_a_note_for_each_mark(example_snapshot: Snapshot) -> None:
    text = render(example_snapshot, NAMES, HEADINGS, "md").decode()
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used
    assert used <= set(re.findall(r"^\[\^(\d+)\]:", text, re.M))


def test_an_unknown_format_is_refused(example_snapshot: Snapshot) -> None:
    with pytest.raises(UsageError, match="html, md, pdf"):
        render(example_snapshot, NAMES, HEADINGS, "docx")


@pytest.mark.browser
def test_chromium_prints_it_as_pdf(example_snapshot: Snapshot) -> None:
    assert render(example_snapshot, NAMES, HEADINGS, "pdf").startswith(b"%PDF")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 390])
def test_nothing_is_wider_than_the_window(page: str, width: int, tmp_path: Path) -> None:
    probe = "<script>document.title='W'+document.documentElement.scrollWidth+'/'+innerWidth</script>"
    (tmp_path / "page.html").write_text(page.replace("</body>", probe + "</body>"), encoding="utf-8")
    # Headless windows are never narrower than 500 pixels, so the page is put into a frame of the width.
    frame = f'<iframe src="page.html" style="width:{width}px;height:800px" id="f"></iframe>'
    report = "<script>onload=()=>{document.title=document.getElementById('f').contentDocument.title}</script>"
    (tmp_path / "frame.html").write_text(f"<!DOCTYPE html><title></title>{frame}{report}", encoding="utf-8")
    command = [
        str(browser()), *QUIET, "--allow-file-access-from-files", f"--user-data-dir={tmp_path}/profile",
        "--window-size=1400,900", "--virtual-time-budget=4000", "--dump-dom",
        (tmp_path / "frame.html").as_uri(),
    ]  # fmt: skip
    dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r"<title>W(\d+)/(\d+)</title>", dom)
    assert found is not None, dom[:300]
    assert int(found[1]) <= int(found[2])
