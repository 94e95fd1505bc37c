"""Hashes and seals by Python's hashlib, an implementation that shares nothing with this program.

Run in this folder:  python3 seals.py
Writes sha256.json, and the same lines without and with seals: unsealed.csv and sealed.csv,
unsealed.jsonl and sealed.jsonl.
"""
import hashlib
import json
import platform
import ssl


def message(length):
    """Bytes of no pattern that a block of 64 could hide."""
    return bytes((37 * i + 11 * (i // 64) + 5) % 256 for i in range(length))


def digest(data):
    return hashlib.sha256(data).hexdigest()


def sealed(starts, closing):
    """Lines with their seals: the first 16 digits over the seal above and the line up to its own."""
    above = b""
    for start in starts:
        above = digest(above + start)[:16].encode()
        yield start + above + closing


PREFIX = b"0123456789abcdef"
with open("sha256.json", "w") as file:
    json.dump(
        {
            "software": f"Python {platform.python_version()}, {ssl.OPENSSL_VERSION}",
            "million_a": digest(b"a" * 1_000_000),
            "plain": [digest(message(length)) for length in range(131)],
            "after_prefix": [digest(PREFIX + message(length)) for length in range(131)],
        },
        file,
        indent=1,
    )
    file.write("\n")

ROWS = [
    ("P1", "2026-01-05", "enroll", "2026-01-05T10:00:00Z", "ada", "", "north"),
    ("é7", "2026-01-06", "enroll", "2026-01-06T10:00:00Z", "Zoë", "", 'by the "sea", north'),
    ("P1", "2026-01-05", "update", "2026-01-07T10:00:00Z", "ada", "typed twice", ""),
    ("名前", "2026-01-08", "enroll", "2026-01-08T10:00:00Z", "ada", "long " * 40, ""),
    ("P1", "2026-03-01", "withdraw", "2026-03-01T10:00:00Z", "ada", "moved away", "south"),
]
NAMES = ("participant", "enrolled_on", "action", "recorded_at", "recorded_by", "reason", "site")


def csv_field(text):
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text


csv = [",".join(map(csv_field, row)).encode() + b"," for row in ROWS]
jsonl = [
    json.dumps(
        {name: value for name, value in zip(NAMES, row) if value},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    for row in ROWS
]
opened = [line[:-1] + b',"seal":"' for line in jsonl]
for name, unsealed, lines in [
    ("csv", csv, sealed(csv, b"")),
    ("jsonl", jsonl, sealed(opened, b'"}')),
]:
    for kind, rows in [("unsealed", unsealed), ("sealed", lines)]:
        with open(f"{kind}.{name}", "wb") as file:
            file.write(b"".join(row + b"\n" for row in rows))
