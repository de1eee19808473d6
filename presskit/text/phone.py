"""Telephone numbers in running text."""

PHONE = r"\+[0-9][0-9().\u00a0 –-]{6,}[0-9]|\(?[0-9](?:[().\u00a0 –-]{0,2}[0-9]){8,}"
"""A pattern for one: its groups keep their order within a line from right to left, as people dial it.
After ITU-T E.123 (2001), 2: groups of figures with blanks, hyphens, points or brackets between."""
