"""Colours: everything can be read on what it stands on, and for and against differ for colour-blind eyes."""

from __future__ import annotations

import pytest

from argmap.publishing.palettes import PALETTES, USUAL, Palette

# How colours look without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, in linear light.
_BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def _linear(colour: str) -> tuple[float, ...]:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2: contrast ratio."""
    light = sorted(sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), _linear(c), strict=True)) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(a * b for a, b in zip(row, light, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = ((max(each, 0) ** (1 / 3)) if each > 0.008856 else 7.787 * each + 16 / 116 for each in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read_on_what_it_stands_on(palette: Palette) -> None:
    grounds = (palette.paper, palette.root_tint, palette.support_tint, palette.oppose_tint)
    assert all(_contrast(letters, ground) >= 4.5 for letters in (palette.ink, palette.muted) for ground in grounds)
    assert _contrast(palette.support, palette.support_tint) >= 4.5
    assert _contrast(palette.oppose, palette.oppose_tint) >= 4.5
    assert all(_contrast(strong, palette.paper) >= 4.5 for strong in (palette.support, palette.oppose, palette.root))
    assert _contrast(palette.muted, palette.track) >= 3


@pytest.mark.parametrize("name", [USUAL, "okabe"])
@pytest.mark.parametrize("eyes", _BLIND)
def test_for_and_against_differ_for_colour_blind_eyes(name: str, eyes: str) -> None:
    """Further apart than any two colours that are taken for shades of one (CIE 1976 difference of 30)."""

    def seen(colour: str) -> tuple[float, float, float]:
        light = _linear(colour)
        return _lab(tuple(sum(a * b for a, b in zip(row, light, strict=True)) for row in _BLIND[eyes]))

    palette = PALETTES[name]
    apart = sum((a - b) ** 2 for a, b in zip(seen(palette.support), seen(palette.oppose), strict=True)) ** 0.5
    assert apart > 30
