"""What a project is made of, on a page: how much, from where, how exactly, and what is known of it."""
