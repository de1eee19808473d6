"""Spelling: the words of a kit against a dictionary, the user's own words and the names of the kit."""
