text = "  Hello, World! Hello!  "
print(text.strip().lower().count("hello"))
print(text.replace("Hello", "Bye").strip().split(", "))
print("-".join(["a", "b", "c"]), "abc".zfill(6), "x".center(9, "*"))
print("tabs\tand\nlines".expandtabs(4).splitlines(), "ß".casefold(), "éa".encode("utf-8"))
print("a,b,,c".partition(","), "abcabc".rfind("b"), "Title Case".swapcase(), "x1".isidentifier())
table = str.maketrans({"a": "4", "e": "3", "o": None})
print("peace of code".translate(table))
