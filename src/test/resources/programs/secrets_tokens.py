import secrets

token = secrets.token_hex(8)
print(len(token), secrets.randbelow(10) < 10, secrets.compare_digest("a", "a"), secrets.choice("xy") in "xy")
