import difflib

old, new = ["one", "two", "three"], ["one", "2", "three", "four"]
print("\n".join(difflib.unified_diff(old, new, "old", "new", lineterm="")))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
