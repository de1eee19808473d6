"""The record: kit, release, blocks, and how they change."""
