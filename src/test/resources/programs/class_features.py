class Temperature:
    instances = 0

    def __init__(self, celsius):
        self.celsius = celsius
        type(self).instances += 1 if False else 0
        Temperature.instances += 1

    @classmethod
    def from_fahrenheit(cls, value):
        return cls((value - 32) * 5 / 9)

    @staticmethod
    def is_freezing(celsius):
        return celsius <= 0

    @property
    def kelvin(self):
        return self.celsius + 273.15

    @kelvin.setter
    def kelvin(self, value):
        self.celsius = value - 273.15


t = Temperature.from_fahrenheit(212)
t.kelvin = 300
print(round(t.celsius, 2), Temperature.is_freezing(-1), Temperature.instances)
