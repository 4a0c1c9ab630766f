"""What the words mean: frozen dataclasses and enums, no I/O, standard library only."""
