import DataFormats
import Experiment
import Foundation
import Tensors

/// Points drawn from a density: `training.npy`, `validation.npy` and `test.npy`, each [point, 3] with x, y
/// and the logarithm of the density there.
public struct PointDataset: DatasetRecipe, Equatable {
  /// The density.
  public let mixture: PointMixture
  /// Points of each part of the split.
  public let counts: [SplitCase.Split: Int]

  /// A dataset.
  public init(mixture: PointMixture, training: Int, validation: Int, test: Int) {
    self.mixture = mixture
    counts = [.training: training, .validation: validation, .test: test]
  }

  /// As in `density-gaussians-1536-512-1024`.
  public var identifier: String {
    let sizes = SplitCase.Split.allCases.map { "\(counts[$0] ?? 0)" }.joined(separator: "-")
    return "density-\(mixture.rawValue)-\(sizes)"
  }

  /// Points of one's own, in the same files.
  public var benchmark: String { "density-\(mixture.rawValue)" }

  /// One part: all points.
  public var parts: [DatasetPart] { [DatasetPart(path: "points")] }

  /// Draws the points; each part of the split has a stream of its own.
  public func generate(_ part: DatasetPart, into folder: URL) throws {
    for split in SplitCase.Split.allCases {
      var random = NeuralStreams.stream("density", mixture.rawValue, split.rawValue)
      let rows = (0..<(counts[split] ?? 0)).flatMap { _ in
        let point = mixture.draw(&random)
        return (point + [mixture.logDensity(point[0], point[1])]).map { Float($0) }
      }
      try NPYWriter.write(
        Tensor(shape: [rows.count / 3, 3], values: rows),
        to: folder.appending(path: "\(split.rawValue).npy"))
    }
  }

  /// The points of `split` in `folder`: [point, 3].
  /// - Throws: `AssayError` (bad input) when the file is absent or damaged.
  static func read(_ split: SplitCase.Split, in folder: URL) throws -> Tensor {
    let url = folder.appending(path: "points/\(split.rawValue).npy")
    let array = try NPYArray.read(url)
    guard array.tensor.shape.count == 2, array.tensor.shape[1] == 3, array.tensor.shape[0] > 0,
      array.firstNonFinite == nil
    else {
      throw AssayError(
        .badInput, where: url.path,
        found: "an array of shape \(array.tensor.shape), or numbers that are not finite",
        expected: "[points, 3]: x, y and the logarithm of the density",
        remedy: "generate the data again")
    }
    return array.tensor
  }
}
