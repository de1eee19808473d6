"""The brand editor: what releases look like, seen while one chooses; and house styles."""
