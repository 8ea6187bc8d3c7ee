extension Buffer {
  /// A table of complex numbers, each the nearest to its value in Double.
  convenience init(pairs roots: [UnitRoot]) {
    self.init(count: 2 * roots.count)
    for (index, root) in roots.enumerated() {
      start[2 * index] = S(root.cosine)
      start[2 * index + 1] = S(root.sine)
    }
  }
}
