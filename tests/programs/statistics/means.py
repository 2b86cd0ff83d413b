import statistics as s

print(s.mean([1, 2, 3, 4]), s.mean([1.5, 2.5]), s.mean([2, 4]), s.fmean([1, 2]), s.median([3, 1, 2]), s.median([1, 2, 3, 4]))
print(s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.mode("aab"), s.multimode("aabb"), s.mode([1, 1, 2]))
print(s.variance([1, 2, 3, 4]), s.pvariance([1, 2, 3, 4]), s.variance([1, 3]), round(s.stdev([1, 2, 3, 4]), 12))
print(round(s.pstdev([0.1, 0.2, 0.4]), 12), round(s.stdev([0.1, 0.2, 0.4]), 12), round(s.geometric_mean([1, 2, 4]), 12))
print(s.quantiles([1, 2, 3, 4, 5]), s.quantiles([1, 2, 3, 4], n=3, method="inclusive"), s.quantiles(range(1, 11), n=10))
print(s.harmonic_mean([40, 60]), round(s.correlation([1, 2, 3], [1, 2, 4]), 12), s.fmean([1, 3], [3, 1]))
for bad in [lambda: s.mean([]), lambda: s.stdev([1]), lambda: s.median([]), lambda: s.mode([]), lambda: s.variance([1]), lambda: s.fmean([])]:
    try:
        bad()
    except s.StatisticsError as error:
        print(error)
