"""Any record of a type, for property tests: every field drawn by its annotation."""

from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from sayso.records import Record, Span

R = TypeVar("R", bound=Record)

_WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
_SCALARS: dict[object, st.SearchStrategy[Any]] = {
    str: _WORDS,
    int: st.integers(0, 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x + 0.0),  # no minus zero
    bool: st.booleans(),
    NoneType: st.none(),
    Span: st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field annotated so."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in {UnionType, Union}:
        return st.one_of(*map(values, arguments))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(_WORDS, values(arguments[1]), max_size=3)
    return records(kind)


def records(kind: type[R], **fixed: Any) -> st.SearchStrategy[R]:
    """Records of that type; ``fixed`` fields have the value given."""
    drawn = {f.name: values(f.type) for f in msgspec.structs.fields(kind) if f.name not in fixed}
    return st.fixed_dictionaries(drawn).map(lambda fields: kind(**fields, **fixed))
