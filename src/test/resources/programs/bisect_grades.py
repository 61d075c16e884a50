from array import array
from bisect import bisect, insort

limits, letters = [60, 70, 80, 90], "FDCBA"
print([letters[bisect(limits, score)] for score in (33, 60, 77, 89, 90, 100)])
values = array("i", [5, 1, 4])
ordered = []
for value in values:
    insort(ordered, value)
print(ordered, values.itemsize > 0)
