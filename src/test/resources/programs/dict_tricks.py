stock = {"apple": 3, "pear": 0, "fig": 12}
print({v: k for k, v in stock.items()})
print(dict(sorted(stock.items(), key=lambda kv: kv[1], reverse=True)))
merged = stock | {"kiwi": 7, "pear": 5}
print(merged.pop("fig"), merged.get("none", "nothing"), list(merged))
for i, (name, amount) in enumerate(merged.items(), start=1):
    print(f"{i}. {name}={amount!r}")
