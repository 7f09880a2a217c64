"""Everything argmap raises on purpose: a sentence for the user, a stable code and an exit status.

ArgmapError
├── EditError                 2   the request makes no sense on this map
│   ├── UnknownNumberError        no claim, inference, source … of that number
│   │   └── GoneError                 nothing with that id, or not any more
│   ├── EmptyTextError            a claim, comment … without words
│   ├── ForbiddenTextError        text no file can hold
│   ├── TooLongError              text over its limit
│   ├── SelfPremiseError          a claim as a reason for itself
│   ├── RepeatedPremiseError      one claim twice in one inference
│   ├── OutOfRangeError           a credence or relevance outside 0 to 1
│   ├── UnfitError                the right kind of thing in the wrong place
│   └── QueryError                a search that cannot be read
├── FileError                 3   the file cannot be read or written
│   ├── UnreadableFileError       missing, a folder, empty, another program's, damaged …
│   ├── UnwritableFileError       no permission, no room, locked
│   ├── OutputFullError           standard output takes no more
│   ├── FileExistsAlreadyError    a file stands where a new one should go
│   ├── NotAFileError             a pipe or a device stands there
│   └── StaleError                somebody else changed the file first
├── FormatError               3   a file to import cannot be understood
├── NothingToUndoError        2   undo or redo with nothing left
├── StandsOnItError           2   a later step stands on the step to undo
└── NeedsPersonError          4   a person must decide, and nobody can be asked
"""

from __future__ import annotations

from typing import ClassVar


class ArgmapError(Exception):
    """Anything argmap tells its user in a sentence."""

    code: ClassVar[str] = "E-ARGMAP"
    exit_status: ClassVar[int] = 1


class EditError(ArgmapError):
    """The request makes no sense on this map; nothing was changed."""

    code = "E-EDIT"
    exit_status = 2


class UnknownNumberError(EditError):
    """The map holds no claim, inference, source or comment of that number."""

    code = "E-UNKNOWN-NUMBER"

    def __init__(self, wanted: str, what: str = "claim", close: tuple[str, ...] = ()) -> None:
        """Name what was asked for, and the numbers that come near it."""
        near = f" Close: {', '.join(close)}." if close else ""
        super().__init__(f"There is no {what} {wanted} in this map.{near}")


class GoneError(UnknownNumberError):
    """Nothing in the map has that id, or nothing has it any more."""

    def __init__(self, id_: str, what: str = "claim") -> None:
        """Name the id that was asked for."""
        super().__init__(f"with the id {id_}", what)


class EmptyTextError(EditError):
    """Text that must say something says nothing."""

    code = "E-EMPTY-TEXT"

    def __init__(self, what: str = "A claim") -> None:
        """Name what lacks its words."""
        super().__init__(f"{what} needs at least one word.")


class ForbiddenTextError(EditError):
    """The text holds a character that no file can hold."""

    code = "E-FORBIDDEN-TEXT"

    def __init__(self, what: str, character: str) -> None:
        """Name the field and the character."""
        super().__init__(f"{what} holds {character}, which cannot be stored. Remove it and try again.")


class TooLongError(EditError):
    """The text is longer than its field allows."""

    code = "E-TOO-LONG"

    def __init__(self, what: str, length: int, limit: int) -> None:
        """Name the field, how long it is and how long it may be (characters)."""
        super().__init__(
            f"{what} is {length:,} characters long; the limit is {limit:,}. Put the rest into the note, "
            "or split it into several claims."
        )


class SelfPremiseError(EditError):
    """A claim would be a premise for or against itself."""

    code = "E-SELF-PREMISE"

    def __init__(self) -> None:
        """Say why it is refused."""
        super().__init__("A claim cannot be a reason for or against itself.")


class RepeatedPremiseError(EditError):
    """A claim would stand twice among the premises of one inference."""

    code = "E-REPEATED-PREMISE"

    def __init__(self) -> None:
        """Say why it is refused."""
        super().__init__("That claim is already a premise of this inference.")


class OutOfRangeError(EditError):
    """A credence or relevance is not a number from 0 to 1."""

    code = "E-OUT-OF-RANGE"

    def __init__(self, what: str, value: object) -> None:
        """Name the rating and what was given."""
        super().__init__(f"{what} must be a number from 0 to 1, not {value}.")


class UnfitError(EditError):
    """The request fits the map's words but not this place in it."""

    code = "E-UNFIT"


class QueryError(EditError):
    """A search that cannot be read."""

    code = "E-QUERY"


class FileError(ArgmapError):
    """A file cannot be read or written."""

    code = "E-FILE"
    exit_status = 3


class UnreadableFileError(FileError):
    """The file is not a map this argmap can read; it was not touched."""

    code = "E-UNREADABLE"

    def __init__(self, code: str, message: str) -> None:
        """Carry the stable *code* of the refusal (``E-TRUNCATED`` …) and its sentence."""
        super().__init__(message)
        self.code = code  # type: ignore[misc]  # one class, many refusals: the code tells them apart


class UnwritableFileError(FileError):
    """The file could not be written; what was there is kept as it was."""

    code = "E-UNWRITABLE"

    def __init__(self, name: str, reason: str, then: str = "", *, is_new: bool = False) -> None:
        """Name the file, why it was not written, and what to do *then*; one that *is_new* can be made elsewhere."""
        self.reason, self.is_new = reason, is_new
        kept = "Nothing was written" if is_new else "The file is as it was before"
        then = then or ("choose another place, or try again" if is_new else "try again")
        super().__init__(f"Not saved to {name}: {reason}. {kept}; {then}.")


class OutputFullError(FileError):
    """Standard output takes no more; what was saved in files stays saved."""

    code = "E-OUTPUT"

    def __init__(self, reason: str) -> None:
        """Say why not all of it was printed."""
        super().__init__(
            f"Not all was printed: {reason}. What was saved in a file stays saved; "
            "make room, or send the output elsewhere."
        )


class FileExistsAlreadyError(FileError):
    """A file stands where a new one should go."""

    code = "E-EXISTS"

    def __init__(self, name: str, instead: str = "Choose another name.") -> None:
        """Name the file and what to do instead."""
        super().__init__(f"{name} exists already and was left as it is. {instead}")


class NotAFileError(FileError):
    """A pipe or a device stands where a file should go."""

    code = "E-NOT-A-FILE"

    def __init__(self, name: str) -> None:
        """Name the pipe or device."""
        super().__init__(
            f"{name} is a pipe or a device, not a file, and was left as it is. "
            "Choose another name, or write to standard output with -o -."
        )


class StaleError(FileError):
    """Somebody else changed the file since it was read."""

    code = "E-STALE"

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__(f"{name} was changed by another program since it was read. Nothing was overwritten.")


class FormatError(ArgmapError):
    """A file to import cannot be understood; says where."""

    code = "E-FORMAT"
    exit_status = 3

    def __init__(self, message: str, *, name: str = "", line: int = 0) -> None:
        """Put the file's name and the line (counted from 1) before the message."""
        place = f"{name}, line {line}: " if name and line else f"{name}: " if name else ""
        super().__init__(place + message)


class NothingToUndoError(ArgmapError):
    """There is no step left to undo or to redo."""

    code = "E-NOTHING-TO-UNDO"
    exit_status = 2

    def __init__(self, verb: str) -> None:
        """Name the verb: undo or redo."""
        super().__init__(f"There is nothing to {verb}.")


class StandsOnItError(ArgmapError):
    """A later step stands on the step that should be undone."""

    code = "E-STANDS-ON-IT"
    exit_status = 2

    def __init__(self, label: str) -> None:
        """Name the step."""
        super().__init__(
            f"“{label}” cannot be undone alone: what it made was changed since. Undo the later steps first."
        )


class NeedsPersonError(ArgmapError):
    """A person must decide, and there is nobody to ask."""

    code = "E-NEEDS-PERSON"
    exit_status = 4
