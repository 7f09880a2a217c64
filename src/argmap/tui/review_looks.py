"""Review looks: the keys and the looks of the review of duplicates."""

from __future__ import annotations

from argmap.reviewing.decisions import WAYS

KEY_NAMES = {"+": "plus,="}
"""What Textual calls keys that are no letters; = is + without Shift."""

REVIEW_KEYS = (
    *((KEY_NAMES.get(way.key, way.key), f"decide('{way.decision.value}')", way.words) for way in WAYS),
    ("A", "take_identical", "All identical"),
    ("x", "turn", "Turn round"),
    ("u,ctrl+z", "undo", "Undo"),
    ("question_mark,f1", "why", "Why"),
    ("l", "next_lane", "Next lane"),
    ("escape,q,D", "leave", "Leave"),
    ("j,down", "scroll(1)", "Down"),
    ("k,up", "scroll(-1)", "Up"),
    ("pagedown,space,ctrl+d", "scroll(8)", "Page down"),
    ("pageup,ctrl+u", "scroll(-8)", "Page up"),
    ("enter", "which", "Which"),
    ("tab,shift+tab", "nothing", "Stay"),
)
"""All keys of the review, what they do, and the words for it."""

SHORT_KEYS = (
    ("?", "why", "why"),
    ("u", "undo", "undo"),
    ("l", "next lane", "next_lane"),
    ("↓ ↑", "scroll", ""),
    ("Esc", "leave", "leave"),
)
"""What the last line says."""

LOOKS = """
DuplicatesReview { background: $background; }
DuplicatesReview #review {
    width: 100%; height: 100%; background: $panel; border: round $quiet; padding: 0 1;
    border-title-color: $foreground; border-title-style: bold;
}
DuplicatesReview.-ascii #review { border: ascii $quiet; }
DuplicatesReview #where { height: 1; background: $panel; }
DuplicatesReview #pair { height: 1fr; scrollbar-size-vertical: 1; background: $panel; }
DuplicatesReview.-ascii #pair { scrollbar-size-vertical: 0; }
DuplicatesReview #sides { layout: grid; grid-size: 2 1; grid-columns: 1fr 1fr; grid-rows: auto; height: auto; }
DuplicatesReview Static { height: auto; background: $panel; color: $foreground; }
DuplicatesReview #a, DuplicatesReview #b { width: 1fr; height: 100%; padding: 0 1 0 0; }
DuplicatesReview #b { border-left: solid $panel-lighten-2; padding: 0 0 0 1; }
DuplicatesReview.-ascii #b { border-left: ascii $panel-lighten-2; }
DuplicatesReview #sides.-alone { grid-size: 1 1; grid-columns: 1fr; }
DuplicatesReview #sides.-alone #b { display: none; }
DuplicatesReview.-stacked #sides { layout: vertical; }
DuplicatesReview.-stacked #a, DuplicatesReview.-stacked #b { height: auto; }
DuplicatesReview.-stacked #a, DuplicatesReview.-stacked #b { width: 100%; border: none; padding: 0; margin: 0 0 1 0; }
DuplicatesReview #between { margin: 1 0 0 0; }
DuplicatesReview.-stacked #between { margin: 0; }
DuplicatesReview #ways { margin: 0; }
DuplicatesReview StatusLine { background: $panel; }
"""
