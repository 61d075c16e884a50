"""Walks the modules that are named on standard input and says, a line each, what the policy has to know:

    has MODULE NAME...            the attributes of a module
    star MODULE NAME...           the names that `from MODULE import *` binds
    attribute MODULE NAME KINDS   an attribute that leads out
    class MODULE CLASS.NAME KINDS an attribute of a class, met on the way from a module, that leads out

Kinds: module (any module that is not named), opener, evaluator (of text), reader (or setter of attributes by computed
names), inside (frames, code, namespaces, modules by their names), copier (calls copy), stream (mentions one of the
interpreter's own files, whose class opens others). A Python function is what its code and the functions of its module
that it calls are.
"""

import _io
import ast
import builtins
import importlib
import inspect
import io
import operator
import sys
import types

NAMED = set(sys.stdin.read().split())
BUILTINS = {
    **dict.fromkeys(("eval", "exec", "compile", "__import__"), "evaluator"),
    **dict.fromkeys(("vars", "globals", "locals"), "inside"),
    "open": "opener",
}
ATTRIBUTES = {
    **dict.fromkeys(("open_code", "FileIO"), "opener"),
    **dict.fromkeys(("attrgetter", "methodcaller", "__getattribute__", "__setattr__", "__delattr__"), "reader"),
    **dict.fromkeys(("modules", "_getframe", "_getframemodulename"), "inside"),
    **dict.fromkeys(("f_globals", "f_locals", "f_back", "f_builtins", "gi_frame", "cr_frame", "tb_frame"), "inside"),
    **dict.fromkeys(("stdin", "stdout", "stderr"), "stream"),
    **dict.fromkeys(("__globals__", "__code__", "__builtins__", "__subclasses__", "__closure__"), "inside"),
}
BY_COMPUTED_NAME = ("getattr", "setattr", "delattr")
BY_VALUE = {
    **{id(getattr(builtins, name)): "evaluator" for name in ("eval", "exec", "compile", "__import__")},
    **{id(getattr(builtins, name)): "reader" for name in BY_COMPUTED_NAME},
    **{id(getattr(builtins, name)): "inside" for name in ("vars", "globals", "locals", "breakpoint")},
    **{id(value): "opener" for value in (io.open, _io.open_code, _io.FileIO)},
    **{id(value): "reader" for value in (operator.attrgetter, operator.methodcaller)},
}
INSIDE = tuple(
    getattr(types, name + "Type")
    for name in "Function Code Frame Traceback Generator Coroutine AsyncGenerator Module Cell".split()
)
sources = {}
kinds_of = {}
seen = set()


def functions(module):
    """The functions in the source of a module by line and name."""
    if module not in sources:
        sources[module] = found = {}
        try:
            nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[module])))
        except (KeyError, OSError, TypeError):
            nodes = ()
        for node in nodes:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                first = (getattr(node, "decorator_list", None) or [node])[0].lineno
                found[first, getattr(node, "name", "<lambda>")] = node
    return sources[module]


def says(node, own):
    """What the text of a function itself says; a builtin's name may be the module's own."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id not in own:
            yield BUILTINS.get(part.id)
        name = part.id if isinstance(part, ast.Name) else getattr(part, "attr", None)
        yield ATTRIBUTES.get(name)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            if part.value.id == "copy" and part.attr in ("copy", "deepcopy", "replace"):
                yield "copier"
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in BY_COMPUTED_NAME:
            if not (len(part.args) > 1 and isinstance(part.args[1], ast.Constant)):
                yield "reader"


def names(code):
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from names(constant)


def kinds_of_function(function, callers=()):
    if function in callers:
        return set()
    if function not in kinds_of:
        code = function.__code__
        node = functions(function.__module__).get((code.co_firstlineno, code.co_name))
        called = set(names(code))
        if node:
            kinds = set(says(node, function.__globals__)) - {None}
        else:
            known = {**BUILTINS, **ATTRIBUTES, **dict.fromkeys(BY_COMPUTED_NAME, "reader")}
            kinds = {known[name] for name in called if name in known}
        for name in called:
            helper = function.__globals__.get(name)
            if isinstance(helper, types.FunctionType) and helper.__module__ == function.__module__:
                kinds |= kinds_of_function(helper, (*callers, function))
        if callers:
            return kinds
        kinds_of[function] = kinds
    return kinds_of[function]


def kinds(value):
    if isinstance(value, types.ModuleType):
        return {"module"} - ({"module"} if value.__name__ in NAMED else set())
    if id(value) in BY_VALUE:
        return {BY_VALUE[id(value)]}
    if isinstance(value, type) and issubclass(value, (io.FileIO, *INSIDE)):
        return {"inside"}
    if isinstance(value, dict) and "__builtins__" in value:
        return {"inside"}
    if isinstance(value, (staticmethod, classmethod)):
        return kinds(value.__func__)
    if isinstance(value, property):
        return set().union(*(kinds(part) for part in (value.fget, value.fset, value.fdel) if part))
    if isinstance(value, types.FunctionType):
        wrapped = getattr(value, "__wrapped__", None)
        return kinds_of_function(value) | (kinds(wrapped) if wrapped else set())
    return set()


def walk_class(module, cls, tell):
    if cls in seen or issubclass(cls, types.ModuleType):
        return
    seen.add(cls)
    for other in (*type.__dict__["__mro__"].__get__(cls), type(cls)):
        walk_class(module, other, tell)
    for name, value in vars(cls).items():
        if found := kinds(value):
            tell(module, cls, name, found)
        if not name.startswith("__") or isinstance(value, (staticmethod, classmethod)):
            walk_class(module, value if isinstance(value, type) else type(value), tell)


def walk_classes(tell):
    seen.clear()
    kinds_of.clear()
    for module in sorted(NAMED):
        for name, value in vars(importlib.import_module(module)).items():
            if not name.startswith("__") and not isinstance(value, types.ModuleType):
                walk_class(module, value if isinstance(value, type) else type(value), tell)


def learn(module, cls, name, found):
    """A private method that leads out makes those lead out that call it, whatever it is called on."""
    if name.startswith("_") and not name.startswith("__"):
        ATTRIBUTES.setdefault(name, min(found))


def say(module, cls, name, found):
    print("class", module, f"{cls.__qualname__}.{name}", ",".join(sorted(found)))


learned = -1
while learned < len(ATTRIBUTES):
    learned = len(ATTRIBUTES)
    walk_classes(learn)
walk_classes(say)
for module in sorted(NAMED):
    loaded = importlib.import_module(module)
    there = sorted({*vars(loaded), *getattr(loaded, "__all__", ())})
    print("has", module, *there)
    for name in there:
        value = getattr(loaded, name)
        if found := kinds(value):
            print("attribute", module, name, ",".join(sorted(found)))
    star = {}
    if module != "__future__":
        exec(f"from {module} import *", star)
    print("star", module, *sorted(star.keys() - {"__builtins__"}))
