import Foundation
import Tensors
import Testing

/// The complex transform against its definition and its laws, in both precisions.
@Suite struct ComplexTransformTests {
  static let lengths = Array(1...64) + [97, 128, 256, 360, 512, 1000, 1009, 1024, 2048]

  @Test(arguments: lengths)
  func equalsTheDefiningSumInBothPrecisions(n: Int) {
    equalsTheDefiningSum(n, as: Double.self)
    equalsTheDefiningSum(n, as: Float.self)
  }

  private func equalsTheDefiningSum<S: Scalar>(_ n: Int, as type: S.Type) {
    let x = DirectTransform.noise(2 * n, seed: UInt64(n), as: S.self)
    let expected = DirectTransform.transform(x.map(Double.init))
    let bound = DirectTransform.bound(n, as: S.self)
    #expect(DirectTransform.relativeError(transformed(x, shape: [n], axes: [0]), expected) < bound)
    let backward = DirectTransform.transform(x.map(Double.init), backward: true)
      .map { $0 / Double(n) }
    #expect(
      DirectTransform.relativeError(
        transformed(x, shape: [n], axes: [0], direction: .inverse), backward) < bound)
  }

  @Test(arguments: [[16, 5], [24, 3], [7, 40], [64, 19], [97, 4], [64, 64], [256, 17]])
  func aLineAmongOthersIsTransformedAsAlone(shape: [Int]) {
    // Both axes: lines side by side and lines across, with more and fewer lines than lanes.
    let (n, lines) = (shape[0], shape[1])
    let x = DirectTransform.noise(2 * n * lines, seed: 5, as: Double.self)
    let alone: [Double] = (0..<lines).flatMap { (line: Int) -> [Double] in
      let own = Array(x[(2 * n * line)..<(2 * n * (line + 1))])
      return transformed(own, shape: [n], axes: [0])
    }
    let sideBySide = transformed(x, shape: [lines, n], axes: [1])
    #expect(sideBySide == alone, "the bits depend on the neighbours")
    let across = transformed(x, shape: [n, lines], axes: [0])
    let expected = DirectTransform.transform(x, shape: [n, lines], axis: 0)
    #expect(
      DirectTransform.relativeError(across, expected) < DirectTransform.bound(n, as: Double.self))
  }

  @Test(arguments: [
    ([6, 5], [0, 1]), ([3, 8, 6], [1, 2]), ([4, 3, 20], [0, 2]), ([5, 4, 6], [0, 1, 2]),
    ([2, 6, 4, 10], [1, 2, 3]),
  ])
  func severalAxesAreOneAfterTheOther(shape: [Int], axes: [Int]) {
    let count = shape.reduce(1, *)
    let x = DirectTransform.noise(2 * count, seed: 6, as: Double.self)
    let expected = axes.reduce(x) { DirectTransform.transform($0, shape: shape, axis: $1) }
    let found = transformed(x, shape: shape, axes: axes)
    #expect(
      DirectTransform.relativeError(found, expected) < DirectTransform.bound(count, as: Double.self)
    )
    let back = transformed(found, shape: shape, axes: axes, direction: .inverse)
    #expect(DirectTransform.relativeError(back, x) < DirectTransform.bound(count, as: Double.self))
  }

  @Test(arguments: [1, 12, 49, 97, 360, 1009, 4096, 65536])
  func theInverseBringsTheLineBackAndEnergyIsKept(n: Int) {
    let x = DirectTransform.noise(2 * n, seed: 7, as: Double.self)
    let spectrum = transformed(x, shape: [n], axes: [0])
    let back = transformed(spectrum, shape: [n], axes: [0], direction: .inverse)
    let bound = DirectTransform.bound(n, as: Double.self)
    #expect(DirectTransform.relativeError(back, x) < 2 * bound)
    let energy = x.reduce(0) { $0 + $1 * $1 }
    let spectralEnergy = spectrum.reduce(0) { $0 + $1 * $1 } / Double(n)
    // The two sums of 2n squares round as well, by a unit of the last place a term at most.
    let summation = Double(2 * n) * Double.ulpOfOne
    #expect(abs(spectralEnergy - energy) < (2 * bound + summation) * energy)
  }

  @Test(arguments: [12, 97, 512])
  func aShiftTurnsEveryFrequencyByItsAngle(n: Int) {
    let x = DirectTransform.noise(2 * n, seed: 8, as: Double.self)
    let shift = 5
    let moved = (0..<n).flatMap { j -> [Double] in
      let from = (j + shift) % n
      return [x[2 * from], x[2 * from + 1]]
    }
    let spectrum = transformed(x, shape: [n], axes: [0])
    let expected = (0..<n).flatMap { k -> [Double] in
      let angle = 2 * Double.pi * Double(k * shift % n) / Double(n)
      let (re, im) = (spectrum[2 * k], spectrum[2 * k + 1])
      return [re * cos(angle) - im * sin(angle), re * sin(angle) + im * cos(angle)]
    }
    let found = transformed(moved, shape: [n], axes: [0])
    #expect(
      DirectTransform.relativeError(found, expected) < 2 * DirectTransform.bound(n, as: Double.self)
    )
  }

  @Test(arguments: [15, 64, 101])
  func isLinear(n: Int) {
    let x = DirectTransform.noise(2 * n, seed: 9, as: Double.self)
    let y = DirectTransform.noise(2 * n, seed: 10, as: Double.self)
    let sum = transformed(zip(x, y).map { 3 * $0 - $1 }, shape: [n], axes: [0])
    let expected = zip(
      transformed(x, shape: [n], axes: [0]), transformed(y, shape: [n], axes: [0])
    ).map { 3 * $0 - $1 }
    #expect(
      DirectTransform.relativeError(sum, expected) < 4 * DirectTransform.bound(n, as: Double.self))
  }

  @Test(arguments: [([12], [0]), ([97], [0]), ([4, 10, 6], [1, 2])])
  func theAdjointsPassTheDotProductTest(shape: [Int], axes: [Int]) {
    let count = 2 * shape.reduce(1, *)
    let a = DirectTransform.noise(count, seed: 11, as: Double.self)
    let b = DirectTransform.noise(count, seed: 12, as: Double.self)
    for (direction, adjoint) in [
      (Direction.forward, Direction.forwardAdjoint), (.inverse, .inverseAdjoint),
    ] {
      let left = dot(transformed(a, shape: shape, axes: axes, direction: direction), b)
      let right = dot(a, transformed(b, shape: shape, axes: axes, direction: adjoint))
      // Two sums of `count` products of size 1 each.
      #expect(abs(left - right) < Double.ulpOfOne * Double(count) * 4)
    }
  }

  @Test func theResultMayReplaceItsArgument() {
    let x = DirectTransform.noise(2 * 24 * 20, seed: 13, as: Double.self)
    let plan = ComplexTransform<Double>(shape: [24, 20], axes: [0, 1])
    let buffer = Buffer<Double>(count: x.count)
    buffer.load(x)
    plan.forward(buffer.start, into: buffer.start, workspace: plan.makeWorkspace())
    #expect(buffer.values == transformed(x, shape: [24, 20], axes: [0, 1]))
  }

  private enum Direction { case forward, inverse, forwardAdjoint, inverseAdjoint }

  private func transformed<S: Scalar>(
    _ x: [S], shape: [Int], axes: [Int], direction: Direction = .forward
  ) -> [S] {
    let plan = ComplexTransform<S>(shape: shape, axes: axes)
    let y = Buffer<S>(count: x.count)
    let workspace = plan.makeWorkspace()
    x.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      switch direction {
      case .forward: plan.forward(first, into: y.start, workspace: workspace)
      case .inverse: plan.inverse(first, into: y.start, workspace: workspace)
      case .forwardAdjoint: plan.forwardAdjoint(first, into: y.start, workspace: workspace)
      case .inverseAdjoint: plan.inverseAdjoint(first, into: y.start, workspace: workspace)
      }
    }
    return y.values
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
