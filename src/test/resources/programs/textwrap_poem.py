import textwrap

text = "Beautiful is better than ugly. Explicit is better than implicit. Simple is better than complex."
print(textwrap.fill(text, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40))
print(textwrap.dedent("""
    indented
        more
    """).strip())
