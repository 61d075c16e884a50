from graphlib import CycleError, TopologicalSorter

tasks = {"deploy": {"test", "build"}, "test": {"build"}, "build": {"fetch"}, "fetch": set()}
print(list(TopologicalSorter(tasks).static_order()))
try:
    list(TopologicalSorter({"a": {"b"}, "b": {"a"}}).static_order())
except CycleError as error:
    print("cycle:", error.args[1])
