"""`python -m folkmoot` is the command `folkmoot`, for wherever its script is not on the path."""

from folkmoot.cli import main

if __name__ == "__main__":
    main()
