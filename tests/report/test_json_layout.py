"""JSON in the layouts of the standard encoder."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from ifnlit.report.json_layout import Layout, harmless

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_VALUES)
def test_it_is_the_text_of_the_standard_encoder(value: object) -> None:
    assert Layout().value(value) == json.dumps(value, ensure_ascii=False)
    assert Layout("  ").value(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_what_a_terminal_obeys_is_escaped() -> None:
    assert harmless('a"\x1b\x9b\u202e\u00ad中') == '"a\\"\\u001b\\u009b\\u202e\u00ad中"'
