import Foundation

/// Real data, which no simulator of ours can make: shipped with a suite, installed with a package of the
/// system, or imported by the user. Read by the same reader whichever way they came.
public protocol SuppliedDataset: DatasetRecipe {
  /// Where they lie when the user imported none.
  var supply: DataSupply { get }
}

extension SuppliedDataset {
  /// None: nothing is made.
  public var parts: [DatasetPart] { [] }

  /// Never succeeds.
  /// - Throws: `AssayError` (bad input): there is nothing to generate.
  public func generate(_ part: DatasetPart, into folder: URL) throws {
    throw AssayError(
      .badInput, where: identifier, found: "a request to make '\(part.path)'",
      expected: "data that are there", remedy: "import, install or ship them")
  }
}
