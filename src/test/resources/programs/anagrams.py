from collections import defaultdict

words = ["listen", "silent", "enlist", "google", "elgoog", "abc", "cab"]
groups = defaultdict(list)
for word in words:
    groups["".join(sorted(word))].append(word)
for group in groups.values():
    if len(group) > 1:
        print(sorted(group))
