"""One module for each open data set: its published files in, examples out."""
