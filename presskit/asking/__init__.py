"""Who is to clear a release before it goes out, how far that has come, and what they are sent."""
