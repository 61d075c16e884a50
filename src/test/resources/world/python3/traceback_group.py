error = ExceptionGroup("several", [ValueError(1), TypeError("two")])
error.add_note("a note")
raise error
