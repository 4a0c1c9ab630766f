"""Lock files of Elixir."""
