import json

document = {"name": "Zoë", "tags": ["a", "b"], "nested": {"n": None, "ok": True, "pi": 3.14}}
text = json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False)
print(text)
assert json.loads(text) == document
try:
    json.loads("{broken")
except json.JSONDecodeError as error:
    print("line", error.lineno, "column", error.colno)
