def down(depth):
    return down(depth + 1) + 1


try:
    down(0)
except RuntimeError as error:
    print error
down(0)
