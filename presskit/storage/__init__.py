"""Kits on disk: their record as JSON, the zip around it, safe saving, and who has a file open."""
