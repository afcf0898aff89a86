"""Who said what: attributions of speech, thought and will from the parse and the quotation marks."""

from __future__ import annotations

from dragoman.annotate.speech.find import find_speech, is_report, read_speech

__all__ = ["find_speech", "is_report", "read_speech"]
