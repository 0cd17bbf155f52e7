"""Run with ``python -m unittest discover -t . -s reader/tests``."""
