"""n-body: five bodies that attract each other, as lists of floats."""

from math import sqrt

# Position, velocity, mass: a made-up sun with four planets.
BODIES = [
    ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 40.0),
    ([5.0, -1.0, -0.1], [0.6, 2.8, -0.02], 0.04),
    ([8.5, 4.0, -0.4], [-1.0, 1.8, 0.008], 0.01),
    ([13.0, -15.0, -0.2], [1.1, 0.9, -0.01], 0.002),
    ([15.0, -26.0, 0.2], [1.0, 0.6, -0.035], 0.002),
]


def pairs_of(bodies):
    return [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]


def advance(bodies, pairs, step):
    for (p, v, mass), (other_p, other_v, other_mass) in pairs:
        dx = p[0] - other_p[0]
        dy = p[1] - other_p[1]
        dz = p[2] - other_p[2]
        square = dx * dx + dy * dy + dz * dz
        pull = step / (square * sqrt(square))
        towards = other_mass * pull
        v[0] -= dx * towards
        v[1] -= dy * towards
        v[2] -= dz * towards
        back = mass * pull
        other_v[0] += dx * back
        other_v[1] += dy * back
        other_v[2] += dz * back
    for p, v, _ in bodies:
        p[0] += step * v[0]
        p[1] += step * v[1]
        p[2] += step * v[2]


def energy(bodies, pairs):
    total = 0.0
    for _, v, mass in bodies:
        total += mass * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) / 2
    for (p, _, mass), (other_p, _, other_mass) in pairs:
        dx, dy, dz = p[0] - other_p[0], p[1] - other_p[1], p[2] - other_p[2]
        total -= mass * other_mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def task(worker, workers, n: int = 15_000):
    bodies = [(position[:], velocity[:], mass) for position, velocity, mass in BODIES]
    pairs = pairs_of(bodies)
    for _ in range(n):
        advance(bodies, pairs, 0.01)
    return f"{energy(bodies, pairs):.9f}"
