import unicodedata

for word in ("café", "naïve", "Ω", "日本"):
    print(word, len(word), len(word.encode()), unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode())
größe = 3
print("größe", größe, unicodedata.name("é"), "\N{SNOWMAN}", "\u00e9" == "é")
