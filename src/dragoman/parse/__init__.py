"""A page to an article: text normalised once, so that offsets never move again. The way in is `parse.parse`."""
