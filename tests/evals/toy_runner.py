"""A runner for the gate's own test: prints the file it is given."""

import sys
from pathlib import Path

print(Path(sys.argv[1]).read_text())
