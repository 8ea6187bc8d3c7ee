import DataFormats
import Experiment
import Foundation

/// Reads records of set-a and set-b of the PhysioNet challenge of 2012.
struct PhysioNetReader {
  /// The 37 quantities that are taken, of 41: all but the descriptors.
  static let channels = [
    "Weight", "Albumin", "ALP", "ALT", "AST", "Bilirubin", "BUN", "Cholesterol", "Creatinine",
    "DiasABP", "FiO2", "GCS", "Glucose", "HCO3", "HCT", "HR", "K", "Lactate", "Mg", "MAP",
    "MechVent",
    "Na", "NIDiasABP", "NIMAP", "NISysABP", "PaCO2", "PaO2", "pH", "Platelets", "RespRate", "SaO2",
    "SysABP", "Temp", "TroponinI", "TroponinT", "Urine", "WBC",
  ]
  private static let descriptors: Set = ["Age", "Gender", "Height", "ICUType"]
  /// Minutes of the published quantisation.
  static let step = 60.0

  let folder: URL
  /// The records to read, chosen at random once and for all; 0 for all.
  let limit: Int

  /// The stays by their number, times in minutes since admission.
  /// - Throws: `AssayError` (bad input) when there is no record or one is damaged.
  func read() throws -> [ObservedSeries] {
    let files = files()
    guard !files.isEmpty else {
      throw AssayError(
        .badInput, where: folder.path, found: "no record, as set-a/132539.txt",
        expected: "the unpacked set-a or set-b of PhysioNet 2012",
        remedy: "import the folder that holds them")
    }
    let places = Dictionary(uniqueKeysWithValues: Self.channels.enumerated().map { ($1, $0) })
    return try chosen(files).map { file in
      let record = try PhysioNetRecord.read(file)
      return ObservedSeries(
        name: "physionet-2012/\(record.identifier)",
        observations: try record.observations.compactMap { observation in
          if Self.descriptors.contains(observation.parameter) { return nil }
          guard let channel = places[observation.parameter] else {
            throw AssayError(
              .badInput, where: file.path, found: "parameter '\(observation.parameter.prefix(40))'",
              expected: "one of the challenge's 41", remedy: "check that it is a record of 2012")
          }
          // An unknown weight is written as −1.
          if observation.parameter == "Weight", observation.value < 0 { return nil }
          return .init(
            time: Double(observation.minutes), channel: channel, value: observation.value)
        })
    }
  }

  /// Files whose name is a number, in `set-a`, `set-b` and the folder itself, by their number.
  private func files() -> [URL] {
    let places = ["set-a", "set-b"].map { folder.appending(path: $0) } + [folder]
    var found: [Int: URL] = [:]
    for place in places {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [] {
        let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        guard stem.hasSuffix(".txt"), let number = Int(stem.dropLast(4)) else { continue }
        found[number] = found[number] ?? place.appending(path: name)
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private func chosen(_ files: [URL]) -> [URL] {
    guard limit > 0, limit < files.count else { return files }
    var random = NeuralStreams.stream("physionet-2012", "limit")
    return random.permutation(of: files.count).prefix(limit).sorted().map { files[$0] }
  }
}
