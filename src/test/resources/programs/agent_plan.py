import json

ACTIONS = {
    "add": lambda state, x: {**state, "value": state["value"] + x},
    "times": lambda state, x: {**state, "value": state["value"] * x},
    "log": lambda state, text: {**state, "log": state["log"] + [text]},
}
plan = json.loads('[["add", 5], ["times", 3], ["log", "done"], ["fly", 1]]')
state = {"value": 1, "log": []}
for action, argument in plan:
    if action not in ACTIONS:
        state["log"].append(f"unknown action {action}")
        continue
    state = ACTIONS[action](state, argument)
print(json.dumps(state))
