"""`python -m ifnlit`."""

import sys

from ifnlit.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
