"""Walks the modules that are named on standard input and says what the policy has to know, as walk.py does in Python 3.

    lacks MODULE                  a module that cannot be imported

There is a kind more: maker (makes classes while the program runs).
"""

import _io
import __builtin__
import ast
import inspect
import io
import operator
import sys
import types

NAMED = set(sys.stdin.read().split())
BUILTINS = dict.fromkeys(("eval", "execfile", "compile", "__import__", "input", "reload"), "evaluator")
BUILTINS.update(dict.fromkeys(("vars", "globals", "locals"), "inside"))
BUILTINS.update(dict.fromkeys(("open", "file"), "opener"))
ATTRIBUTES = dict.fromkeys(("FileIO", "OpenWrapper"), "opener")
ATTRIBUTES.update(dict.fromkeys(("attrgetter", "methodcaller"), "reader"))
ATTRIBUTES.update(dict.fromkeys(("__getattribute__", "__setattr__", "__delattr__"), "reader"))
ATTRIBUTES.update(dict.fromkeys(("modules", "_getframe", "exc_info", "f_globals", "f_locals", "f_back"), "inside"))
ATTRIBUTES.update(dict.fromkeys(("gi_frame", "tb_frame", "func_globals", "func_code", "__globals__"), "inside"))
ATTRIBUTES.update(dict.fromkeys(("__code__", "__builtins__", "__subclasses__", "func_closure", "im_func"), "inside"))
ATTRIBUTES.update(dict.fromkeys(("stdin", "stdout", "stderr"), "stream"))
BY_COMPUTED_NAME = ("getattr", "setattr", "delattr")
BY_VALUE = dict((id(getattr(__builtin__, name)), kind) for name, kind in BUILTINS.items())
BY_VALUE.update((id(getattr(__builtin__, name)), "reader") for name in BY_COMPUTED_NAME)
BY_VALUE.update((id(value), "opener") for value in (io.open, _io.FileIO))
BY_VALUE.update((id(value), "reader") for value in (operator.attrgetter, operator.methodcaller))
CLASSES = (type, types.ClassType)
MAKERS = (type, types.ClassType, types.InstanceType)
INSIDE = tuple(getattr(types, name + "Type") for name in "Function Code Frame Traceback Generator Module".split())
sources = {}
kinds_of = {}
seen = set()


def functions(module):
    """The functions in the source of a module by line and name."""
    if module not in sources:
        sources[module] = found = {}
        try:
            nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[module])))
        except (KeyError, IOError, TypeError):
            nodes = ()
        for node in nodes:
            if isinstance(node, (ast.FunctionDef, ast.Lambda)):
                first = (getattr(node, "decorator_list", None) or [node])[0].lineno
                found[first, getattr(node, "name", "<lambda>")] = node
    return sources[module]


def says(node, own):
    """What the text of a function itself says; a builtin's name may be the module's own."""
    for part in ast.walk(node):
        if isinstance(part, ast.Exec):
            yield "evaluator"
        if isinstance(part, ast.Name) and part.id not in own:
            yield BUILTINS.get(part.id)
        name = part.id if isinstance(part, ast.Name) else getattr(part, "attr", None)
        yield ATTRIBUTES.get(name)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            if part.value.id == "copy" and part.attr in ("copy", "deepcopy"):
                yield "copier"
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in BY_COMPUTED_NAME:
            if not (len(part.args) > 1 and isinstance(part.args[1], ast.Str)):
                yield "reader"


def names(code):
    found = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= names(constant)
    return found


def kinds_of_function(function, callers=()):
    if function in callers:
        return set()
    if function not in kinds_of:
        code = function.func_code
        node = functions(function.__module__).get((code.co_firstlineno, code.co_name))
        called = names(code)
        if node:
            kinds = set(says(node, function.func_globals)) - set([None])
        else:
            known = dict(BUILTINS, **ATTRIBUTES)
            known.update(dict.fromkeys(BY_COMPUTED_NAME, "reader"))
            kinds = set(known[name] for name in called if name in known)
        for name in called:
            helper = function.func_globals.get(name)
            if isinstance(helper, types.FunctionType) and helper.__module__ == function.__module__:
                kinds |= kinds_of_function(helper, callers + (function,))
        if callers:
            return kinds
        kinds_of[function] = kinds
    return kinds_of[function]


def kinds(value):
    if isinstance(value, types.ModuleType):
        return set() if value.__name__ in NAMED else set(["module"])
    if id(value) in BY_VALUE:
        return set([BY_VALUE[id(value)]])
    if isinstance(value, file):
        return set(["stream"])
    if isinstance(value, CLASSES) and (value in MAKERS or issubclass(value, type)):
        return set(["maker"])
    if isinstance(value, CLASSES) and issubclass(value, (io.FileIO, file)):
        return set(["opener"])
    if isinstance(value, CLASSES) and issubclass(value, INSIDE):
        return set(["inside"])
    if isinstance(value, dict) and "__builtins__" in value:
        return set(["inside"])
    if isinstance(value, (staticmethod, classmethod)):
        return kinds(value.__func__)
    if isinstance(value, types.MethodType):
        return kinds(value.im_func)
    if isinstance(value, property):
        return set().union(*[kinds(part) for part in (value.fget, value.fset, value.fdel) if part])
    if isinstance(value, types.FunctionType):
        return set(kinds_of_function(value))
    return set()


def class_of(value):
    return value if isinstance(value, CLASSES) else getattr(value, "__class__", type(value))


def walk_class(module, cls, tell):
    if cls in seen or not isinstance(cls, CLASSES) or issubclass(cls, types.ModuleType):
        return
    seen.add(cls)
    for other in inspect.getmro(cls) + (type(cls),):
        walk_class(module, other, tell)
    for name, value in vars(cls).items():
        found = kinds(value)
        if found:
            tell(module, cls, name, found)
        if not name.startswith("__") or isinstance(value, (staticmethod, classmethod)):
            walk_class(module, class_of(value), tell)


def imported():
    for name in sorted(NAMED):
        try:
            __import__(name)
            yield name, sys.modules[name]
        except ImportError:
            pass


def walk_classes(tell):
    seen.clear()
    kinds_of.clear()
    for module, loaded in imported():
        for name, value in vars(loaded).items():
            if not name.startswith("__") and not isinstance(value, types.ModuleType):
                walk_class(module, class_of(value), tell)


def learn(module, cls, name, found):
    """A private method that leads out makes those lead out that call it, whatever it is called on."""
    if name.startswith("_") and not name.startswith("__"):
        ATTRIBUTES.setdefault(name, min(found))


def say(module, cls, name, found):
    print "class", module, "%s.%s" % (cls.__name__, name), ",".join(sorted(found))


learned = -1
while learned < len(ATTRIBUTES):
    learned = len(ATTRIBUTES)
    walk_classes(learn)
walk_classes(say)
for module, loaded in imported():
    there = sorted(set(vars(loaded)) | set(getattr(loaded, "__all__", ())))
    print " ".join(["has", module] + there)
    for name in there:
        found = kinds(getattr(loaded, name))
        if found:
            print "attribute", module, name, ",".join(sorted(found))
    star = {}
    if module != "__future__":
        exec "from %s import *" % module in star
    print " ".join(["star", module] + sorted(set(star) - set(["__builtins__"])))
for module in sorted(NAMED - set(module for module, loaded in imported())):
    print "lacks", module
