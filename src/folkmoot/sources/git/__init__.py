"""Facts from any git repository, read with git itself, nothing of the repository executed or honoured."""
