"""A few lines of TAP (the Test Anything Protocol), so that a story reads as a story."""

import atexit
import os
import sys

_run = _failed = 0


def ok(condition, what, why=""):
    global _run, _failed
    _run += 1
    if condition:
        print(f"ok {_run} - {what}")
    else:
        _failed += 1
        print(f"not ok {_run} - {what}")
        for line in str(why).splitlines():
            print(f"#   {line}")


def same(got, wanted, what):
    ok(got == wanted, what, f"got    {got!r}\nwanted {wanted!r}")


def starred(got, what):
    """Every value is a mask: nothing of the original shows."""
    values = list(got)
    ok(values and all(isinstance(v, str) and v.startswith("*****") for v in values), what, f"got {values!r}")


@atexit.register
def _end():
    print(f"1..{_run}", flush=True)
    if _failed:
        os._exit(1)


def _crashed(kind, error, trace):
    ok(False, "the story runs to its end", f"{kind.__name__}: {error}")
    sys.__excepthook__(kind, error, trace)


sys.excepthook = _crashed
