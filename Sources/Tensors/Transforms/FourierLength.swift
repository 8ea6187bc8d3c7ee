import CKernels

/// The tables of a transform of one length, computed in Double, and their description for the kernels.
///
/// Nothing is written after the initialiser, so it may be shared between threads.
final class FourierLength<S: Scalar>: @unchecked Sendable {
  let count: Int
  /// Elements that a buffer of lanes must hold.
  let room: Int
  /// What the kernels read.
  let description: UnsafeMutablePointer<assay_fourier_length>
  private let radices: UnsafeMutablePointer<Int32>
  private let tables: [Buffer<S>]
  private let convolution: FourierLength<S>?

  /// - Parameter count: the length, at least 1
  init(_ count: Int) {
    Requirement.check(count > 0, "a transform has a length of at least 1, not \(count)")
    self.count = count
    let factors = FourierFactors.radices(of: count)
    let passes = factors ?? []
    radices = .allocate(capacity: max(passes.count, 1))
    for (index, radix) in passes.enumerated() { radices[index] = Int32(radix) }
    let twiddles = Buffer<S>(pairs: Self.twiddles(of: count, radices: passes))
    let roots = Buffer<S>(pairs: Self.roots(of: passes))
    description = .allocate(capacity: 1)
    var entry = assay_fourier_length()
    entry.count = count
    entry.passes = passes.count
    entry.radices = UnsafePointer(radices)
    entry.twiddles = UnsafeRawPointer(twiddles.start)
    entry.roots = UnsafeRawPointer(roots.start)
    if factors == nil {
      let chirp = FourierChirp(count)
      let length = FourierLength<S>(chirp.padded)
      let own = Buffer<S>(pairs: chirp.factors)
      let transformed = Buffer<S>(pairs: chirp.transform)
      entry.chirp = UnsafeRawPointer(own.start)
      entry.chirp_transform = UnsafeRawPointer(transformed.start)
      entry.convolution = UnsafePointer(length.description)
      convolution = length
      tables = [twiddles, roots, own, transformed]
      room = chirp.padded
    } else {
      convolution = nil
      tables = [twiddles, roots]
      room = count
    }
    description.initialize(to: entry)
  }

  deinit {
    description.deallocate()
    radices.deallocate()
  }

  /// Whether passes of small radices suffice.
  var isDirect: Bool { convolution == nil }

  private static func twiddles(of count: Int, radices: [Int]) -> [UnitRoot] {
    var rest = count
    var roots: [UnitRoot] = []
    for radix in radices {
      for p in 0..<(rest / radix) {
        for k in 1..<radix { roots.append(UnitRoot(p * k, of: rest)) }
      }
      rest /= radix
    }
    return roots
  }

  /// cos + i sin for the radices without a butterfly of their own.
  private static func roots(of radices: [Int]) -> [UnitRoot] {
    radices.filter { ![2, 3, 4, 5, 8].contains($0) }
      .flatMap { radix in (0..<radix).map { UnitRoot(-$0, of: radix) } }
  }
}
