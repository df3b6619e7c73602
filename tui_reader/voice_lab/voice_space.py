"""The space of voices: an utterance is a point, by its pitch and MFCC, and a voice is the centroid of its utterances.

The space is scaled so that the utterances of one voice lie about its centroid at a distance of 1 in every direction
(linear discriminant analysis: R. Fisher, The use of multiple measurements in taxonomic problems, 1936); the nearest
centroid says whose an utterance is. Human voices have a space of their own, for their utterances vary in other ways
than those of espeak-ng. Knows numbers, and no engine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tui_reader.voice_lab import human_space_axes, voice_space_axes

Point = tuple[float, ...]


def to_point(features: Sequence[float], engine: str = "espeak") -> Point:
    """The point of an utterance by that engine; `features` are its pitch in semitones over 1 Hz, and its MFCC."""
    space = human_space_axes if engine == "natural" else voice_space_axes
    return tuple(sum(map(float.__mul__, axis, features)) for axis in space.AXES)


def centroid(points: Iterable[Point]) -> Point:
    """The mean of some points, at least one."""
    rows = list(points)
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def nearest(point: Point, centroids: Mapping[str, Point]) -> str:
    """The key of the centroid that lies nearest to `point`."""
    return min(centroids, key=lambda id: math.dist(point, centroids[id]))


def axes(voices: Iterable[Sequence[Sequence[float]]]) -> list[list[float]]:
    """The axes computed anew, row by row; `voices` gives for each voice the features of many of its utterances.

    They are the inverse of the Cholesky root of the covariance within voices.
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
