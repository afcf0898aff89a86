"""Where pages come from: files, feeds, archives and the web."""
