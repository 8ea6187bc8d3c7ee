import CKernels

/// A transform of lines of one length: the tables and their description for the kernels.
final class FourierPlan<S: Scalar>: @unchecked Sendable {
  /// The numbers of a line.
  let count: Int
  /// What the kernels read.
  let description: UnsafeMutablePointer<assay_fourier_plan>
  /// The numbers of workspace that a call needs.
  let workspaceCount: Int
  private let lengths: [FourierLength<S>]
  private let tables: [Buffer<S>]

  /// A transform of complex lines of `count` numbers.
  convenience init(complex count: Int) {
    self.init(count, whole: FourierLength<S>(count), halving: nil)
  }

  /// A transform of real lines of `count` numbers, by complex ones of half the length where it is even.
  convenience init(real count: Int) {
    let isEven = count % 2 == 0
    let halving = (0...(count / 4)).map { UnitRoot($0, of: max(count, 1)) }
    self.init(
      count, whole: FourierLength<S>(isEven ? count / 2 : count),
      halving: isEven ? Buffer(pairs: halving) : nil)
  }

  private init(_ count: Int, whole: FourierLength<S>, halving: Buffer<S>?) {
    self.count = count
    let lanes = S.transforms.lanes
    var entry = assay_fourier_plan()
    entry.count = count
    entry.whole = UnsafePointer(whole.description)
    entry.halving = halving.map { UnsafeRawPointer($0.start) }
    var lengths = [whole]
    var tables = halving.map { [$0] } ?? []
    // An odd real line has its imaginary parts to be filled in: it does not lie as pairs.
    if Self.splits(whole, lanes: lanes), count == whole.count || halving != nil {
      let columns = FourierLength<S>(whole.count / lanes)
      let row = FourierLength<S>(lanes)
      let splitting = Self.splitting(whole.count, lanes: lanes)
      entry.columns = UnsafePointer(columns.description)
      entry.lanes = UnsafePointer(row.description)
      entry.splitting = UnsafeRawPointer(splitting.start)
      lengths += [columns, row]
      tables.append(splitting)
    }
    self.lengths = lengths
    self.tables = tables
    workspaceCount = 4 * lanes * (max(count, whole.room) + 2)
    description = .allocate(capacity: 1)
    description.initialize(to: entry)
  }

  deinit { description.deallocate() }

  /// Whether contiguous lines are transformed one by one: long ones stay in the first cache that way.
  /// Shorter ones would leave lanes of their columns empty.
  private static func splits(_ length: FourierLength<S>, lanes: Int) -> Bool {
    length.isDirect && length.count % lanes == 0 && length.count >= lanes * lanes
  }

  private static func splitting(_ count: Int, lanes: Int) -> Buffer<S> {
    let table = Buffer<S>(count: 2 * count)
    for k in 0..<(count / lanes) {
      for j in 0..<lanes {
        let root = UnitRoot(k * j, of: count)
        table.start[2 * k * lanes + j] = S(root.cosine)
        table.start[(2 * k + 1) * lanes + j] = S(root.sine)
      }
    }
    return table
  }
}
