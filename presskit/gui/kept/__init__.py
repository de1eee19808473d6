"""The versions of a kit: kept under a name, compared, and brought back."""
