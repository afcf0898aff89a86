"""Every error that dragoman raises on purpose.

    DragomanError
    ├── UsageError      the call itself is off: an unknown format, a date that is none
    ├── SourceError     a page could not be had: missing file, refused address, truncated archive
    ├── ParseError      a page was had but holds no article that can be read
    ├── LexiconError    a row of words or rules is broken
    ├── ModelError      the language model is missing or not the one that was pinned
    └── LedgerError     the ledger cannot be opened, read or written

The message says what, where and what to do. Doubt about the *meaning* of a text is never an error.
"""


class DragomanError(Exception):
    """Anything that dragoman itself found wrong; catch this one to catch them all."""


class UsageError(DragomanError):
    """The call is off; nothing was read or written."""


class SourceError(DragomanError):
    """A page could not be had."""


class ParseError(DragomanError):
    """A page holds no article that can be read."""


class LexiconError(DragomanError):
    """A row of words or rules is broken."""


class ModelError(DragomanError):
    """The language model is missing or not the one that was pinned."""


class LedgerError(DragomanError):
    """The ledger cannot be opened, read or written."""
