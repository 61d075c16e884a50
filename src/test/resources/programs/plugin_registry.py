class Plugin:
    registry = {}

    def __init_subclass__(cls, *, key, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key] = cls

    def run(self, text):
        raise NotImplementedError


class Upper(Plugin, key="upper"):
    def run(self, text):
        return text.upper()


class Reverse(Plugin, key="reverse"):
    def run(self, text):
        return text[::-1]


print({key: plugin().run("abc") for key, plugin in Plugin.registry.items()})
