TEXT = """
# comment
[server]
host = localhost
port = 8080
[client]
debug = yes
"""
config, section = {}, None
for raw in TEXT.splitlines():
    line = raw.strip()
    if not line or line.startswith("#"):
        continue
    if line.startswith("[") and line.endswith("]"):
        section = config.setdefault(line[1:-1], {})
    else:
        key, _, value = (part.strip() for part in line.partition("="))
        section[key] = int(value) if value.isdigit() else {"yes": True, "no": False}.get(value, value)
print(config)
