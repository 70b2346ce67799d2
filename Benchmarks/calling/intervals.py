"""95% confidence intervals: Wilson's for a share, the exact Poisson one for a count."""
import math

Z = 1.959963984540054


def wilson(hits, total):
    """(low, high) of hits / total, between 0 and 1. Wilson 1927."""
    if total == 0:
        return 0.0, 1.0
    share = hits / total
    middle = share + Z * Z / (2 * total)
    spread = Z * math.sqrt(share * (1 - share) / total + Z * Z / (4 * total * total))
    scale = 1 + Z * Z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def poisson_at_most(count, mean):
    """The probability of `count` events or fewer."""
    term = total = math.exp(-mean)
    for number in range(1, count + 1):
        term *= mean / number
        total += term
    return total


def sign_test(better, worse):
    """Two-sided exact p that as many of the samples in which two callers differ speak for each. Dixon and Mood 1946."""
    count = better + worse
    tail = sum(math.comb(count, number) for number in range(min(better, worse) + 1))
    return min(1.0, 2 * tail / 2 ** count)


def crossing(holds, low, high):
    """Where a condition that holds at `low` stops to hold, by bisection."""
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def poisson(count):
    """(low, high) of the mean behind a count. Garwood 1936."""
    top = count + 10 * math.sqrt(count + 1) + 10
    low = crossing(lambda mean: 1 - poisson_at_most(count - 1, mean) < 0.025, 0.0, top) if count else 0.0
    return low, crossing(lambda mean: poisson_at_most(count, mean) > 0.025, 0.0, top)
