"""The table of commands: where each is found and what it is for, so that help loads none of them."""

from __future__ import annotations

SECTIONS: dict[str, dict[str, str]] = {
    "Start": {
        "new": "Start a map: a question and its positions.",
        "open": "Open a map on screen.",
        "sample": "Copy the sample maps here.",
        "tour": "Learn the screen in seven steps.",
    },
    "Read": {
        "show": "Print the argument, or a part of it.",
        "find": "Find claims by words and roles.",
        "outline": "Print outlines, debate files and briefs.",
        "draw": "Draw the map: SVG, PNG, PDF, or a page for browsers.",
        "log": "List the steps that made the map, or what one changed.",
    },
    "Argue": {
        "add": "Add a claim: reason, objection, undercut, position.",
        "link": "Use a claim elsewhere, record conflicts and verdicts.",
        "reword": "Say a claim in better words.",
        "set": "Set notes, tags, warrants, the title and more.",
        "rate": "Say how likely a claim is, or how strong a reason.",
        "move": "Move a claim or an inference.",
        "flip": "Turn support into opposition, or back.",
        "join": "Take the premises of two inferences together.",
        "split": "Make a co-premise a reason of its own.",
        "merge": "Let two claims that say the same be one.",
        "unmerge": "Take a merged claim out again.",
        "remove": "Remove a claim, an inference, a branch.",
        "dedupe": "Review claims that may be one, pair by pair.",
        "undo": "Take the last step back.",
        "redo": "Take an undone step again.",
    },
    "Document": {
        "sources": "List, add and edit sources.",
        "cite": "Tie a claim to a passage of a source.",
        "comment": "Comment on a claim, an inference or the map.",
        "terms": "Say which words mean the same.",
    },
    "Safety": {
        "restore": "Bring the map back as it was at a step or in a backup.",
        "doctor": "Say what is wrong with a file, and rescue what can be read.",
    },
    "Exchange": {
        "include": "Bring another map into this one.",
        "import": "Make a map from a file of another format.",
        "export": "Write a map in another format.",
        "convert": "Turn a file of one format into another.",
        "share": "Write a copy without history, to hand out.",
        "completion": "Print the completion script of a shell.",
    },
}
"""Sections of the help page, their commands, and one line for each."""

COMMANDS = {name: words for commands in SECTIONS.values() for name, words in commands.items()}
"""Every command and its line."""
