"""Bytes become the characters that were meant, or a refusal; never other characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IntakeError
from sayso.intake.encoding import declared_encoding, decode

TEXT = "The café on the quay – “Blåskjell” – opens in März.\r\nIt is run by Zoë Núñez and her mother.\n"
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda t: bool(t.strip("\ufeff\u200b\u2060 ").strip())
)
MARKED = ("utf-8-sig", "utf-16", "utf-32")


@given(WORDS.map(lambda text: "Quay: " + text), st.sampled_from(("utf-8", *MARKED)))
def test_unicode_comes_back_exactly(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", TEXT * 4),
        (
            "cp1251",
            "Совет порта закрыл северный причал на два года, и никто не спросил рыбаков об этом. " * 4,
        ),
        ("shift_jis", "港湾委員会は北の埠頭を二年間閉鎖することを決めた。漁師たちは反対している。" * 4),
    ],
)
def test_older_encodings_are_found(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_an_encoding_the_page_names_is_believed() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Zażółć gęślą jaźń'
    data = page.encode("iso-8859-2")
    assert declared_encoding(data) == "iso-8859-2"
    assert decode(data, declared_encoding(data)) == page


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "no text"),
        (b"\xef\xbb\xbf \n", "no text"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x01\x02\x03 some words \x04\x05\x06\x07" * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        ("The café – “Blåskjell” – opens".encode()[:-20] + b"\x93\xff words", "broken UTF-8"),
        (b"\xff\xfeA", "broken UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    found = decoded(data)
    assert found is None or ("\0" not in found and found.strip() != "")


def decoded(data: bytes) -> str | None:
    try:
        return decode(data)
    except IntakeError:
        return None
