class Todo:
    def __init__(self):
        self.tasks = []

    def add(self, title, *, priority=0):
        self.tasks.append({"title": title, "priority": priority, "done": False})
        return self

    def finish(self, title):
        for task in self.tasks:
            if task["title"] == title:
                task["done"] = True
                break
        else:
            raise LookupError(title)

    def __str__(self):
        ordered = sorted(self.tasks, key=lambda t: -t["priority"])
        return "\n".join(f"[{'x' if t['done'] else ' '}] {t['title']}" for t in ordered)


todo = Todo().add("shop").add("write", priority=5).add("sleep", priority=1)
todo.finish("write")
print(todo)
try:
    todo.finish("fly")
except LookupError as missing:
    print("no task", missing)
