print "ü"
