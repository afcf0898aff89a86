"""Stand-off layers over an article, one module each; `annotate` makes them in a fixed order."""
