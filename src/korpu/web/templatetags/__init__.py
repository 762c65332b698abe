"""Words that templates may use: figures as buttons, ladders, labels."""
