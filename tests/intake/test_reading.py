"""Paths in, readings and refusals out: names, order, hashes, identities, and every kind of bad input."""

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Reading, read
from sayso.intake.sources import MAX_BYTES, MAX_CHARACTERS
from sayso.records import Refusal, ids

WORDS = "Quay to close\n\nThe board voted on Tuesday to close the northern quay for two years.\n"


def one(path: Path | str) -> Reading | Refusal:
    found = list(read([str(path)]))
    assert len(found) == 1
    return found[0]


def refused(path: Path | str) -> Refusal:
    found = one(path)
    assert isinstance(found, Refusal)
    assert found.reason.startswith(found.uri)
    return found


def reading(path: Path | str) -> Reading:
    found = one(path)
    assert isinstance(found, Reading), found
    return found


def lines(*rows: object) -> list[Reading | Refusal]:
    data = b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows)
    return list(read(["-"], io.BytesIO(data)))


def test_folder_is_read_in_order_with_names_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.htm", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    found = list(read([str(tmp_path)]))
    assert [one.document.uris for one in found if isinstance(one, Reading)] == [
        ("a/b/c.htm",),
        ("a/z.md",),
        ("b.txt",),
    ]


def test_single_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "quay.txt"
    path.write_bytes(WORDS.encode())
    document = reading(path).document
    assert document.uris == ("quay.txt",)
    assert document.sha256 == ids.sha256(WORDS.encode())
    assert document.media_type == "text/plain"


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.sampled_from(["\n", "\r\n", "\r", "\u2028"])
)
def test_plain_text_is_kept_exactly(extra: str, end: str) -> None:
    text = f"Quay{end}{end}{extra}{end} the end \t"
    (found,) = lines({"text": text})
    assert isinstance(found, Reading)
    assert found.document.text == text


def test_same_text_under_two_names_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "b.txt").write_text(WORDS, encoding="utf-16")
    first, second = (one for one in read([str(tmp_path)]) if isinstance(one, Reading))
    assert first.document.id == second.document.id
    assert first.segments == second.segments


def test_same_text_with_other_metadata_is_another_document() -> None:
    first, second, third = lines(
        {("text"): WORDS, "outlet": "A"},
        {"text": WORDS, "outlet": "B"},
        {"text": WORDS, "outlet": "A", "url": "x"},
    )
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert isinstance(third, Reading)
    assert first.document.id != second.document.id
    assert first.document.id == third.document.id


def test_json_line_gives_its_metadata() -> None:
    row = {
        "text": WORDS,
        "title": "Quay",
        "author": ["Ann Low", "Bo Ek"],
        "outlet": "Fjord News",
        "published": "2015-03-03T10:00:00Z",
        "url": "https://example.org/quay",
        "likes": 3,
    }
    (found,) = lines(row)
    assert isinstance(found, Reading)
    document = found.document
    assert document.uris == ("-#1", "https://example.org/quay")
    assert (document.title, document.authors, document.outlet) == ("Quay", ("Ann Low", "Bo Ek"), "Fjord News")
    assert document.published == "2015-03-03"
    assert document.sha256 == ids.sha256(json.dumps(row).encode())


def test_bad_json_lines_are_named_by_number_and_the_others_go_on() -> None:
    found = lines(
        {("text"): WORDS},
        b"{no json\n",
        b"[1]\n",
        b"\n",
        {"title": "x"},
        {"text": 5},
        {"text": "  "},
        {"html": "<p>Quay"},
    )
    assert [one.uri for one in found if isinstance(one, Refusal)] == ["-#2", "-#3", "-#5", "-#6", "-#7"]
    assert [one.document.uris[0] for one in found if isinstance(one, Reading)] == ["-#1", "-#8"]
    assert "is no JSON" in next(one.reason for one in found if isinstance(one, Refusal))


def test_line_longer_than_allowed_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"x" * (MAX_BYTES + 10) + b'"}\n')
        file.write(json.dumps({"text": WORDS}).encode())
    found = list(read([str(path)]))
    assert isinstance(found[0], Refusal)
    assert f"{MAX_BYTES:,}" in found[0].reason
    assert isinstance(found[1], Reading)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.md", b" \n\t\n", "only white space"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("broken.txt", "Zażółć gęślą jaźń".encode()[:-1] + b"\xff more", "broken UTF-8"),
        ("deep.html", b"<div>" * 100_000 + b"words", "nested more than"),
        ("wordless.html", b"<html><script>x</script></html>", "without words"),
        ("sheet.xlsx", b"PK", "sayso reads .txt, .md, .html, .htm, .jsonl"),
        ("noname", b"words", "sayso reads"),
        ("empty.jsonl", b"", "is empty"),
    ],
)
def test_bad_file_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(WORDS, encoding="utf-8")
    found = list(read([str(tmp_path)]))
    (refusal,) = [one for one in found if isinstance(one, Refusal)]
    assert refusal.uri == name
    assert reason in refusal.reason
    assert "\n" not in refusal.reason
    assert len(found) == 2


def test_fifty_megabytes_on_one_line_are_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    before = time.perf_counter()
    assert f"{MAX_BYTES:,}" in refused(path).reason
    assert time.perf_counter() - before < 5


def test_too_many_characters_are_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * (MAX_CHARACTERS // 5 + 1))
    assert f"{MAX_CHARACTERS:,}" in refused(path).reason


def test_what_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    assert "is not there" in refused(tmp_path / "gone.txt").reason
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "a link to a file that is not there" in refused(tmp_path / "link.txt").reason
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refused(tmp_path / "loop.txt").uri == "loop.txt"


def test_unreadable_file_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(WORDS, encoding="utf-8")

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "permission denied" in refused(path).reason


def test_folders_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "a/again").symlink_to(tmp_path)
    assert len(list(read([str(tmp_path)]))) == 1


def test_empty_folder_is_named(tmp_path: Path) -> None:
    assert "holds no files" in refused(tmp_path).reason


def test_names_that_are_no_unicode_do_not_stop_the_rest(tmp_path: Path) -> None:
    odd = Path(str(tmp_path) + "/" + b"qu\xe9.txt".decode("utf-8", "surrogateescape"))
    odd.write_text(WORDS, encoding="utf-8")
    assert reading(odd).document.uris == ("qu\ufffd.txt",)


def test_german_is_known_and_a_word_is_not(tmp_path: Path) -> None:
    german = "Der Hafenrat hat am Dienstag beschlossen, den nördlichen Kai für zwei Jahre zu schließen. " * 3
    found = lines({"text": german}, {"text": "Quay"}, {"text": WORDS * 3})
    assert [one.document.language for one in found if isinstance(one, Reading)] == ["de", None, "en"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{number} {WORDS}", encoding="utf-8")
    stream = read([str(tmp_path)])
    assert isinstance(next(stream), Reading)
    (tmp_path / "1.txt").unlink()
    assert isinstance(next(stream), Refusal)


def test_front_matter_of_markdown_is_metadata(tmp_path: Path) -> None:
    path = tmp_path / "quay.md"
    path.write_text(
        f'---\ntitle: "Quay"\nauthor: Ann Low\ndate: 2015-03-03\n---\n\n{WORDS}', encoding="utf-8"
    )
    found = reading(path)
    document = found.document
    assert (document.title, document.authors, document.published) == ("Quay", ("Ann Low",), "2015-03-03")
    assert [one.kind for one in found.segments] == ["boilerplate", "title", "body"]
