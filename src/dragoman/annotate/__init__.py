"""Stand-off layers over an article, one module each."""
