import random

RULES = [
    (("hello", "hi"), ["Hello there!", "Hi!"]),
    (("weather",), ["It is always sunny in here."]),
    (("name",), ["I am a very small bot."]),
]
random.seed(1)


def reply(message):
    words = {word.strip("?!.,").lower() for word in message.split()}
    for triggers, answers in RULES:
        if words & set(triggers):
            return random.choice(answers)
    return "Tell me more."


for message in ("Hello bot!", "What is your name?", "How is the weather", "I like trains"):
    print(">", message)
    print("<", reply(message) != "")
