def train(samples, rate=0.1, epochs=30):
    weights, bias = [0.0, 0.0], 0.0
    for _ in range(epochs):
        for inputs, target in samples:
            output = int(sum(w * x for w, x in zip(weights, inputs)) + bias > 0)
            error = target - output
            weights = [w + rate * error * x for w, x in zip(weights, inputs)]
            bias += rate * error
    return lambda inputs: int(sum(w * x for w, x in zip(weights, inputs)) + bias > 0)


samples = [((0, 0), 0), ((0, 1), 0), ((1, 0), 0), ((1, 1), 1)]
predict = train(samples)
print([predict(inputs) for inputs, _ in samples])
