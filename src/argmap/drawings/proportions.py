"""Proportions: the sizes of everything in a picture, in CSS pixels (96 to the inch)."""

from __future__ import annotations

CARD_WIDTH = 256.0
WIDTHS = (CARD_WIDTH, 384.0, 576.0, 864.0, 1296.0)
"""How wide cards are: a long claim takes the first of these that does not make its card a tower."""
TOWER = 1.25
"""How many times as high as wide a card may be before it takes the next width."""
PADDING = 12.0
"""Between a card's side and its text."""
RISE = 9.0
"""Between a card's top or bottom and its text."""
STRIPE_ROOM = 4.0
"""What the stripe at a card's side takes of its width."""

TEXT = 14.0
LINE = 18.0
ROOT_TEXT = 17.0
ROOT_LINE = 21.5
NOTE_TEXT = 12.5
NOTE_LINE = 18.0
HEADING_TEXT = 14.0
HEADING_ROOM = 30.0
TITLE_TEXT = 24.0
TITLE_LINE = 31.0
UNDER_TITLE = 15.0
BASELINE = 0.79
"""Where letters stand in their line, as a share of its height from the top."""

FILL = 0.88
"""How much of a card's inner width a line may take.

A viewer without Source Sans takes another font: in Arial and its like half of all lines are 1.07 times as wide, and
19 of 20 less than 1.11 times.
"""

BAR_WIDTH = 44.0
BAR_HEIGHT = 6.0
BADGE = 9.0
"""Half the height of a badge."""

GUTTER = 84.0
"""Between columns (or rows, from the top down)."""
STRAIGHT = 32.0
"""How far an edge runs straight before it bends: attacks on the step arrive there."""
PILE_ROOM = STRAIGHT + 6.0
"""What the edges of a pile take at its left."""
NEST_ROOM = 64.0
"""How much further right a panel of a pile stands than the one that it bears on."""
NEST_GAP = 24.0
"""Between a panel of a pile and the first that bears on it."""
OBJECTION_LANE = 12.0
"""How far left of reasons' edges those of objections run, within a pile."""
LANES = (26.0, 20.0, 14.0)
"""How far from the cards the edges of undercuts run: undercuts of steps, then of those undercuts, then all others."""

SIBLING_GAP = 12.0
COUSIN_GAP = 22.0
PART_GAP = 48.0
FRAME = 10.0
"""Between a frame and the cards in it."""
AND_GAP = 24.0
AND_GAP_ACROSS = 44.0
MARGIN = 28.0
CHIP_TEXT = 12.5
CHIP_HEIGHT = 18.0
CHIP_RISE = 13.5
"""How far the top of a mark stands above the feet of the letters of its note."""
CHIP_GAP = 6.0
"""Between a mark and the bar at its right."""
