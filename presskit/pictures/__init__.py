"""Picture files: what they are made of, what they say of themselves, and how they are made fit to go out."""
