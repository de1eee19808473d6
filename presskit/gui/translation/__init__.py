"""Languages of one kit: adding one, how far each has come, and the original beside its translation."""
