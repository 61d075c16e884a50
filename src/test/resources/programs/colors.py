import colorsys

for name, rgb in {"red": (1, 0, 0), "olive": (0.5, 0.5, 0), "gray": (0.5, 0.5, 0.5)}.items():
    h, l, s = colorsys.rgb_to_hls(*rgb)
    print(f"{name:>6}: {h * 360:5.1f} {l:.2f} {s:.2f} #{''.join(f'{int(c * 255):02x}' for c in rgb)}")
