extension GridAxis {
  /// An axis with faces at these ascending positions.
  public init(faces: [Double]) {
    precondition(faces.count >= 3, "an axis needs at least two cells, not \(faces.count - 1)")
    precondition(
      zip(faces, faces.dropFirst()).allSatisfy { $0 < $1 }, "the faces of an axis must ascend")
    self.faces = faces
  }
}
