"""How each kind is found in an article, one module a kind.

They stand apart from the kinds because only they need the layers of an article: `Kind.find` imports one when a text is
read, and what is made of records that were read before (entries, verdicts, briefs) never does.
"""
