"""The program: command line and batch."""
