import Autodiff
import Foundation
import Networks
import Tensors
import TestSupport
import Testing

@Suite struct SecondOrderTests {
  private struct Fit: Decodable {
    let x: [Double]
    let y: [Double]
    let start: [Double]
    let path: [[Double]]
    let values: [Double]
  }

  init() { BLAS.pinToOneThread() }

  @Test func lbfgsWithoutASearchFollowsTheReference() throws {
    let reference = try TrajectoryReference.read()
    let w = Parameter.at(reference.start)
    var lbfgs = LBFGS([w], history: 3, iterations: 1, length: .fixed)
    for expected in try #require(reference.paths["lbfgs-fixed"]) {
      _ = lbfgs.step(learningRate: 0.5) { reference.quartic(w) }
      // some hundred roundings, each enlarged by the quotients of short differences
      for (found, wanted) in zip(w.value.values, expected) { #expect(abs(found - wanted) < 1e-10) }
    }
  }

  @Test(arguments: [("lbfgs-wolfe", 5, 1), ("lbfgs-inner", 2, 6)])
  func lbfgsWithASearchFollowsTheReference(name: String, history: Int, iterations: Int) throws {
    let reference = try TrajectoryReference.read()
    let w = Parameter.at(reference.rosenbrockStart)
    var lbfgs = LBFGS([w], history: history, iterations: iterations)
    for expected in try #require(reference.paths[name]) {
      _ = lbfgs.step(learningRate: 1) { TrajectoryReference.rosenbrock(w) }
      // the valley's condition of 2500 enlarges roundings from step to step
      for (found, wanted) in zip(w.value.values, expected) { #expect(abs(found - wanted) < 1e-8) }
    }
  }

  @Test func lbfgsFindsTheMinimumOfRosenbrocksFunction() {
    let w = Parameter.at([-1.2, 1])
    var lbfgs = LBFGS([w], iterations: 100)
    var evaluations = 0
    _ = lbfgs.step(learningRate: 1) {
      evaluations += 1
      return TrajectoryReference.rosenbrock(w)
    }
    // a loss change of 1e-9 ends the run, which is an error of about its root in w
    #expect(w.value.values.allSatisfy { abs($0 - 1) < 1e-4 })
    #expect(evaluations < 80)
  }

  @Test func lbfgsGoesOnFromItsState() throws {
    let (w, other) = (Parameter.at([-1.2, 1]), Parameter.at([0, 0]))
    var lbfgs = LBFGS([w], history: 3, iterations: 1)
    for _ in 0..<7 { _ = lbfgs.step(learningRate: 1) { TrajectoryReference.rosenbrock(w) } }
    var second = LBFGS([other], history: 3, iterations: 1)
    try second.restore(lbfgs.state)
    other.value.load(w.value.values)
    for _ in 0..<7 {
      _ = lbfgs.step(learningRate: 1) { TrajectoryReference.rosenbrock(w) }
      _ = second.step(learningRate: 1) { TrajectoryReference.rosenbrock(other) }
    }
    #expect(w.value.values == other.value.values)
  }

  @Test func aSearchStepsBackFromWhereTheLossIsNotFinite() {
    // log(w) + 1 / w from 4: the first trial is at a negative w
    let w = Parameter.at([4])
    var lbfgs = LBFGS([w], iterations: 30)
    _ = lbfgs.step(learningRate: 100) {
      let x = w.value.start[0]
      w.gradient.start[0] = 1 / x - 1 / (x * x)
      return x > 0 ? log(x) + 1 / x : .nan
    }
    #expect(abs(w.value.values[0] - 1) < 1e-4)
  }

  private func fit(_ reference: Fit) throws -> (LevenbergMarquardt, [Parameter<Double>]) {
    let tape = Tape<Double>(.training)
    let start = reference.start
    let shapes = [
      ("w1", [3, 1], 0..<3), ("b1", [3], 3..<6), ("w2", [1, 3], 6..<9), ("b2", [1], 9..<10),
    ]
    let parameters = shapes.map { name, shape, range in
      let parameter = Parameter<Double>(name: name, shape: shape)
      parameter.value.load(Array(start[range]))
      return parameter
    }
    let x = tape.constant([reference.x.count, 1], reference.x)
    let h = tape.dense(x, weight: parameters[0], bias: parameters[1], activation: .gelu)
    let y = tape.dense(h, weight: parameters[2], bias: parameters[3])
    let r = tape.sum(y, tape.constant([reference.y.count, 1], reference.y.map { -$0 }))
    return (try LevenbergMarquardt(parameters, residuals: r, on: tape), parameters)
  }

  private func fitReference() throws -> Fit {
    let file = PackageFolder.url.appending(
      path: "Tests/References/optimisers/levenberg_marquardt.json")
    return try JSONDecoder().decode(Fit.self, from: Data(contentsOf: file))
  }

  @Test func levenbergMarquardtFollowsTheReference() throws {
    let reference = try fitReference()
    var (optimiser, parameters) = try fit(reference)
    for (expected, value) in zip(reference.path, reference.values) {
      let loss = optimiser.step()
      #expect(abs(loss / value - 1) < 1e-8)
      // roundings of the normal equations, whose condition is up to 1e3 squared here
      for (found, wanted) in zip(parameters.flatMap { $0.value.values }, expected) {
        #expect(abs(found - wanted) < 1e-8)
      }
    }
  }

  @Test func levenbergMarquardtFitsASineAndGoesOnFromItsState() throws {
    let reference = try fitReference()
    var (optimiser, parameters) = try fit(reference)
    for _ in 0..<20 { _ = optimiser.step() }
    var (second, others) = try fit(reference)
    try second.restore(optimiser.state)
    for (other, parameter) in zip(others, parameters) { other.value.load(parameter.value.values) }
    for _ in 0..<200 {
      let (loss, same) = (optimiser.step(), second.step())
      #expect(loss == same)
    }
    #expect(optimiser.step() < 1e-4)
  }

  @Test func levenbergMarquardtRefusesLargeNetworks() {
    let tape = Tape<Double>(.training)
    let w = Parameter<Double>(name: "w", shape: [100, 100])
    let r = tape.dense(tape.constant([1, 100]), weight: w, bias: nil)
    let error = #expect(throws: NetworkTooLarge.self) {
      _ = try LevenbergMarquardt([w], residuals: r, on: tape)
    }
    #expect(
      error?.description == """
        Levenberg-Marquardt: 100 residuals of 10000 parameters; expected at most 4096 parameters \
        and 67108864 elements of the Jacobian; use L-BFGS.
        """)
  }
}
