ROOMS = {
    "hall": {"text": "A long hall.", "exits": {"east": "kitchen"}},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall", "down": "cellar"}},
    "cellar": {"text": "Dark.", "exits": {"up": "kitchen"}},
}


def play(commands, room="hall"):
    for command in commands:
        exits = ROOMS[room]["exits"]
        if command in exits:
            room = exits[command]
            yield ROOMS[room]["text"]
        else:
            yield f"You cannot go {command} from the {room}."


print("\n".join(play(["east", "down", "down", "up", "west"])))
