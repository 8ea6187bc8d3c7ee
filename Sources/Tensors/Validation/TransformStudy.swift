/// How far a fast transform lies from the defining sum.
public struct TransformStudy: Sendable {
  /// The name, as in `fft/complex-360/f32`.
  public let name: String
  /// ‖fast − direct‖₂ / ‖direct‖₂.
  public let error: Double
  /// What rounding may explain.
  public let bound: Double

  /// Complex and real transforms over one to three axes, of lengths with small, odd and great primes, in
  /// both precisions.
  public static var all: [TransformStudy] {
    studies(as: Float.self, "f32") + studies(as: Double.self, "f64")
  }

  private static func studies<S: Scalar>(as type: S.Type, _ precision: String) -> [TransformStudy] {
    let cases: [(shape: [Int], axes: [Int])] = [
      ([64], [0]), ([97], [0]), ([360], [0]), ([1009], [0]), ([1024], [0]), ([12, 18], [0, 1]),
      ([3, 10, 14], [1, 2]), ([6, 8, 9], [0, 1, 2]),
    ]
    return cases.flatMap { shape, axes in
      let name = shape.map(String.init).joined(separator: "x") + "/\(precision)"
      return [
        complex(shape, axes, "complex-\(name)", as: type),
        real(shape, axes, "real-\(name)", as: type),
      ]
    }
  }

  private static func complex<S: Scalar>(
    _ shape: [Int], _ axes: [Int], _ name: String, as type: S.Type
  ) -> TransformStudy {
    let count = shape.reduce(1, *)
    let x: [S] = DirectTransform.noise(2 * count, seed: 3)
    let plan = ComplexTransform<S>(shape: shape, axes: axes)
    let y = Buffer<S>(count: 2 * count)
    plan.forward(x, into: y.start, workspace: plan.makeWorkspace())
    let direct = axes.reduce(x.map { Double($0) }) {
      DirectTransform.transform($0, shape: shape, axis: $1)
    }
    return TransformStudy(
      name: name, error: DirectTransform.relativeError(y.values, direct),
      bound: DirectTransform.bound(count, as: type))
  }

  private static func real<S: Scalar>(
    _ shape: [Int], _ axes: [Int], _ name: String, as type: S.Type
  ) -> TransformStudy {
    let count = shape.reduce(1, *)
    let x: [S] = DirectTransform.noise(count, seed: 4)
    let plan = RealTransform<S>(shape: shape, axes: axes)
    let y = Buffer<S>(count: 2 * plan.spectrumShape.reduce(1, *))
    plan.forward(x, into: y.start, workspace: plan.makeWorkspace())
    let direct = axes.reduce(x.flatMap { [Double($0), 0] }) {
      DirectTransform.transform($0, shape: shape, axis: $1)
    }
    // the kept half of the last axis
    let (whole, half) = (shape[shape.count - 1], shape[shape.count - 1] / 2 + 1)
    let kept = (0..<count / whole).flatMap { line in
      direct[2 * line * whole..<2 * (line * whole + half)]
    }
    return TransformStudy(
      name: name, error: DirectTransform.relativeError(y.values, kept),
      bound: DirectTransform.bound(count, as: type))
  }
}
