#!/usr/bin/env python3
"""fuzz.py [SECONDS [TARGET…]]: builds the fuzzing harness with libFuzzer and AddressSanitizer, and fuzzes each target.

The short form is 20 seconds a target and starts from the same random number each time, so that a change is judged by its own
faults; the long one, `fuzz.py 600`, starts from another each time. The seeds in Fixtures/Fuzzing are only read: what is learned
stays in .build-fuzz, and so does an input that breaks something, whose place is printed. To run one input again:

    OUTCOMES_FUZZ_TARGET=csv-lines .build-fuzz/release/fuzz FILE

Where the toolchain has no libFuzzer, the script says so and ends well.
"""
import os
import subprocess
import sys

PROJECT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SEEDS = os.path.join(PROJECT, "Fixtures", "Fuzzing")
SCRATCH = os.path.join(PROJECT, ".build-fuzz")
TARGETS = ["csv-lines", "json-lines", "instrument", "program"]
# SwiftPM's own option keeps it from asking for a `main`; the compiler's adds the second sanitizer.
BUILD = ["swift", "build", "-c", "release", "--scratch-path", SCRATCH, "--product", "fuzz", "--sanitize=fuzzer",
         "-Xswiftc", "-sanitize=fuzzer,address", "-Xswiftc", "-enable-testing"]


def has_fuzzer():
    """Whether a program that does nothing can be built with libFuzzer."""
    program = '@_cdecl("LLVMFuzzerTestOneInput") public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt { 0 }'
    os.makedirs(SCRATCH, exist_ok=True)
    source, built = os.path.join(SCRATCH, "probe.swift"), os.path.join(SCRATCH, "probe")
    with open(source, "w", encoding="utf-8") as file:
        file.write(program)
    command = ["swiftc", "-parse-as-library", "-sanitize=fuzzer,address", source, "-o", built]
    return subprocess.run(command, capture_output=True).returncode == 0


def fuzz(target, seconds, start):
    """Fuzzes one target from a random number, 0 for any; gives whether nothing was found."""
    learned = os.path.join(SCRATCH, "corpus", target)
    found = os.path.join(SCRATCH, "found", target, "")
    for folder in (learned, found):
        os.makedirs(folder, exist_ok=True)
    # Stack traces of allocations cost more than the code under test.
    environment = {**os.environ, "OUTCOMES_FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no",
                   "ASAN_OPTIONS": "malloc_context_size=0"}
    command = [os.path.join(SCRATCH, "release", "fuzz"), learned, os.path.join(SEEDS, target),
               f"-max_total_time={seconds}", f"-seed={start}", "-timeout=10", f"-artifact_prefix={found}"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace")
    words = result.stderr.splitlines()
    if result.returncode == 0:
        print(f"{target}: {words[-1]}, nothing found", flush=True)
        return True
    first = next((number for number, line in enumerate(words) if "FINDING" in line or "ERROR" in line), -20)
    print(f"{target}: FAILED\n" + "\n".join(words[first:][:30] + words[-3:]), flush=True)
    return False


def main(seconds, targets, start):
    if not has_fuzzer():
        print("skipped: this toolchain has no libFuzzer")
        return 0
    built = subprocess.run(BUILD, cwd=PROJECT, env={**os.environ, "OUTCOMES_FUZZ": "1"}, capture_output=True, text=True)
    if built.returncode != 0:
        print(built.stdout + built.stderr)
        return 1
    return 0 if all([fuzz(target, seconds, start) for target in targets]) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(int(sys.argv[1]), sys.argv[2:] or TARGETS, 0))
    sys.exit(main(20, TARGETS, 1))
