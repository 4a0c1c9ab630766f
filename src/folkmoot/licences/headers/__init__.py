"""What each source file says about its licence: tags in the file, beside it, or for many files at once."""
