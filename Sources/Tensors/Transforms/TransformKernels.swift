import CKernels

/// The Fourier transforms of one precision, as declared in `CKernelsTransforms.h`.
public struct TransformKernels<S>: Sendable {
  /// plan, direction (0 forward, 1 backward), outer, inner, layout, x, layout, y, scale, workspace.
  public let complex:
    @Sendable (
      UnsafePointer<assay_fourier_plan>, Int32, Int, Int, assay_line_layout, UnsafePointer<S>,
      assay_line_layout, UnsafeMutablePointer<S>, S, UnsafeMutablePointer<S>
    ) -> Void
  /// plan, outer, inner, layout, x, layout, y, scale, edge, workspace.
  public let real: HalfTransform
  /// As `real`, from half a spectrum to real lines.
  public let realBackward: HalfTransform
  /// Numbers in a vector.
  public let lanes: Int

  /// The form of the two transforms between real lines and half spectra.
  public typealias HalfTransform =
    @Sendable (
      UnsafePointer<assay_fourier_plan>, Int, Int, assay_line_layout, UnsafePointer<S>,
      assay_line_layout, UnsafeMutablePointer<S>, S, S, UnsafeMutablePointer<S>
    ) -> Void
}

extension Float: TransformScalar {
  /// Transforms in single precision.
  public static var transforms: TransformKernels<Float> {
    TransformKernels(
      complex: assay_fourier_lines_f32, real: assay_fourier_real_lines_f32,
      realBackward: assay_fourier_real_lines_backward_f32, lanes: assay_fourier_lanes_f32())
  }
}

extension Double: TransformScalar {
  /// Transforms in double precision.
  public static var transforms: TransformKernels<Double> {
    TransformKernels(
      complex: assay_fourier_lines_f64, real: assay_fourier_real_lines_f64,
      realBackward: assay_fourier_real_lines_backward_f64, lanes: assay_fourier_lanes_f64())
  }
}
