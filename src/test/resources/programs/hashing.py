import base64
import hashlib
import hmac
import zlib

message = b"attack at dawn"
print(hashlib.sha256(message).hexdigest()[:16])
print(hmac.new(b"key", message, "sha1").hexdigest()[:8], zlib.crc32(message))
print(base64.b64encode(message).decode(), zlib.decompress(zlib.compress(message)) == message)
