"""Takes every measure on a platform of its own, and writes what came out."""

import importlib
import pkgutil
import sys

import bench
from bench import platform, results


def main(wanted: list[str]) -> int:
    """Run the measures (all, or those whose name starts with an argument); exit 1 over a limit."""
    with platform.running():
        for module in pkgutil.iter_modules(bench.__path__, "bench."):
            if module.name != "bench.__main__":
                importlib.import_module(module.name)
        taken = []
        for measure in sorted(bench.MEASURES.values(), key=lambda each: each.name):
            if not wanted or measure.name.startswith(tuple(wanted)):
                taken.append(results.Result(measure, measure.take()))
                print(taken[-1].line, flush=True)
    # A part of the measures would make the kept record look complete.
    if not wanted:
        results.write(taken)
    return int(any(result.is_over for result in taken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
