import string

RULES = {
    "length": lambda p: len(p) >= 8,
    "digit": lambda p: any(c.isdigit() for c in p),
    "upper": lambda p: any(c.isupper() for c in p),
    "special": lambda p: any(c in string.punctuation for c in p),
}
for password in ("secret", "Secret123", "S3cret!!x"):
    missing = [name for name, rule in RULES.items() if not rule(password)]
    print(password, "ok" if not missing else "missing: " + ", ".join(missing))
