"""What a reporter would receive: a finished PDF or Word file looked through from outside."""
