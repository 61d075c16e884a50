import html
from collections import ChainMap

defaults = {"title": "Report", "lang": "en"}
page = ChainMap({"title": "<Sales> & more"}, defaults)
rows = [("north", 10), ("south", 20)]
body = "".join(f"<tr><td>{html.escape(name)}</td><td>{n}</td></tr>" for name, n in rows)
print(f'<html lang="{page["lang"]}"><h1>{html.escape(page["title"])}</h1><table>{body}</table></html>')
print(html.unescape("&lt;b&gt; &eacute;"))
