"""How many faults are tried: enough to notice a mistake in every run, and more where ``ARGMAP_FAULTS`` asks for it.

``ARGMAP_FAULTS=1000`` tries a thousand power cuts, a hundred kills and two thousand mutations.
"""

from __future__ import annotations

import os

ASKED = int(os.environ.get("ARGMAP_FAULTS", "0"))

POWER_CUTS = max(150, ASKED)
"""Power cuts, over all saves that are cut."""

KILLS = max(12, ASKED // 10)
"""Processes killed in the middle of their work."""

MUTATIONS = max(300, 2 * ASKED)
"""Files spoiled at random."""

STEPS_OF_EACH = max(25, ASKED // 10)
"""Steps each of two processes takes on one file."""

STRIDE = 1 if ASKED else 5
"""Of a large save every operation is made to fail in turn, or one in so many."""
