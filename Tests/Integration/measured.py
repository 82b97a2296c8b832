#!/usr/bin/env python3
"""measured.py ERRORS SECONDS COMMAND...: runs a command and prints its status, its seconds of processor time and its MB.

Standard output is dropped, standard error goes to the file ERRORS. Past SECONDS the command is killed. A process of its own,
since what a process has used at most counts the memory of the one that started it.
"""

import json
import os
import resource
import subprocess
import sys


def main():
    errors, seconds, *command = sys.argv[1:]

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    with open(errors, "wb") as file:
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=file, preexec_fn=limit)
        _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([program.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))


if __name__ == "__main__":
    main()
