def hangman(word, guesses, lives=5):
    found = set()
    for guess in guesses:
        if guess in word:
            found.add(guess)
        else:
            lives -= 1
        shown = " ".join(c if c in found else "_" for c in word)
        print(f"{guess}: {shown} ({lives})")
        if set(word) <= found:
            return True
        if lives == 0:
            return False
    return False


print(hangman("banana", "xaben"))
