"""The only maker of ids: a tag and a hash of canonical content, so that every machine agrees."""

import hashlib
from typing import Literal

import msgspec

Tag = Literal[
    "doc", "seg", "stm", "men", "ref", "ent", "qty", "tim", "evt", "clm", "lnk", "hap", "org", "dec", "run"
]
_encoder = msgspec.json.Encoder(order="deterministic")


def derive(tag: Tag, *content: object) -> str:
    """The id of the record of that kind whose identity is ``content`` (anything JSON can hold)."""
    digest = hashlib.sha256(_encoder.encode((tag, *content))).hexdigest()
    return f"{tag}_{digest[:20]}"


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of the bytes."""
    return hashlib.sha256(data).hexdigest()


def link(relation: str, kind: str | None, a: str, b: str) -> str:
    """The id of the link of that relation and kind between two statements, whichever is named first."""
    return derive("lnk", relation, kind, *sorted((a, b)))
