import json
import re

ANSWER = """I will look that up.
<call>{"tool": "search", "args": {"q": "python", "n": 3}}</call>
and then <call>{"tool": "math", "args": {"x": 2}}</call>"""
calls = [json.loads(text) for text in re.findall(r"<call>(.*?)</call>", ANSWER, re.DOTALL)]
for call in calls:
    arguments = ", ".join(f"{k}={v!r}" for k, v in call["args"].items())
    print(f"{call['tool']}({arguments})")
