"""Labels: short, different, and none begins another, so that typing one is never ambiguous."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ClaimId
from argmap.tui.labels import WIDTH, Labels, labels_for

MOST = 26 * 26


@given(st.integers(0, MOST))
def test_any_number_of_rows_gets_labels(count: int) -> None:
    labels = labels_for(count)
    assert len(labels) == count
    assert all(label.isascii() and label.islower() and 1 <= len(label) <= WIDTH for label in labels)
    assert len(set(labels)) == count
    assert not any(len(label) == WIDTH and label[0] in labels for label in labels)
    assert count > 26 or all(len(label) == 1 for label in labels)


def test_more_rows_than_letters_leaves_the_rest_without() -> None:
    assert len(labels_for(MOST + 10)) == MOST


@given(st.integers(1, MOST), st.data())
def test_typing_a_label_gives_its_place(count: int, data: st.DataObject) -> None:
    places = [(None, ClaimId(f"c{number}")) for number in range(count)]
    labels = Labels()
    labels.show(places)
    wanted = data.draw(st.sampled_from(places))
    label = labels.of(wanted)
    for letter in label[:-1]:
        assert labels.press(letter) is None
        assert labels.of(wanted) == label
    assert labels.press(label[-1]) == wanted
    assert not labels


def test_what_is_no_label_ends_it() -> None:
    labels = Labels()
    labels.show([(None, ClaimId("c1"))])
    assert labels.press("escape") is None
    assert not labels


def test_only_what_can_still_be_meant_stays_labelled() -> None:
    places = [(None, ClaimId(f"c{number}")) for number in range(60)]
    labels = Labels()
    labels.show(places)
    first = next(label for label in map(labels.of, places) if len(label) == WIDTH)[0]
    labels.press(first)
    shown = [label for label in map(labels.of, places) if label]
    assert shown
    assert all(label.startswith(first) for label in shown)
