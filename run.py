"""Start tertial: `python3 run.py`, then any command of it, such as `python3 run.py demo`.

The first time, and when the packages it needs have changed, the environment is made first.
"""

import sys

import environment

if __name__ == "__main__":
    place = environment.here()
    place.prepare(environment.extras_for(sys.argv[1:]))
    sys.exit(place.start("-m", "tui", *sys.argv[1:]))
