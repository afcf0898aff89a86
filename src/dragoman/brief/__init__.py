"""The brief and its pages."""
