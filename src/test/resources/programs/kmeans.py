def closest(point, centers):
    return min(range(len(centers)), key=lambda i: sum((a - b) ** 2 for a, b in zip(point, centers[i])))


def kmeans(points, centers, rounds=10):
    for _ in range(rounds):
        groups = [[] for _ in centers]
        for point in points:
            groups[closest(point, centers)].append(point)
        centers = [tuple(sum(axis) / len(group) for axis in zip(*group)) if group else center
                   for group, center in zip(groups, centers)]
    return centers


points = [(1, 1), (1, 2), (2, 1), (8, 8), (9, 8), (8, 9)]
print([tuple(round(x, 2) for x in center) for center in kmeans(points, [(0, 0), (10, 10)])])
