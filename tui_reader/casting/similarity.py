"""How alike voices sound, by pitch and MFCC: each utterance is a point, each voice the middle of its own.

The space is stretched so that the utterances of one voice lie about its middle at a distance of 1 in every direction
(linear discriminant analysis: R. Fisher, 1936), so that the nearest middle says whose an utterance is. Knows numbers,
and no engine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tui_reader.casting.similarity_axes import AXES
from tui_reader.casting.voice import Voice

Point = tuple[float, ...]

CONFUSABLE = 7.0
"""Nearer than this two should not talk to each other: at 6.5, 3 of 138 short sentences were taken for the other's."""
CLEAR = 10.0
"""From here on it is not one in 500, measured on the memorandum's clauses, and going further gains nothing."""


def distance(one: Voice, other: Voice) -> float:
    """How far apart two voices are: 0 for one and the same, infinite where either was not measured."""
    if one.id == other.id:
        return 0.0
    if one.measured is None or other.measured is None:
        return math.inf
    return math.dist(one.measured.point, other.measured.point)


def place(features: Sequence[float]) -> Point:
    """The point of an utterance of these features: the pitch in semitones over 1 Hz, and the MFCC."""
    return tuple(sum(map(float.__mul__, axis, features)) for axis in AXES)


def middle(points: Iterable[Point]) -> Point:
    """The mean of some points."""
    rows = list(points)
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def nearest(point: Point, points: Mapping[str, Point]) -> str:
    """Whose point lies next: the plain classifier."""
    return min(points, key=lambda id: math.dist(point, points[id]))


def axes(voices: Iterable[Sequence[Sequence[float]]]) -> list[list[float]]:
    """AXES anew, from the features of many utterances of each of some voices.

    The inverse of the Cholesky root of the covariance within voices, row by row.
    """
    rows: list[list[float]] = []
    freedom = 0
    for utterances in voices:
        mean = [sum(column) / len(utterances) for column in zip(*utterances, strict=True)]
        rows += [[value - centre for value, centre in zip(row, mean, strict=True)] for row in utterances]
        freedom += len(utterances) - 1
    size = len(rows[0])
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = sum(row[i] * row[j] for row in rows) / freedom - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = math.sqrt(rest) if i == j else rest / root[j][j]
    inverse = [[0.0] * size for _ in range(size)]
    for i in range(size):
        inverse[i][i] = 1 / root[i][i]
        for j in range(i):
            inverse[i][j] = -sum(root[i][k] * inverse[k][j] for k in range(j, i)) / root[i][i]
    return inverse
