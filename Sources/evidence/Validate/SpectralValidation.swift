import DataFormats
import Foundation
import Physics
import Solvers

/// The spectral steppers beside the public solutions of four evolution equations, and their orders.
struct SpectralValidation {
  /// How far our solution may lie from the public one at the final time.
  private static let tolerance = 1e-6
  private static let folder = "Tests/References/raissi-pinns"
  private static let source = "maziarraissi/PINNs, "

  /// An equation with the steps that each method takes to the final time.
  private struct Case {
    let name: String
    let file: String
    let problem: SemilinearProblem
    let initial: [Double]
    let duration: Double
    let expected: [Double]
    let etdSteps: Int
    let imexSteps: Int
    /// Grid points of ours from one point of the reference to the next.
    var interval = 1
    var tolerance = SpectralValidation.tolerance
  }

  /// All results, in a few seconds.
  /// - Throws: `AssayError` (bad input) when the reference files are not in the current folder.
  static func results() throws -> [ValidationResult] {
    let cases = [
      try allenCahn(), try korteweg(column: 200), try korteweg(column: 40), try schroedinger(),
      try burgers(),
    ]
    return cases.flatMap(results) + orders()
  }

  private static func results(of item: Case) -> [ValidationResult] {
    let grid = item.problem.grid
    let points = "\(grid.counts[0]) points"
    let etd = ETDRK4(item.problem, stepSize: item.duration / Double(item.etdSteps))
    let imex = IMEXRungeKutta(
      item.problem, .ark436, stepSize: item.duration / Double(item.imexSteps))
    let steppers: [(String, any SpectralStepper, Int)] = [
      ("etdrk4", etd, item.etdSteps), ("imex", imex, item.imexSteps),
    ]
    return steppers.map { method, stepper, steps in
      let end = SpectralSolution(from: item.initial, on: grid, by: stepper, steps: steps)
      let width = grid.field == .real ? 1 : 2
      let difference = item.expected.indices.map { index in
        abs(
          end.values[index / width * width * item.interval + index % width] - item.expected[index])
      }
      return ValidationResult(
        name: "golden/\(item.name)/\(method)",
        quantity: "largest difference at t = \(item.duration), \(points), \(steps) steps",
        ours: difference.contains(where: \.isNaN) ? .nan : difference.max() ?? .nan, reference: 0,
        source: source + item.file, tolerance: item.tolerance)
    }
  }

  private static func allenCahn() throws -> Case {
    let u = try solution("AC.mat", "uu")
    let grid = SpectralGrid(counts: [512], lengths: [2], field: .real)
    let problem = SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(1e-4), on: grid),
      outer: SpectralSymbol(grid, ComplexNumber(5))
    ) { u, result, count in
      for index in 0..<count { result[index] = u[index] - u[index] * u[index] * u[index] }
    }
    return Case(
      name: "allen-cahn", file: "AC.mat", problem: problem, initial: column(0, of: u), duration: 1,
      expected: column(200, of: u), etdSteps: 1000, imexSteps: 1000)
  }

  /// At t = 0.2 the reference was found to be exact to 2e-12 by another method (its README.md).
  private static func korteweg(column index: Int) throws -> Case {
    let u = try solution("KdV.mat", "uu")
    let grid = SpectralGrid(counts: [512], lengths: [2], field: .real)
    let problem = SemilinearProblem(
      grid: grid, linear: .derivative(3, times: ComplexNumber(-0.0025), on: grid),
      outer: .derivative(1, times: ComplexNumber(-0.5), on: grid), pointwise: square)
    let early = index < 200
    return Case(
      name: early ? "kdv-early" : "kdv", file: "KdV.mat", problem: problem,
      initial: column(0, of: u), duration: Double(index) / 200, expected: column(index, of: u),
      etdSteps: 5000, imexSteps: 5000, tolerance: early ? 2e-12 : tolerance)
  }

  private static func schroedinger() throws -> Case {
    let u = try solution("NLS.mat", "uu")
    let grid = SpectralGrid(counts: [256], lengths: [10], field: .complex)
    let problem = SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(0, 0.5), on: grid),
      outer: SpectralSymbol(grid, ComplexNumber(0, 1))
    ) { u, result, count in
      for index in stride(from: 0, to: count, by: 2) {
        let density = u[index] * u[index] + u[index + 1] * u[index + 1]
        result[index] = density * u[index]
        result[index + 1] = density * u[index + 1]
      }
    }
    // Waves above k = 80 turn fast; an IMEX method must resolve their phase, ETDRK4 need not.
    return Case(
      name: "schroedinger", file: "NLS.mat", problem: problem, initial: column(0, of: u),
      duration: .pi / 2, expected: column(200, of: u), etdSteps: 5000, imexSteps: 20000)
  }

  /// The reference has 256 points from −1 to 1 with both ends, where u = 0; −sin πx is periodic on
  /// [−1, 1), so ours has four points for each of its 255 intervals. The last reference point is the
  /// first again.
  private static func burgers() throws -> Case {
    let u = try solution("burgers_shock.mat", "usol")
    let interval = 4
    let points = 255 * interval
    let grid = SpectralGrid(counts: [points], lengths: [2], field: .real)
    let problem = SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(0.01 / .pi), on: grid),
      outer: .derivative(1, times: ComplexNumber(-0.5), on: grid), pointwise: square)
    let initial = (0..<points).map { sin(2 * .pi * Double($0) / Double(points)) }
    return Case(
      name: "burgers", file: "burgers_shock.mat", problem: problem, initial: initial,
      duration: 0.99, expected: column(99, of: u).dropLast(), etdSteps: 4000, imexSteps: 4000,
      interval: interval)
  }

  private static let square: SemilinearProblem.Pointwise = { u, result, count in
    for index in 0..<count { result[index] = u[index] * u[index] }
  }

  private static func solution(_ file: String, _ name: String) throws -> MATArray {
    try MATFile.read(URL(filePath: folder).appending(path: file)).array(name)
  }

  /// One time of a solution: numbers, or pairs of a complex one.
  private static func column(_ index: Int, of u: MATArray) -> [Double] {
    (0..<u.shape[0]).flatMap { row -> [Double] in
      let place = row * u.shape[1] + index
      return [u.values[place]] + (u.imaginary.map { [$0[place]] } ?? [])
    }
  }

  /// Orders on viscous Burgers, ν = 0.1 on [0, 2π), from sin x to t = 1, against ETDRK4 with 2048 steps.
  private static func orders() -> [ValidationResult] {
    let methods: [(String, Double, [Int], (SemilinearProblem, Double) -> any SpectralStepper)] = [
      ("etdrk4", 4, [16, 32, 64], { ETDRK4($0, stepSize: $1) }),
      ("imex-ark436", 4, [16, 32, 64], { IMEXRungeKutta($0, .ark436, stepSize: $1) }),
      ("imex-ars443", 3, [32, 64, 128], { IMEXRungeKutta($0, .ars443, stepSize: $1) }),
      ("imex-cnab2", 2, [128, 256, 512], { IMEXMultistep($0, .cnab2, stepSize: $1) }),
      ("imex-sbdf2", 2, [128, 256, 512], { IMEXMultistep($0, .sbdf2, stepSize: $1) }),
      ("imex-sbdf3", 3, [128, 256, 512], { IMEXMultistep($0, .sbdf3, stepSize: $1) }),
      ("imex-sbdf4", 4, [64, 128, 256], { IMEXMultistep($0, .sbdf4, stepSize: $1) }),
    ]
    let grid = SpectralGrid(counts: [32], lengths: [2 * .pi], field: .real)
    let problem = SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(0.1), on: grid),
      outer: .derivative(1, times: ComplexNumber(-0.5), on: grid), pointwise: square)
    let initial = (0..<32).map { sin(2 * .pi * Double($0) / 32) }
    func end(_ steps: Int, _ make: (SemilinearProblem, Double) -> any SpectralStepper) -> [Double] {
      let stepper = make(problem, 1 / Double(steps))
      return SpectralSolution(from: initial, on: grid, by: stepper, steps: steps).values
    }
    let exact = end(2048) { ETDRK4($0, stepSize: $1) }
    return methods.map { name, order, steps, make in
      let errors = steps.map { count in
        zip(end(count, make), exact).map { abs($0 - $1) }.max() ?? .nan
      }
      let slope = ConvergenceOrder(stepSizes: steps.map { 1 / Double($0) }, errors: errors).slope
      return ValidationResult(
        name: "order/\(name)", quantity: "order on viscous Burgers", ours: slope, reference: order,
        source: "order of the method", tolerance: 0.2)
    }
  }
}
