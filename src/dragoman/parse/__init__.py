"""From a page to an article: text normalised once."""
