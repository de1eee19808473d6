"""The library in the window: searching and using it, and keeping it current."""
