# -*- coding: utf-8 -*-
import sys


class Failure(Exception):
    pass


def cause():
    raise KeyError("deep")


try:
    cause()
except KeyError:
    kind, error, trace = sys.exc_info()
    raise Failure, "ü🐍", trace
