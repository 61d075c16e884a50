def is_palindrome(text):
    cleaned = [c for c in text.lower() if c.isalnum()]
    return cleaned == cleaned[::-1]


for phrase in ["A man, a plan, a canal: Panama", "Python", "Was it a car or a cat I saw?"]:
    print(phrase, is_palindrome(phrase))
