name = "world"
print("Hello,", name + "!")
print(f"{name.upper():>10}|{name[::-1]:<10}|")
