def add(a, b):
    return a + b


def test_add():
    assert add(2, 3) == 5
    assert add("a", "b") == "ab"


def test_fails():
    assert add(1, 1) == 3, "one and one"


passed = failed = 0
for test in (test_add, test_fails):
    try:
        test()
        passed += 1
    except AssertionError as error:
        failed += 1
        print(test.__name__, "failed:", error)
print(passed, "passed,", failed, "failed")
