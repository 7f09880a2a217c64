"""Every command in the tutorial and the how-to pages prints what its page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DOCS, Example, masked, pages_with_commands, reader, run, steps_of


@pytest.mark.parametrize("page", pages_with_commands(), ids=lambda page: page.stem)
def test_commands_print_what_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types what the page says sees what it shows."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, value in reader(tmp_path).items():
        monkeypatch.setenv(name, value)
    for step in steps_of(page.read_text(encoding="utf-8")):
        if isinstance(step, Example):
            status, printed = run(step.typed)
            place = f"{page.name}, line {step.line}: {step.typed}"
            assert masked(printed) == masked(step.printed), place
            assert (status != 0) == step.fails, place
        else:
            Path(step[0]).write_text(step[1], encoding="utf-8")


def test_tutorial_and_every_how_to_have_commands() -> None:
    """No page that teaches by doing goes unchecked."""
    teaching = {*DOCS.glob("tutorial/*.md"), *DOCS.glob("how-to/*.md")}
    assert teaching <= set(pages_with_commands())
