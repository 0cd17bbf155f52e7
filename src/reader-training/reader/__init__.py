"""Trains, exports and measures the span reader that Dateline answers with."""
