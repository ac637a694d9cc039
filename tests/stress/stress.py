"""What the stress scripts share: running the program while watching or disturbing it."""
import os
import random
import signal
import subprocess
import time

AS_OF = ["--as-of", "2026-01-01"]


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def peak_memory(pid):
    """Highest resident memory so far in MiB; None when the process is gone."""
    try:
        with open(f"/proc/{pid}/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return None


class Run:
    """A started program.  `finish` waits and calls `tick` all the while."""

    def __init__(self, arguments, out=subprocess.DEVNULL):
        self.started = time.time()
        self.peak = 0.0
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL)

    @property
    def pid(self):
        return self.process.pid

    def running(self):
        self.peak = max(self.peak, peak_memory(self.pid) or 0.0)
        return self.process.poll() is None

    def finish(self, tick=lambda run: None, every=0.02):
        while self.running():
            tick(self)
            time.sleep(every)
        self.seconds = time.time() - self.started
        return self.process.returncode

    def kill(self, number=signal.SIGKILL):
        self.process.send_signal(number)
        self.process.wait()


def files_of(folder):
    return sorted(
        os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def shuffled(values, seed):
    values = list(values)
    random.Random(seed).shuffle(values)
    return values


class Checks:
    """Counts what holds; the exit code says whether everything did."""

    def __init__(self):
        self.failed = 0

    def that(self, holds, what):
        self.failed += 0 if holds else 1
        print(("ok    " if holds else "FAIL  ") + what, flush=True)

    def exit(self):
        raise SystemExit(1 if self.failed else 0)
