"""Pass the tests: `python3 test.py`, then anything that pytest takes, such as `-k calendar`.

The first time, and when the packages they need have changed, the environment is made first.
"""

import os
import sys

import environment

if __name__ == "__main__":
    place = environment.here()
    place.prepare({"dev"})
    os.chdir(place.root)
    os.environ["PYTHONWARNDEFAULTENCODING"] = "1"  # a text opened without encoding is a failure
    workers = max(2, min(4, os.cpu_count() or 2))
    sys.exit(place.start("-m", "pytest", "-n", str(workers), *sys.argv[1:]))
