"""A person's own keys: what they wrote counts, what cannot count is told, and every place shows the keys in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.model import About
from argmap.settings.keys_file import ChosenKeys, read_keys
from argmap.tui.action import DETAIL, TREE
from argmap.tui.actions import ACTIONS, BY_ID, STANDARD
from argmap.tui.app import ArgmapApp
from argmap.tui.key_names import key_name
from argmap.tui.preferences import Preferences
from argmap.tui.presets import PRESETS
from argmap.tui.rebinding import clash, keymap_from, meet
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.tui.keymap import Keymap


def chosen(**keys: str | list[str]) -> ChosenKeys:
    lines = "".join(f"{name.replace('_', '-')} = {value!r}\n" for name, value in keys.items())
    return read_keys(f"[keys]\n{lines}")


def no_clash(keymap: Keymap) -> bool:
    bound = [(action.id, key) for action in ACTIONS for key in keymap.of(action.id)]
    return not any(
        meet(one, other) and clash(key, rival)
        for number, (one, key) in enumerate(bound)
        for other, rival in bound[number + 1 :]
    )


class TestNames:
    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("r", "r"),
            ("R", "R"),
            ("Ctrl+R", "ctrl+r"),
            ("shift+r", "R"),
            ("dd", "d d"),
            ("Z Z", "Z Z"),
            ("g j", "g j"),
            ("PgDn", "pagedown"),
            ("Esc", "escape"),
            (" ", "space"),
            ("+", "+"),
            ("alt++", "alt++"),
            ("shift+alt+up", "alt+shift+up"),
            ("F5", "f5"),
            ("ä", "ä"),
        ],
    )
    def test_people_write_keys_in_their_own_way(self, written: str, name: str) -> None:
        assert key_name(written) == name

    @pytest.mark.parametrize(
        "written", ["", "foo", "ctrl+", "hyper+x", "ctrl+ctrl+x", "f99", "shift+1", "\x1b", "g foo"]
    )
    def test_what_is_no_key_is_none(self, written: str) -> None:
        assert key_name(written) is None

    @pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
    def test_the_registry_writes_keys_as_they_are_named(self, action: object) -> None:
        keys = BY_ID[getattr(action, "id", "")].keys
        assert tuple(map(key_name, keys)) == keys

    @given(st.text(max_size=12))
    def test_a_name_names_itself(self, written: str) -> None:
        name = key_name(written)
        assert name is None or key_name(name) == name


class TestKeymap:
    def test_without_a_wish_the_registry_counts(self) -> None:
        keymap = keymap_from(ChosenKeys())
        assert not keymap.problem
        assert all(keymap.of(action.id) == action.keys for action in ACTIONS)

    @pytest.mark.parametrize("preset", PRESETS)
    def test_presets_clash_with_nothing_and_leave_no_action_without_a_key(self, preset: str) -> None:
        keymap = keymap_from(ChosenKeys(preset))
        assert not keymap.problem
        assert set(PRESETS[preset]) <= set(BY_ID)
        assert no_clash(keymap)
        assert [action.id for action in ACTIONS if action.keys and not keymap.of(action.id)] == []
        written = [key for keys in PRESETS[preset].values() for key in keys]
        assert [key_name(key) for key in written] == written

    def test_ones_own_keys_go_before_the_others(self) -> None:
        keymap = keymap_from(chosen(add_reason=["r", "ctrl+r"]))
        assert keymap.of("add-reason") == ("r", "ctrl+r")
        assert keymap.of("redo") == ("ctrl+y",)
        assert keymap.in_pane(TREE).press("+") is None
        assert keymap.in_pane(TREE).press("r") == ("add-reason", "r")

    def test_a_key_takes_the_sequences_that_begin_with_it(self) -> None:
        keymap = keymap_from(chosen(undo="g"))
        assert keymap.of("top") == ("home",)
        assert no_clash(keymap)

    def test_a_key_may_mean_something_else_in_another_pane(self) -> None:
        keymap = keymap_from(chosen(detail_down="}"))
        assert keymap.in_pane(TREE).press("}") == ("next-sibling", "}")
        assert keymap.in_pane(DETAIL).press("}") == ("detail-down", "}")

    def test_an_action_may_have_no_key(self) -> None:
        keymap = keymap_from(chosen(remove=[]))
        assert keymap.of("remove") == ()
        assert keymap.shown("remove") == "“Remove here”"

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("[keys]\nad-reason = 'r'", "line 2: there is no action “ad-reason”; did you mean add-reason?"),
            ("[keys]\nundo = 'foo'", "line 2: there is no key “foo”"),
            ("[keys]\nundo = 'r'\nredo = 'r'", "line 3: “r” is taken by undo already"),
            ("[keys]\nundo = 'r'\nredo = 'r r'", "line 3: “r r” is taken by undo already"),
            ("[keys]\nundo = ['g', 'g g']", "line 2: “g g” is taken by undo already"),
            ("[keys]\nundo = 'ctrl+i'", "line 2: a terminal sends “ctrl+i” as tab"),
            ("[keys]\nundo = 'ctrl+q'", "line 2: “ctrl+q” always quits"),
            ("[keys]\nfold-to-level = 'L'", "line 2: the keys of fold-to-level end with the digit"),
            ("preset = 'emacs'", "there is no preset “emacs”; there are standard and vim"),
        ],
    )
    def test_what_cannot_be_used_is_told_and_the_rest_counts(self, written: str, told: str) -> None:
        table = "" if "[keys]" in written else "\n[keys]"
        keymap = keymap_from(read_keys(f"{written}{table}\nfind = 'F'"))
        assert keymap.problem.startswith(f"Your keys.toml: {told}")
        assert keymap.problem.endswith("The rest of it counts.")
        assert keymap.of("find") == ("F",)
        assert no_clash(keymap)

    def test_an_action_without_a_key_is_offered_by_where_it_is(self) -> None:
        keymap = keymap_from(chosen(redo=[], undo="U"))
        assert keymap.offer("undo", "undo") == "U undo"
        assert keymap.offer("redo", "redo") == "“Redo” in the palette"

    def test_a_preset_named_by_the_environment_is_not_blamed_on_the_file(self) -> None:
        keymap = keymap_from(ChosenKeys("emacs", is_from_environment=True))
        assert keymap.problem == "ARGMAP_KEYS: there is no preset “emacs”; there are standard and vim."

    def test_a_line_without_any_key_that_can_be_used_leaves_the_usual_ones(self) -> None:
        assert keymap_from(chosen(undo="foo")).of("undo") == BY_ID["undo"].keys

    @given(
        st.dictionaries(
            st.sampled_from(sorted(BY_ID)),
            st.lists(st.sampled_from(["r", "g", "g g", "g x", "z", "ctrl+r", "j", "+", "tab", "Z Z", "?"]), max_size=3),
            max_size=6,
        ),
        st.sampled_from(sorted(PRESETS)),
    )
    def test_whatever_is_written_every_key_can_be_reached(self, keys: dict[str, list[str]], preset: str) -> None:
        keymap = keymap_from(ChosenKeys(preset, {name: tuple(each) for name, each in keys.items()}))
        assert no_clash(keymap)

    def test_sentences_name_the_keys_in_use(self) -> None:
        keymap = keymap_from(chosen(undo="ctrl+u", remove=["x x"]))
        assert keymap.filled("[undo] or [remove], not [this] or [help-me]") == "Ctrl+U or xx, not [this] or [help-me]"
        assert STANDARD.filled("[undo]") == "u"


class TestOnTheScreen:
    async def test_every_place_shows_the_keys_in_use(self, document: Document) -> None:
        wishes = Preferences(keymap=keymap_from(chosen(undo="U", help="f9", find="ctrl+n", add_reason="r")))
        app = ArgmapApp(document, wishes=wishes)
        async with at(app, (140, 40)) as pilot:
            person = Person(app, pilot)
            footer = person.seen().splitlines()[-1]
            assert "F9 help" in footer.replace("f9", "F9")
            assert "r reason" in footer
            assert "Ctrl+N find" in footer
            await person.press("j", "r")
            await person.type("Because")
            await person.press("enter")
            assert "U undo" in person.status
            await person.press("u")
            assert len(person.map.claims) == 14
            await person.press("U")
            assert len(person.map.claims) == 13
            await person.press("f9")
            await person.type("undo")
            assert "  U             Undo" in person.seen()

    async def test_help_finds_an_action_by_its_own_key(self, document: Document) -> None:
        app = ArgmapApp(document, wishes=Preferences(keymap=keymap_from(chosen(wrap="x x"))))
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.press(":")
            await person.type("xx")
            await person.press("enter")
            assert person.status == "One line a claim."

    async def test_a_wrong_line_is_told_at_the_start(self, document: Document) -> None:
        app = ArgmapApp(document, wishes=Preferences(keymap=keymap_from(chosen(nothing="r"))))
        async with at(app) as pilot:
            assert "there is no action “nothing”" in Person(app, pilot).status

    async def test_vim_fingers_work(self, document: Document) -> None:
        app = ArgmapApp(document, wishes=Preferences(keymap=keymap_from(ChosenKeys("vim"))))
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.press("G", "d")
            assert "d …" in person.seen()
            await person.press("d")
            assert len(person.map.claims) == 12
            await person.press("u", "g", "g", "j", "c", "c", "!", "enter")
            assert person.text(1).endswith("!")
            await person.press("Z", "Z")
        assert app.return_code == 0

    async def test_an_empty_map_teaches_the_keys_in_use(self, tmp_path: Path) -> None:
        document = Document.create(tmp_path / "empty.argmap", [About()], author="tester")
        app = ArgmapApp(document, wishes=Preferences(keymap=keymap_from(chosen(edit="E", add_reason="P"))))
        async with at(app) as pilot:
            seen = Person(app, pilot).seen()
            assert "Press E to write the question" in seen
            assert "P  add a position" in seen
