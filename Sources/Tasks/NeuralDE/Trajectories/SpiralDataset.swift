import DataFormats
import Experiment
import Foundation
import Physics
import Tensors

/// Trajectories of the spiral from random initial states: `training.npy`, `validation.npy` and `test.npy`,
/// each [case, time, 2], at even times from 0.
public struct SpiralDataset: DatasetRecipe, Equatable {
  /// The radii of initial states, around the 2 of the published single trajectory; angles are uniform.
  private static let radii = (1.5, 2.5)

  /// Trajectories of each part of the split.
  public let counts: [SplitCase.Split: Int]
  /// Times of each trajectory, the initial one included.
  public let timePoints: Int
  /// The last time.
  public let endTime: Double

  /// A dataset.
  public init(training: Int, validation: Int, test: Int, timePoints: Int, endTime: Double) {
    counts = [.training: training, .validation: validation, .test: test]
    self.timePoints = timePoints
    self.endTime = endTime
  }

  /// As in `spiral-64-16-64-30-1.5`.
  public var identifier: String {
    let sizes = SplitCase.Split.allCases.map { "\(counts[$0] ?? 0)" }.joined(separator: "-")
    return "spiral-\(sizes)-\(timePoints)-\(endTime)"
  }

  /// Trajectories of one's own, in the same files.
  public var benchmark: String { "spiral" }

  /// One part: all trajectories.
  public var parts: [DatasetPart] { [DatasetPart(path: "trajectories")] }

  /// The times.
  public var times: [Double] {
    (0..<timePoints).map { endTime * Double($0) / Double(timePoints - 1) }
  }

  /// Solves the spiral; each trajectory has a random stream of its own.
  public func generate(_ part: DatasetPart, into folder: URL) throws {
    for split in SplitCase.Split.allCases {
      let count = counts[split] ?? 0
      let values = (0..<count).flatMap { number in
        var random = NeuralStreams.stream("spiral", split.rawValue).stream(number)
        let radius = random.uniform(from: Self.radii.0, to: Self.radii.1)
        let angle = random.uniform(from: 0, to: 2 * .pi)
        return SpiralSystem()
          .states(from: [radius * cos(angle), radius * sin(angle)], at: times)
          .flatMap { $0.map { Float($0) } }
      }
      try NPYWriter.write(
        Tensor(shape: [count, timePoints, 2], values: values),
        to: folder.appending(path: "\(split.rawValue).npy"))
    }
  }

  /// The trajectories of `split` in `folder`: [case, time, 2].
  /// - Throws: `AssayError` (bad input) when the file is absent, damaged, or has other times.
  func read(_ split: SplitCase.Split, in folder: URL) throws -> Tensor {
    let url = folder.appending(path: "trajectories/\(split.rawValue).npy")
    let array = try NPYArray.read(url)
    let shape = array.tensor.shape
    guard shape.count == 3, shape[0] > 0, Array(shape.dropFirst()) == [timePoints, 2],
      array.firstNonFinite == nil
    else {
      throw AssayError(
        .badInput, where: url.path,
        found: "an array of shape \(shape), or numbers that are not finite",
        expected: "[cases, \(timePoints), 2]", remedy: "generate the data again")
    }
    return array.tensor
  }
}
