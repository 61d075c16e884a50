"""A module as people write them."""

__version__ = "1.0"
__all__ = ["main"]


def main():
    print("running as", __name__, "version", __version__)


if __name__ == "__main__":
    main()
