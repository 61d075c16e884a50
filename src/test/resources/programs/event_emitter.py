class Emitter:
    def __init__(self):
        self._handlers = {}

    def on(self, event):
        def register(handler):
            self._handlers.setdefault(event, []).append(handler)
            return handler

        return register

    def emit(self, event, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in self._handlers.get(event, [])]


bus = Emitter()


@bus.on("greet")
def hello(name, loud=False):
    return f"hello {name}{'!' if loud else ''}"


@bus.on("greet")
def bye(name, **_):
    return f"bye {name}"


print(bus.emit("greet", "Ada", loud=True), bus.emit("none"))
