import Experiment
import Foundation

/// Looks through a user's own copy of the suite's real data.
public enum NeuralImport {
  /// The names under which data can be imported.
  public static var benchmarks: [String] {
    ImageSource.allCases.map(\.rawValue) + ClinicalSource.allCases.map(\.rawValue)
      + LabelledSeriesSource.allCases.map(\.rawValue)
  }

  /// Reads all of `benchmark` in `folder`; what is there, as in `60000 images to learn from, 10000 apart`.
  /// - Throws: `AssayError` (bad input) when `benchmark` is none of these, and when a file is absent,
  ///   damaged, or of something else.
  public static func check(_ benchmark: String, in folder: URL) throws -> String {
    if let source = ImageSource(rawValue: benchmark) {
      let content = try ImageReader(source: source, folder: folder).read()
      return "\(content.training.count) images to learn from, \(content.test?.count ?? 0) apart"
    }
    if let source = LabelledSeriesSource(rawValue: benchmark) {
      let series = try LabelledSeries(source, in: folder)
      return "\(series.trainingCount) series to learn from, "
        + "\(series.labels.count - series.trainingCount) apart"
    }
    switch ClinicalSource(rawValue: benchmark) {
    case .pbcseq: return "\(try PBCReader(folder: folder).read().count) patients"
    case .physioNet:
      return "\(try PhysioNetReader(folder: folder, limit: 0).read().count) stays"
    case nil:
      throw AssayError(
        .badInput, where: "assay data import", found: "no benchmark '\(benchmark)'",
        expected: benchmarks.joined(separator: ", "), remedy: "correct the name")
    }
  }
}
