"""Bytes -> str: the encoding is found, the characters are kept exactly."""

import codecs
import re
from typing import TYPE_CHECKING

from sayso.errors import IntakeError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch, CharsetMatches

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_SAMPLE = 65_536
_MAX_CONTROL = 0.02
_MAX_CHAOS = 0.2


def check_text(text: str) -> str:
    """The text, if it is one: ``IntakeError`` where it is blank or full of control characters."""
    if not text.strip().strip("\ufeff\u200b\u2060"):
        raise IntakeError("holds no text (only white space); sayso needs words to read, so leave it out")
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROL.findall(sample)) > _MAX_CONTROL * len(sample):
        raise IntakeError("is binary, not text; save it as UTF-8 text or HTML and add that")
    return text


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of ``data``, line ends untouched, a byte order mark left out.

    ``declared`` is the encoding the document itself names; it is tried after UTF-8. Raises
    ``IntakeError`` for empty, binary and hopelessly broken input.
    """
    if not data:
        raise IntakeError("is empty; sayso needs words to read, so leave it out")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return check_text(_strict(data, encoding))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise IntakeError(f"is binary ({what}); save it as UTF-8 text or HTML and add that")
    if b"\0" in data[:_SAMPLE]:
        return check_text(_strict(data, _wide(data)))
    try:
        return check_text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        _refuse_broken(data, error)
    return check_text(_declared(data, declared) or _guessed(data))


def declared_encoding(data: bytes) -> str | None:
    """The encoding an HTML page names in its head, null where it names none."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"is broken {encoding.removesuffix('-sig').upper()} (bad byte at {error.start}); "
            "save it again as UTF-8 and add that"
        ) from error


def _wide(data: bytes) -> str:
    """UTF-16 without its mark, told by where the zero bytes of Latin letters stand."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) % 2 == 0 and max(even, odd) > 0.3 * half and min(even, odd) < 0.02 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    raise IntakeError("is binary, not text; save it as UTF-8 text or HTML and add that")


def _refuse_broken(data: bytes, error: UnicodeDecodeError) -> None:
    """Text that is UTF-8 but for some bytes is damaged; a guess would garble all its accents."""
    whole = len(_MULTIBYTE.findall(data))
    stray = sum(1 for byte in _MULTIBYTE.sub(b"", data) if byte >= 0x80)
    if whole > stray:
        raise IntakeError(f"is broken UTF-8 (bad byte at {error.start}); save it again as UTF-8 and add that")


def _declared(data: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        # Browsers read what calls itself Latin-1 as its superset Windows-1252.
        latin = codecs.lookup(declared).name in {"iso8859-1", "ascii"}
        return data.decode("cp1252" if latin else declared)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None or best.chaos > _MAX_CHAOS or _CONTROL.search(str(best)):
        raise IntakeError("is in no encoding sayso can tell; save it as UTF-8 and add that")
    return data.decode(_usual(matches, best))


def _usual(matches: "CharsetMatches", best: "CharsetMatch") -> str:
    """Of encodings that fit alike, the one most files are in: Windows before all, Western before other."""
    fitting = [
        (round(match.coherence, 2), name == "cp1252", -match.chaos, name)
        for match in matches
        for name in match.could_be_from_charset
        if name.startswith("cp125")
        and match.chaos <= max(best.chaos, 0.06)
        and match.coherence >= best.coherence - 0.01
    ]
    return max(fitting)[3] if fitting else best.encoding
