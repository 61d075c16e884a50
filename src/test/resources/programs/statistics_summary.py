import statistics

grades = [88, 92, 79, 93, 85, 92]
print(f"mean {statistics.mean(grades):.2f} median {statistics.median(grades)} mode {statistics.mode(grades)}")
print(f"stdev {statistics.stdev(grades):.3f}")
