"""A terminal for the built binary, and a person who types at it."""
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

from program import require

ESCAPE = re.compile(rb"\x1b\[[0-9;]*[A-Za-z]")
# Nothing takes this long; a test that waits for it has failed.
LONGEST = 60


class Sitting:
    """A command that runs at a terminal of its own, as a job of a small shell.

    The shell does what every shell does: it waits for the job, takes the terminal back where the job stops, and continues it when a
    line is typed.
    """

    def __init__(self, command, columns=80, rows=24, stdout=None, **environment):
        surroundings = {key: value for key, value in os.environ.items()
                        if key not in ("LC_ALL", "LC_CTYPE", "NO_COLOR")}
        surroundings |= {"TERM": "xterm", "LANG": "C.UTF-8"} | environment
        self.shell, self.terminal = pty.fork()
        if self.shell == 0:
            # Not by an exception, which would end what the test has begun.
            os._exit(run_as_shell(command, (columns, rows), stdout, surroundings))
        self.seen = b""
        self.read_until(b"ready\r\n")
        self.seen = b""
        self.before = self.attributes()
        self.job = None
        os.write(self.terminal, b"start\n")
        self.read_until(b"start\r\n")
        job = self.read_until(rb"job (\d+)\r\n")
        self.job = int(job.group(1))
        # The program may have shown something already.
        self.seen = self.seen[job.end():]

    def attributes(self):
        """What `stty -g` shows."""
        return termios.tcgetattr(self.terminal)

    def read_until(self, pattern):
        """Waits until something is shown that was not waited for before."""
        end = time.monotonic() + LONGEST
        while True:
            found = re.search(pattern, self.seen)
            if found:
                return found
            require(time.monotonic() < end, f"{pattern} was not shown: {self.seen[-2000:]}")
            if select.select([self.terminal], [], [], 1)[0]:
                try:
                    self.seen += os.read(self.terminal, 65_536)
                except OSError as error:
                    require(error.errno == errno.EIO, str(error))
                    require(re.search(pattern, self.seen), f"{pattern} was not shown before the end: {self.seen[-2000:]}")

    def type(self, keys, then):
        """Types keys and waits for a text that is shown after them."""
        shown = len(self.seen)
        os.write(self.terminal, keys.encode())
        end = time.monotonic() + LONGEST
        while not re.search(then, ESCAPE.sub(b"", self.seen[shown:])):
            require(time.monotonic() < end, f"after {keys!r}, {then} was not shown: {self.seen[shown:]}")
            self.read_more()

    def read_more(self):
        if select.select([self.terminal], [], [], 1)[0]:
            self.seen += os.read(self.terminal, 65_536)

    def wait_until(self, holds, what):
        end = time.monotonic() + LONGEST
        while not holds():
            require(time.monotonic() < end, what)
            self.read_more()

    def is_as_found(self):
        return self.attributes() == self.before

    def end(self):
        """Waits for the end; gives the exit code, negative for a signal."""
        code = int(self.read_until(rb"ended (-?\d+)\r\n").group(1))
        require(self.is_as_found(), "the terminal is in another state than before")
        os.write(self.terminal, b"\n")
        os.waitpid(self.shell, 0)
        os.close(self.terminal)
        return code

    def text(self):
        """What was shown, without what moves the cursor."""
        return ESCAPE.sub(b"", self.seen).decode()


def run_as_shell(command, size, stdout, environment):
    """Runs a command as a job of this process, which leads the session."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    say("ready\n")
    sys.stdin.readline()
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        say(f"job {os.getpid()}\n")
        os.tcsetpgrp(0, os.getpid())
        # What called this test may ignore some of them.
        for number in (signal.SIGTTOU, signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP):
            signal.signal(number, signal.SIG_DFL)
        if stdout:
            os.dup2(os.open(stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.execve(command[0], command, environment)
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        os.tcsetpgrp(0, os.getpgrp())
        if not os.WIFSTOPPED(status):
            break
        say("stopped\n")
        sys.stdin.readline()
        os.tcsetpgrp(0, job)
        os.kill(-job, signal.SIGCONT)
    say(f"ended {os.waitstatus_to_exitcode(status)}\n")
    sys.stdin.readline()
    return 0


def say(text):
    os.write(1, text.encode())
