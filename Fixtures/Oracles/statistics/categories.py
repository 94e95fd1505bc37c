"""How far two groups are apart in a characteristic of several values, by numpy's inverse.

python3 categories.py        writes categories.json

Yang & Dalton (2012), SAS Global Forum, paper 335, from memory: the root of T'·S^-1·T, T the
differences of the shares of all values but one, S the mean of both multinomial covariances.
"""
import json

import numpy

CASES = [([10, 20, 30], [15, 25, 10]), ([3, 7], [6, 4]), ([5, 0, 5, 2], [1, 4, 4, 4]),
         ([100, 1, 1], [1, 100, 1]), ([4, 4, 4], [8, 8, 8])]


def difference(first, second):
    p, q = (numpy.array(x, float) / sum(x) for x in (first, second))
    covariance = (numpy.diag(p) - numpy.outer(p, p) + numpy.diag(q) - numpy.outer(q, q)) / 2
    shares = (p - q)[:-1]
    return float(numpy.sqrt(shares @ numpy.linalg.inv(covariance[:-1, :-1]) @ shares))


with open("categories.json", "w") as file:
    rows = [json.dumps({"first": a, "second": b, "value": difference(a, b)}) for a, b in CASES]
    file.write('{"software": "numpy %s", "cases": [\n  ' % numpy.__version__ + ",\n  ".join(rows) + "\n]}\n")
