import colorsys

for color in ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0), (0.2, 0.4, 0.4), (0.1, 0.9, 0.3), (0.5, 0.25, 0.75)):
    for name in "rgb_to_yiq yiq_to_rgb rgb_to_hls hls_to_rgb rgb_to_hsv hsv_to_rgb".split():
        print(name, [round(part, 9) for part in getattr(colorsys, name)(*color)])
