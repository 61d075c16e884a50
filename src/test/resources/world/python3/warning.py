import warnings

warnings.warn("careful")
print("\d" == "\\d")
