import DataFormats
import Experiment
import Foundation

/// A checksum over everything that is stored of a finished attempt: whose it is, what it found and what
/// it cost. SQLite's pages carry none, so that without it a changed bit in a number would be a result.
struct AttemptDigest {
  private var bytes: [UInt8] = []

  /// The digest of `result`, whose configuration is that of the stored cell.
  static func of(_ result: CellResult, logTail: String, files: [ArtifactRecord]) -> String {
    var digest = AttemptDigest()
    digest.bytes.reserveCapacity(2048)
    digest.addOutcome(result, logTail)
    digest.add(result.evaluation)
    for (name, value) in result.facts.sorted(by: { $0.key < $1.key }) {
      digest.add(name)
      digest.add(value)
    }
    digest.add(files.count)
    for file in files {
      digest.add(file.kind.rawValue)
      digest.add(file.name)
      digest.add(file.hash)
      digest.add(file.bytes)
    }
    return ContentHash.sha256(of: Data(digest.bytes))
  }

  private mutating func addOutcome(_ result: CellResult, _ logTail: String) {
    let (identity, cost) = (result.identity, result.resources)
    for text in [
      identity.suite, identity.task, identity.model, identity.profile.rawValue, result.key,
      result.configuration, result.run, result.state.rawValue, result.reason,
      result.failure?.rawValue ?? "", logTail,
    ] {
      add(text)
    }
    add(identity.seed)
    add(result.parameterCount)
    add(cost.concurrentCells)
    for number in [
      cost.wallSeconds, cost.userSeconds, cost.systemSeconds, cost.peakMebibytes, cost.foreignLoad,
    ] {
      add(number)
    }
  }

  private mutating func add(_ evaluation: Evaluation) {
    add(evaluation.measurements.count)
    for found in evaluation.measurements {
      add(found.metric)
      add(found.split)
      add(found.evaluation)
      add(found.position)
      add(found.value.number ?? 0)
      add(found.value.reason ?? "")
      add(found.sampleCount)
      add(found.kind.rawValue)
    }
    add(evaluation.curves.count)
    for curve in evaluation.curves {
      add(curve.name)
      add(curve.axis)
      add(curve.values.count)
      bytes.append(contentsOf: PackedSeries.data(curve.positions))
      bytes.append(contentsOf: PackedSeries.data(curve.values))
    }
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { characters in
      add(characters.count)
      bytes.append(contentsOf: characters)
    }
  }

  private mutating func add(_ number: Int) {
    add(bits: UInt64(bitPattern: Int64(number)))
  }

  private mutating func add(_ number: Double) {
    // SQLite keeps no sign of zero.
    add(bits: number == 0 ? 0 : number.bitPattern)
  }

  private mutating func add(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
