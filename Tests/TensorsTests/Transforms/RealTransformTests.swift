import Foundation
import Tensors
import Testing

/// The real transform against the complex one's definition, its inverse and its adjoints.
@Suite struct RealTransformTests {
  @Test(arguments: ComplexTransformTests.lengths)
  func equalsHalfTheDefiningSumInBothPrecisions(n: Int) {
    equalsHalfTheDefiningSum(n, as: Double.self)
    equalsHalfTheDefiningSum(n, as: Float.self)
  }

  private func equalsHalfTheDefiningSum<S: Scalar>(_ n: Int, as type: S.Type) {
    let x = DirectTransform.noise(n, seed: UInt64(n), as: S.self)
    let whole = DirectTransform.transform(x.flatMap { [Double($0), 0] })
    let plan = RealTransform<S>(shape: [n], axes: [0])
    let half = run(plan, plan.forward, x, count: 2 * (n / 2 + 1))
    let bound = DirectTransform.bound(n, as: S.self)
    #expect(DirectTransform.relativeError(half, Array(whole.prefix(half.count))) < bound)
    let back = run(plan, plan.inverse, half, count: n)
    #expect(DirectTransform.relativeError(back, x.map(Double.init)) < 2 * bound)
  }

  @Test(arguments: [
    ([5, 16], [1]), ([16, 5], [0]), ([33, 64], [1]), ([6, 8], [0, 1]), ([3, 8, 6], [1, 2]),
    ([3, 64, 64], [1, 2]), ([4, 7, 9], [0, 1, 2]), ([2, 6, 20, 5], [1, 2]),
    ([6, 8], [1, 0]),
  ])
  func severalAxesEqualTheComplexTransform(shape: [Int], axes: [Int]) {
    let count = shape.reduce(1, *)
    let x = DirectTransform.noise(count, seed: 21, as: Double.self)
    let plan = RealTransform<Double>(shape: shape, axes: axes)
    let spectrumCount = 2 * plan.spectrumShape.reduce(1, *)
    let found = run(plan, plan.forward, x, count: spectrumCount)
    let whole = axes.reduce(x.flatMap { [$0, 0] }) {
      DirectTransform.transform($0, shape: shape, axis: $1)
    }
    let expected = half(whole, shape: shape, axis: axes[axes.count - 1])
    let bound = DirectTransform.bound(count, as: Double.self)
    #expect(DirectTransform.relativeError(found, expected) < bound)
    let before = found
    #expect(
      DirectTransform.relativeError(run(plan, plan.inverse, found, count: count), x) < 2 * bound)
    #expect(found == before, "the inverse wrote to its argument")
  }

  @Test(arguments: [
    ([1], [0]), ([2], [0]), ([9], [0]), ([12], [0]), ([97], [0]), ([256], [0]),
    ([3, 8, 6], [1, 2]), ([4, 7, 9], [0, 1, 2]),
    ([6, 10, 3], [0, 1]),
  ])
  func theAdjointsPassTheDotProductTest(shape: [Int], axes: [Int]) {
    let plan = RealTransform<Double>(shape: shape, axes: axes)
    let count = shape.reduce(1, *)
    let spectrumCount = 2 * plan.spectrumShape.reduce(1, *)
    let a = DirectTransform.noise(count, seed: 22, as: Double.self)
    // Not a half spectrum of anything real: the adjoint must hold for every cotangent.
    let b = DirectTransform.noise(spectrumCount, seed: 23, as: Double.self)
    let rounding = Double.ulpOfOne * Double(4 * spectrumCount)
    let forward = dot(run(plan, plan.forward, a, count: spectrumCount), b)
    let forwardAdjoint = dot(a, run(plan, plan.forwardAdjoint, b, count: count))
    #expect(abs(forward - forwardAdjoint) < rounding * Double(count).squareRoot())
    let inverse = dot(run(plan, plan.inverse, b, count: count), a)
    let inverseAdjoint = dot(b, run(plan, plan.inverseAdjoint, a, count: spectrumCount))
    #expect(abs(inverse - inverseAdjoint) < rounding)
  }

  @Test func singlePrecisionEqualsDoubleToItsRounding() {
    let x = DirectTransform.noise(3 * 64 * 64, seed: 24, as: Float.self)
    let single = RealTransform<Float>(shape: [3, 64, 64], axes: [1, 2])
    let double = RealTransform<Double>(shape: [3, 64, 64], axes: [1, 2])
    let count = 2 * 3 * 64 * 33
    let expected = run(double, double.forward, x.map(Double.init), count: count)
    let found = run(single, single.forward, x, count: count)
    #expect(
      DirectTransform.relativeError(found, expected) < DirectTransform.bound(4096, as: Float.self))
  }

  private typealias Call<S: Scalar> = (UnsafePointer<S>, UnsafeMutablePointer<S>, Buffer<S>) -> Void

  private func run<S: Scalar>(
    _ plan: RealTransform<S>, _ call: Call<S>, _ x: [S], count: Int
  ) -> [S] {
    let y = Buffer<S>(count: count)
    x.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { call(first, y.start, plan.makeWorkspace()) }
    }
    return y.values
  }

  /// The first n/2 + 1 elements along `axis` of a complex array.
  private func half(_ x: [Double], shape: [Int], axis: Int) -> [Double] {
    let inner = shape[(axis + 1)...].reduce(1, *)
    return (0..<(x.count / 2)).filter { $0 / inner % shape[axis] <= shape[axis] / 2 }
      .flatMap { [x[2 * $0], x[2 * $0 + 1]] }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
