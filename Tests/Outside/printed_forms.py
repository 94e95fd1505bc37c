"""Headless Chromium prints the page of `outcomes forms` to PDF.

    python3 Tests/Outside/printed_forms.py BINARY

On A4 and on Letter, each participant begins on a page of their own, there are as many pages as
expected, no question is cut, and every page tells whose answers it holds. Needs `chromium`, and
`pdftotext` of Poppler.
"""

import html
import json
import os
import re
import subprocess
import sys
import tempfile

IDS = ["P001", "P&2", "R(3)"]
# The four usual questionnaires: two and two share a page.
USUAL_PAGES = 2
LONG_ITEMS = 70
SCALE = {"minimum": 0, "maximum": 3, "labels": ["never", "at times", "often", "always"]}


def run(binary, folder, *arguments):
    subprocess.run(
        [binary, *arguments], cwd=folder, check=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL)


def print_pages(page, size):
    """The text of each printed page, with single spaces."""
    folder = tempfile.mkdtemp(dir=os.path.dirname(page))
    sized, pdf = os.path.join(folder, "sized.html"), os.path.join(folder, "sized.pdf")
    with open(page) as source, open(sized, "w") as target:
        target.write(source.read().replace("</style>", f"@page {{ size: {size}; }}\n</style>"))
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", f"file://{sized}"],
        check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def words_of(markup):
    """The text of a piece of markup, as it is read from a print."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def rows_of(packet):
    """Each question of a packet with the codes of its answers."""
    for table in re.findall(r"<tbody>(.*?)</tbody>", packet, re.S):
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.S):
            question, *answers = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
            yield words_of(question), " ".join(words_of(answer) for answer in answers)


def letters(text):
    """The text without spaces: where a print breaks a line is its own affair."""
    return text.replace(" ", "")


def check(page, size, expected_pages):
    with open(page) as source:
        markup = source.read()
    packets = re.findall(r"<article.*?</article>", markup, re.S)
    pages = print_pages(page, size)
    problems = []
    if len(pages) != sum(expected_pages):
        problems.append(f"{len(pages)} pages, expected {sum(expected_pages)}")
    first = 0
    for packet, count in zip(packets, expected_pages):
        label = html.unescape(re.search(r'aria-label="([^"]*)"', packet).group(1))
        own = [letters(text) for text in pages[first:first + count]]
        first += count
        for number, text in enumerate(own):
            if letters(label) not in text:
                problems.append(f"page {number + 1} of {label} does not name it")
        for question, answers in rows_of(packet):
            holding = [text for text in own if letters(question + answers) in text]
            if len(holding) != 1:
                problems.append(f"{label}: on {len(holding)} pages: {question} {answers}")
    return [f"{size}: {problem}" for problem in problems]


def main():
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        run(binary, folder, "init", "program")
        place = os.path.join(folder, "program")
        for name in IDS:
            run(binary, place, "enroll", name, "--on", "2026-01-05")
        usual, long = os.path.join(folder, "usual.html"), os.path.join(folder, "long.html")
        run(binary, place, "forms", "--as-of", "2026-02-04", "-o", usual)
        problems = []
        for size in ["A4", "Letter"]:
            problems += check(usual, size, [USUAL_PAGES] * len(IDS))

        # A questionnaire of several pages, with questions of one to six lines.
        items = [
            {"text": f"Question {number} " + "asks about this and that " * (number * 7 % 23),
             "answers": SCALE}
            for number in range(1, LONG_ITEMS + 1)
        ]
        instrument = {
            "schema": "outcomes.instrument/1", "id": "long", "name": "Long", "title": "A long one",
            "construct": "patience", "direction": "lower_is_better", "items": items,
            "range": [0, 3 * LONG_ITEMS],
        }
        with open(os.path.join(place, "instruments", "long.json"), "w") as file:
            json.dump(instrument, file)
        run(binary, place, "set", "instruments", "+long", "--reason", "for this test")
        run(binary, place, "forms", "P001", "--timepoint", "day90", "--instrument", "long", "-o", long)
        for size in ["A4", "Letter"]:
            pages = print_pages(long, size)
            if len(pages) < 4:
                problems.append(f"{size}: the long questionnaire has only {len(pages)} pages")
            problems += check(long, size, [len(pages)])
    print("\n".join(problems) or "no question is cut on A4 or Letter")
    raise SystemExit(1 if problems else 0)


main()
