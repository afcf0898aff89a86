"""The desk: the ledger in a browser, live, each reader seeing what the reader is cleared for."""
