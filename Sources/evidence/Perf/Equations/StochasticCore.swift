import Autodiff
import Networks
import Randomness
import Solvers
import Tensors

/// The stochastic core of the MNIST neural SDE (Pal et al., ICML 2021): 32 numbers a sample, the
/// drift two layers 32-64-32 with tanh between, the diffusion one layer 32-32, t from 0 to 1, SOSRI
/// with both tolerances 0.14, 512 samples as one system; the loss is the mean square of the end.
struct StochasticCore {
  private static let (samples, width, hidden) = (512, 32, 64)
  private static let tolerance = 0.14

  let tape = Tape<Float>(.training)
  let solve: TapedStochasticSolve<Float>
  let loss: Variable<Float>

  init(_ random: RandomStream) {
    var parameters = ParameterSet<Float>(random: random.stream("init"))
    let lift = Dense(
      "lift", inputs: Self.width, outputs: Self.hidden, activation: .tanh, in: &parameters)
    let lower = Dense("lower", inputs: Self.hidden, outputs: Self.width, in: &parameters)
    let noise = Dense("noise", inputs: Self.width, outputs: Self.width, in: &parameters)
    let start = tape.input([Self.samples, Self.width])
    var source = random.stream("start")
    for index in 0..<start.count { start.value[index] = Float(source.normal()) }
    let result = tape.stochasticSolution(
      from: start, over: 0...1, by: StochasticRungeKutta(.sosri),
      SolveOptions(
        steps: .adaptive(AdaptiveSteps(absolute: Self.tolerance, relative: Self.tolerance))),
      noise: BrownianNoise(random.stream("noise")),
      drift: { tape, _, state in tape.dense(state, through: [lift.layer, lower.layer]) },
      diffusion: { tape, _, state in noise(state, on: tape) })
    solve = result.solve
    loss = tape.mean(tape.product(result.states, result.states), over: [0, 1, 2])
  }

  /// Forward with new noise, and backward.
  func pass() {
    tape.forward()
    tape.backward(from: loss)
  }
}
