"""Approvals in the window: who has cleared their words, who is to be asked, and the letters that ask."""
