"""Words, rules and models that ship with the package."""
