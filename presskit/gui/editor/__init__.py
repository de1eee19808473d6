"""The editor: cards, their forms and fields."""
