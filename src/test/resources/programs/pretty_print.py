import copy
from pprint import pformat

config = {"servers": [{"name": f"s{i}", "ports": list(range(i, i + 5))} for i in range(3)], "debug": False}
clone = copy.deepcopy(config)
clone["servers"][0]["name"] = "changed"
print(pformat(config, width=60))
print(config["servers"][0]["name"], clone["servers"][0]["name"])
