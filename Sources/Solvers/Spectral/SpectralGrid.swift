import Tensors

/// A periodic box with a Fourier mode for every pair of grid points that it can tell apart.
///
/// Points are x_j = origin + j L/n along every axis, the end excluded. A real field has modes of the
/// half spectrum (the last axis is halved), a complex field all; either way a mode is a pair of
/// numbers, and `Σ_j u_j exp(−ikx_j)` is not divided by the number of points.
public struct SpectralGrid: Sendable {
  /// What a field's values are.
  public enum Field: Sendable {
    /// One number a point.
    case real
    /// A pair of numbers a point.
    case complex
  }

  /// Points along every axis.
  public let counts: [Int]
  /// The box's side along every axis.
  public let lengths: [Double]
  /// What the values are.
  public let field: Field
  /// Modes along every axis.
  public let modeCounts: [Int]
  private let transform: Transform

  private enum Transform: Sendable {
    case real(RealTransform<Double>)
    case complex(ComplexTransform<Double>)
  }

  /// A box of one to three axes.
  public init(counts: [Int], lengths: [Double], field: Field) {
    Requirement.check(
      counts.count == lengths.count && !counts.isEmpty, "\(counts) points for sides \(lengths)")
    self.counts = counts
    self.lengths = lengths
    self.field = field
    let axes = Array(counts.indices)
    switch field {
    case .real:
      let plan = RealTransform<Double>(shape: counts, axes: axes)
      transform = .real(plan)
      modeCounts = plan.spectrumShape
    case .complex:
      transform = .complex(ComplexTransform(shape: counts, axes: axes))
      modeCounts = counts
    }
  }

  /// Numbers of a field at the points.
  public var valueCount: Int { counts.reduce(field == .real ? 1 : 2, *) }
  /// The number of modes.
  public var modeCount: Int { modeCounts.reduce(1, *) }

  /// A workspace for `analyse` and `synthesise`.
  public func makeWorkspace() -> Buffer<Double> {
    switch transform {
    case .real(let plan): plan.makeWorkspace()
    case .complex(let plan): plan.makeWorkspace()
    }
  }

  /// modes = transform of values.
  public func analyse(_ values: Buffer<Double>, into modes: Buffer<Double>, _ work: Buffer<Double>)
  {
    switch transform {
    case .real(let plan): plan.forward(values.start, into: modes.start, workspace: work)
    case .complex(let plan): plan.forward(values.start, into: modes.start, workspace: work)
    }
  }

  /// values = inverse transform of modes.
  public func synthesise(
    _ modes: Buffer<Double>, into values: Buffer<Double>, _ work: Buffer<Double>
  ) {
    switch transform {
    case .real(let plan): plan.inverse(modes.start, into: values.start, workspace: work)
    case .complex(let plan): plan.inverse(modes.start, into: values.start, workspace: work)
    }
  }

  /// The signed number of whole waves along `axis` of mode `index` along it.
  func waves(_ index: Int, axis: Int) -> Int {
    2 * index <= counts[axis] ? index : index - counts[axis]
  }
}
