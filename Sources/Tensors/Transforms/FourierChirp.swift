import CKernels

/// What turns a transform of any length into a convolution (Bluestein 1970): jk = (j² + k² − (k−j)²)/2.
struct FourierChirp {
  /// The length of the convolution.
  let padded: Int
  /// exp(−iπ j²/n).
  let factors: [UnitRoot]
  /// The transform, over the padded length, of the conjugates wrapped around, divided by that length.
  let transform: [UnitRoot]

  init(_ count: Int) {
    padded = FourierFactors.convolutionCount(of: count)
    // j² mod 2n keeps the angle exact.
    factors = (0..<count).map { UnitRoot($0 * $0 % (2 * count), of: 2 * count) }
    let plan = FourierPlan<Double>(complex: padded)
    let wrapped = Buffer<Double>(count: 2 * padded)
    for (j, factor) in factors.enumerated() {
      for index in [j, (padded - j) % padded] {
        wrapped.start[2 * index] = factor.cosine
        wrapped.start[2 * index + 1] = -factor.sine
      }
    }
    let workspace = Buffer<Double>(count: plan.workspaceCount)
    let line = assay_line_layout(outer_step: 0, inner_step: 0, step: 2)
    assay_fourier_lines_f64(
      plan.description, 0, 1, 1, line, wrapped.start, line, wrapped.start, 1 / Double(padded),
      workspace.start)
    transform = (0..<padded).map {
      UnitRoot(cosine: wrapped.start[2 * $0], sine: wrapped.start[2 * $0 + 1])
    }
  }
}
