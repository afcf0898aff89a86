"""The learned reader of statements: a small encoder tags sources, cues and contents and links them."""
