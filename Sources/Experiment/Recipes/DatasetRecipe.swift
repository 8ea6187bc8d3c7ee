import Foundation

/// Data that our own simulator can make, part by part, in the benchmark's own on-disk format.
public protocol DatasetRecipe: Codable, Sendable {
  /// The folder name under the data folder: readable, and different for different parameters,
  /// as in `cfdbench-cavity-bc-1f3a…`.
  var identifier: String { get }
  /// The benchmark whose official download serves as well, as in `cfdbench`.
  var benchmark: String { get }
  /// Every part that the benchmark enumerates and this recipe selects.
  var parts: [DatasetPart] { get }
  /// Makes one part in `folder`, which exists and is empty; deterministic. A simulation that fails leaves
  /// a `PartFailure` there instead of data; an error means that the part could not be made now.
  func generate(_ part: DatasetPart, into folder: URL) throws
}
