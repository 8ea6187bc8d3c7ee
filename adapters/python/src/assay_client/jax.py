"""Networks in JAX as models: Flax, Equinox, or functions.

``build`` is called with ``role``, ``key`` and the model file's parameters, whichever it names, and
returns one of

- a Flax module, whose ``__call__`` asks for the role's inputs by name, samples first;
- a callable tree such as an Equinox module, which asks for the inputs of *one* sample by name;
- a pair of parameters (any tree of arrays) and a function of them and the dictionary of inputs.

The answer is the output's array, or a dictionary of outputs::

    class Net(flax.linen.Module):
        @flax.linen.compact
        def __call__(self, velocity, mask): ...

    serve(jax_model(Net, learning_rate=1e-3))
"""

from __future__ import annotations

import inspect
import math
import pickle
from collections.abc import Mapping
from typing import Any, Callable

import jax
import jax.numpy as jnp
import numpy as np

from .core import Budget, Fitted, Progress, Role, Tensors, TrainingData, batch_rows
from .training import input_names, is_check, learning_rate_factor, split_parameters

Tree = Any
Apply = Callable[[Tree, dict[str, jax.Array]], Any]


def functional(network: Any, key: jax.Array, role: Role) -> tuple[Tree, Apply]:
    """A network of any of the three kinds as parameters and a function of them and the inputs."""
    if isinstance(network, tuple):
        parameters, apply = network
        return parameters, apply
    names = input_names(network.__call__, role)
    if hasattr(network, "init") and hasattr(network, "apply"):
        example = {name: np.zeros((1, *role.inputs[name].shape), "f4") for name in names}
        variables = dict(network.init(key, **example))
        parameters = variables.pop("params", {})
        if variables:
            raise TypeError(
                f"Flax collections that change: {', '.join(variables)}; only params can"
            )
        return parameters, lambda tree, inputs: network.apply(
            {"params": tree}, **{name: inputs[name] for name in names}
        )
    leaves, structure = jax.tree_util.tree_flatten(network)
    trained = [_is_trained(leaf) for leaf in leaves]

    def apply_to_each(tree: Tree, inputs: dict[str, jax.Array]) -> Any:
        learnt = iter(tree)
        joined = [next(learnt) if own else leaf for own, leaf in zip(trained, leaves)]
        module = jax.tree_util.tree_unflatten(structure, joined)
        return jax.vmap(lambda sample: module(**sample))({name: inputs[name] for name in names})

    return [leaf for own, leaf in zip(trained, leaves) if own], apply_to_each


def _is_trained(leaf: Any) -> bool:
    return isinstance(leaf, (jax.Array, np.ndarray)) and jnp.issubdtype(leaf.dtype, jnp.inexact)


def normalised_square_error(predictions: Any, targets: Any) -> jax.Array:
    """The mean over samples of the squared error over the squared target, summed over outputs."""

    def total(tensors: Mapping[str, Any]) -> Any:
        return sum(jnp.sum(jnp.square(a.reshape(len(a), -1)), axis=1) for a in tensors.values())

    energy = total(targets)
    error = total({name: predictions[name] - targets[name] for name in targets})
    counted = energy > 0
    shares = jnp.where(counted, error / jnp.where(counted, energy, 1), 0)
    return jnp.sum(shares) / jnp.maximum(1, jnp.sum(counted))


class Adam:
    """Adam (Kingma & Ba 2015) on a tree, in the form of an optax transformation."""

    def init(self, tree: Tree) -> Tree:
        """Moments of zero."""
        zeros = jax.tree_util.tree_map(jnp.zeros_like, tree)
        return (jnp.zeros(()), zeros, zeros)

    def update(self, gradients: Tree, state: Tree, _: Tree = None) -> tuple[Tree, Tree]:
        """The step against ``gradients`` at the rate 1, and the new moments."""
        count, mean, square = state
        count = count + 1
        mean = jax.tree_util.tree_map(lambda m, g: 0.9 * m + 0.1 * g, mean, gradients)
        square = jax.tree_util.tree_map(
            lambda s, g: 0.999 * s + 0.001 * jnp.abs(g) ** 2, square, gradients
        )
        up, down = 1 - 0.9**count, 1 - 0.999**count
        step = jax.tree_util.tree_map(
            lambda m, s: -(m / up) / (jnp.sqrt(s / down) + 1e-8), mean, square
        )
        return step, (count, mean, square)


class JaxModel:
    """A network with its training; see `jax_model`."""

    def __init__(self, network: Any, role: Role, seed: int, options: Mapping[str, Any]) -> None:
        self.name = type(network).__name__
        self._role, self._seed, self._options = role, seed, options
        self.tree, self._apply = functional(network, jax.random.PRNGKey(seed), role)
        self._predict = jax.jit(self._outputs)

    @property
    def parameter_count(self) -> int:
        """Trained numbers; a complex one counts twice."""
        leaves = jax.tree_util.tree_leaves(self.tree)
        return sum(int(np.size(a)) * (1 + int(jnp.iscomplexobj(a))) for a in leaves)

    def _outputs(self, tree: Tree, inputs: Any) -> dict[str, jax.Array]:
        answer = self._apply(tree, inputs)
        if isinstance(answer, Mapping):
            return dict(answer)
        (name,) = self._role.outputs
        return {name: answer}

    def fit(self, data: TrainingData, budget: Budget, progress: Progress) -> Fitted:
        """Takes the budget's steps and keeps the parameters that did best in validation."""
        optimiser = self._options["optimiser"] or Adam()
        own_rate = self._options["optimiser"] is not None
        measure = self._options["loss"] or normalised_square_error

        def loss(tree: Tree, inputs: Any, targets: Any) -> jax.Array:
            return measure(self._outputs(tree, inputs), targets)

        @jax.jit
        def advance(tree: Tree, state: Tree, rate: Any, inputs: Any, targets: Any) -> Any:
            value, gradients = jax.value_and_grad(loss)(tree, inputs, targets)
            step, state = optimiser.update(gradients, state, tree)
            tree = jax.tree_util.tree_map(lambda p, s: p + rate * s, tree, step)
            return tree, state, value

        judged = jax.jit(loss)
        rows = batch_rows(len(data), budget.batch_size, budget.steps, self._seed)
        best, lowest, step, state = self.tree, math.inf, 0, optimiser.init(self.tree)
        for step, batch in enumerate(rows, start=1):
            factor = learning_rate_factor(self._options["schedule"], step - 1, budget.steps)
            rate = 1.0 if own_rate else self._options["learning_rate"] * factor
            inputs = {name: a[batch] for name, a in data.inputs.items()}
            targets = {name: a[batch] for name, a in data.targets.items()}
            tree, state, value = advance(self.tree, state, rate, inputs, targets)
            if not math.isfinite(float(value)):
                self.tree = best
                done = step - 1
                return Fitted(done, f"the training loss was not finite after {done} steps")
            self.tree = tree
            progress(step - 1, training_loss=float(value))
            if data.validation_count and is_check(step, budget.steps):
                now = self._validation_loss(judged, data)
                progress(step, validation_loss=now)
                if now < lowest:
                    best, lowest = self.tree, now
        self.tree = best if lowest < math.inf else self.tree
        return Fitted(step)

    def _validation_loss(self, judged: Callable[..., Any], data: TrainingData) -> float:
        """Sample by sample, so that one compiled function does for any number."""
        values = []
        for row in range(data.validation_count):
            inputs = {name: a[row : row + 1] for name, a in data.validation_inputs.items()}
            targets = {name: a[row : row + 1] for name, a in data.validation_targets.items()}
            values.append(float(judged(self.tree, inputs, targets)))
        return sum(values) / len(values)

    def predict(self, inputs: Tensors) -> dict[str, np.ndarray]:
        """The network's answers, one sample at a time."""
        count = len(next(iter(inputs.values())))
        parts = [
            self._predict(self.tree, {name: a[row : row + 1] for name, a in inputs.items()})
            for row in range(count)
        ]
        return {name: np.concatenate([np.asarray(p[name]) for p in parts]) for name in parts[0]}

    def save(self, path: str) -> None:
        """Writes the parameters."""
        with open(path, "wb") as file:
            pickle.dump(jax.tree_util.tree_map(np.asarray, self.tree), file)

    def load(self, path: str) -> None:
        """Reads them back."""
        with open(path, "rb") as file:
            self.tree = pickle.load(file)


def jax_model(
    build: Callable[..., Any],
    learning_rate: float = 1e-3,
    schedule: str = "cosine",
    loss: Callable[..., Any] | None = None,
    optimiser: Any = None,
) -> Callable[..., JaxModel]:
    """What `serve` needs of a network; ``build`` as the module's text says.

    ``learning_rate`` and ``schedule`` (``cosine``, ``stepDecay``, ``constant``) can be given in the
    model file too. ``loss`` of predictions and targets is otherwise the mean normalised square
    error. ``optimiser``, such as ``optax.adam(1e-3)``, takes the place of Adam and of both.
    """
    options = {
        "learning_rate": learning_rate,
        "schedule": schedule,
        "loss": loss,
        "optimiser": optimiser,
    }

    def start(role: Role, seed: int, parameters: dict[str, Any]) -> JaxModel:
        own, chosen = split_parameters(parameters, options)
        told = {"role": role, "key": jax.random.PRNGKey(seed)}
        wanted = inspect.signature(build).parameters
        known = {name: value for name, value in told.items() if name in wanted}
        return JaxModel(build(**known, **own), role, seed, chosen)

    start.__name__ = getattr(build, "__name__", "jax")
    return start
