import warnings

warnings.warn("careful")
print 7 / 2, `1`, 0777, 1 <> 2, "\d"
