"""What builds and runs a project beside its packages: actions and images."""
