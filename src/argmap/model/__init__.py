"""The argument map and its parts: plain Python, no file and no terminal."""

from argmap.model.about import About
from argmap.model.argument_map import ArgumentMap, Numbered, as_step, changed
from argmap.model.change import ENTITIES, Change, Entity, Step, added, removed
from argmap.model.claim import Claim
from argmap.model.comment import Comment
from argmap.model.conflict import Conflict, ConflictKind
from argmap.model.ids import (
    AliasId,
    CitationId,
    ClaimId,
    CommentId,
    ConflictId,
    DependenceId,
    DistinctId,
    EntityId,
    InferenceId,
    MapId,
    SourceId,
    TermId,
)
from argmap.model.inference import Inference, Polarity
from argmap.model.sameness import Alias, Distinct, Term, Verdict
from argmap.model.source import Citation, Dependence, Passage, Source

__all__ = [
    "ENTITIES",
    "About",
    "Alias",
    "AliasId",
    "ArgumentMap",
    "Change",
    "Citation",
    "CitationId",
    "Claim",
    "ClaimId",
    "Comment",
    "CommentId",
    "Conflict",
    "ConflictId",
    "ConflictKind",
    "Dependence",
    "DependenceId",
    "Distinct",
    "DistinctId",
    "Entity",
    "EntityId",
    "Inference",
    "InferenceId",
    "MapId",
    "Numbered",
    "Passage",
    "Polarity",
    "Source",
    "SourceId",
    "Step",
    "Term",
    "TermId",
    "Verdict",
    "added",
    "as_step",
    "changed",
    "removed",
]
