"""The checks in the window: the panel, the marks in the text, what can be done about a finding."""
