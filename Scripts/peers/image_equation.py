#!/usr/bin/env python3
"""Times forward and backward of the neural equation for MNIST with another program, on one thread.

y' = tanh(W2 [tanh(W1 [y, t] + b1), t] + b2), 784 and 100 features, t in [0, 1], Dormand and Prince's
pair with Shampine's error weights, absolute and relative tolerance 1.4e-8, then ten classes and the
cross-entropy. All numbers come from NumPy's default_rng(0), so that every program has the same loss.

Usage: python image_equation.py {torchdiffeq,torchode,diffrax} [--double] [--batch 128] [--repeats 5]
Written for torchdiffeq 0.2.5, torchode 1.0.1, diffrax 0.7.2 with jax 0.10.2 and torch 2.13.0.
Prints one line of JSON: median seconds, version, evaluations of the rate, loss, gradient norm of W1.
"""
import argparse
import importlib.metadata
import json
import os
import statistics
import time

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["XLA_FLAGS"] = (
    "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1 "
    + os.environ.get("XLA_FLAGS", ""))

import numpy as np  # noqa: E402

PIXELS, HIDDEN, CLASSES, TOLERANCE = 784, 100, 10, 1.4e-8


def numbers(batch):
    random = np.random.default_rng(0)

    def glorot(outputs, inputs):
        bound = np.sqrt(6.0 / (outputs + inputs))
        return random.uniform(-bound, bound, size=(outputs, inputs)).astype(np.float32)

    weights = [glorot(HIDDEN, PIXELS + 1), np.zeros(HIDDEN), glorot(PIXELS, HIDDEN + 1),
               np.zeros(PIXELS), glorot(CLASSES, PIXELS), np.zeros(CLASSES)]
    shades, draws = random.random((batch, PIXELS)), random.random((batch, PIXELS))
    images = (shades * (draws < 0.19)).astype(np.float32)
    return weights, images, random.integers(0, CLASSES, size=batch)


def torch_problem(batch, is_double):
    import torch

    torch.set_num_threads(1)
    kind = torch.float64 if is_double else torch.float32
    weights, images, labels = numbers(batch)
    weights = [torch.nn.Parameter(torch.tensor(w, dtype=kind)) for w in weights]
    return torch, weights, torch.tensor(images, dtype=kind), torch.tensor(labels)


def torch_rate(torch, weights, clock, state):
    inner = torch.tanh(torch.cat([state, clock], 1) @ weights[0].T + weights[1])
    return torch.tanh(torch.cat([inner, clock], 1) @ weights[2].T + weights[3])


def torch_pass(torch, weights, labels, solve):
    for weight in weights:
        weight.grad = None
    end, evaluations = solve()
    loss = torch.nn.functional.cross_entropy(end @ weights[4].T + weights[5], labels)
    loss.backward()
    return evaluations, loss.item(), weights[0].grad.norm().item()


def torchdiffeq_pass(batch, is_double):
    import torchdiffeq

    torch, weights, images, labels = torch_problem(batch, is_double)
    times = torch.tensor([0.0, 1.0], dtype=images.dtype)

    def solve():
        count = 0

        def rate(t, state):
            nonlocal count
            count += 1
            return torch_rate(torch, weights, t.to(state.dtype).expand(batch, 1), state)

        end = torchdiffeq.odeint(
            rate, images, times, rtol=TOLERANCE, atol=TOLERANCE, method="dopri5")[-1]
        return end, count

    return lambda: torch_pass(torch, weights, labels, solve)


def torchode_pass(batch, is_double):
    import torchode

    torch, weights, images, labels = torch_problem(batch, is_double)
    term = torchode.ODETerm(
        lambda t, state: torch_rate(torch, weights, t[:, None].to(state.dtype), state))
    controller = torchode.IntegralController(atol=TOLERANCE, rtol=TOLERANCE, term=term)
    solver = torchode.AutoDiffAdjoint(torchode.Dopri5(term=term), controller)
    problem = torchode.InitialValueProblem(
        y0=images, t_start=torch.zeros(batch, dtype=images.dtype),
        t_end=torch.ones(batch, dtype=images.dtype))

    def solve():
        solution = solver.solve(problem)
        return solution.ys[:, -1], int(solution.stats["n_f_evals"].max())

    return lambda: torch_pass(torch, weights, labels, solve)


def diffrax_pass(batch, is_double):
    import jax

    jax.config.update("jax_enable_x64", is_double)
    import diffrax
    import jax.numpy as jnp

    kind = jnp.float64 if is_double else jnp.float32
    weights, images, labels = numbers(batch)
    weights = [jnp.asarray(w, kind) for w in weights]
    images, labels = jnp.asarray(images, kind), jnp.asarray(labels)

    def rate(t, state, weights):
        clock = jnp.full((batch, 1), t, state.dtype)
        inner = jnp.tanh(jnp.concatenate([state, clock], 1) @ weights[0].T + weights[1])
        return jnp.tanh(jnp.concatenate([inner, clock], 1) @ weights[2].T + weights[3])

    def loss(weights):
        solution = diffrax.diffeqsolve(
            diffrax.ODETerm(rate), diffrax.Dopri5(), 0.0, 1.0, None, images, args=weights,
            stepsize_controller=diffrax.PIDController(rtol=TOLERANCE, atol=TOLERANCE),
            # the backward pass costs more with a higher bound
            max_steps=64)
        logits = jax.nn.log_softmax(solution.ys[-1] @ weights[4].T + weights[5])
        return -jnp.mean(logits[jnp.arange(batch), labels]), solution.stats["num_steps"]

    gradient = jax.jit(jax.value_and_grad(loss, has_aux=True))

    def run():
        (value, steps), gradients = jax.block_until_ready(gradient(weights))
        # six stages a step, and two evaluations before the first
        return 6 * int(steps) + 2, float(value), float(jnp.linalg.norm(gradients[0]))

    return run


PEERS = {"torchdiffeq": torchdiffeq_pass, "torchode": torchode_pass, "diffrax": diffrax_pass}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=sorted(PEERS))
    parser.add_argument("--double", action="store_true")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    run = PEERS[arguments.peer](arguments.batch, arguments.double)
    # compilation and first allocations
    run()
    times = []
    for _ in range(arguments.repeats):
        start = time.perf_counter()
        evaluations, loss, norm = run()
        times.append(time.perf_counter() - start)
    print(json.dumps({
        "seconds": statistics.median(times), "version": importlib.metadata.version(arguments.peer),
        "evaluations": evaluations, "loss": loss, "gradient": norm}))


if __name__ == "__main__":
    main()
