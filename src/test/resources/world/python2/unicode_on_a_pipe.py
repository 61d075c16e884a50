# -*- coding: utf-8 -*-
print u"ü".encode("utf-8"), len("ü"), repr(u"🐍")
print u"ü"
