import re

LOG = """2024-01-05 10:00:01 INFO  started in 12 ms
2024-01-05 10:00:02 ERROR failed: code=42
2024-01-06 11:30:00 WARN  slow request /index.html 950 ms"""
LINE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>\w+)\s+(?P<message>.*)")
for line in LOG.splitlines():
    match = LINE.match(line)
    if match:
        print(match["level"], match.group("date"), re.sub(r"\d+", "#", match["message"]))
print(re.findall(r"(\d+) ms", LOG))
