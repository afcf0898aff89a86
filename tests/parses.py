"""Texts whose parses are compared with spaCy's."""

TEXTS = (
    "",
    " ",
    "Rain.",
    "OSLO, March 3 (Harbour Wire) - Kenya's envoy, Ana Torv, won't say \"when\" or where  they met.\n\nTwo days later, "
    "she and her three aides flew home; the U.S. stayed: No. 4 of the Act, she added, was still open.",
    "And the talks, which had been held, after the rains, in Muscat, and to which Uganda had sent nobody, ended. Why?",
    "“It is,” Mr. Haddad said, “a GOOD day to talk, isn't it – to sign?” He’d come at 10 a.m., he'd not stay.",
)
