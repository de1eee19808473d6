"""Bringing in what people have: a look at what was recognised, before it becomes the release."""
