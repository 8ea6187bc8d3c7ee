import Experiment

/// Where every step of a submission stands.
public struct SubmissionStatus: Encodable, Sendable, Equatable {
  /// One step.
  public struct Step: Encodable, Sendable, Equatable {
    /// `data`, `merge` or an element's number.
    public var name: String
    /// Where it stands.
    public var word: ElementWord
    /// Cells that it runs; 0 for data and merge.
    public var cells: Int
    /// What it said of itself, nil when it has not begun.
    public var record: StepRecord?
  }

  /// The submission's id.
  public var id: String
  /// Data, elements and merge, in this order; data and merge only where a launch has them.
  public var steps: [Step]

  /// Looks at the files and asks the launcher.
  /// - Throws: `AssayError` (bad input) when a file of the submission cannot be read.
  public init(of submission: Submission, in folder: SubmissionFolder, launcher: some Launcher)
    throws
  {
    id = submission.id
    let launches = try folder.launches()
    // The launcher first: a step that ends in between has then written so.
    let presences = Dictionary(
      uniqueKeysWithValues: launches.map { ($0.number, launcher.presence(of: $0, in: folder)) })
    func step(_ name: String, cells: Int, in launch: Launch?) -> Step {
      let record = folder.record(name).flatMap { $0.launch == launch?.number ? $0 : nil }
      let presence = launch.flatMap { presences[$0.number] }?.word(name) ?? .gone
      return Step(
        name: name, word: ElementWord(record: record, presence: presence), cells: cells,
        record: record)
    }
    func stage(_ stage: LaunchStage) -> [Step] {
      let launch = launches.last { $0.stages.contains(stage) }
      return launch == nil ? [] : [step(stage.rawValue, cells: 0, in: launch)]
    }
    let elements = submission.elements.map { element in
      step(
        "\(element.number)", cells: element.cells.count,
        in: launches.last { $0.elements.contains(element.number) })
    }
    steps = stage(.data) + elements + stage(.merge)
  }

  /// The elements alone.
  public var elements: [Step] { steps.filter { Int($0.name) != nil } }
  /// Whether nothing more comes of it by itself.
  public var hasEnded: Bool { steps.allSatisfy(\.word.hasEnded) }

  /// How a program that reports this ends.
  public var exitCode: ExitCode {
    if steps.contains(where: { $0.word.needsResume || $0.word == .doneWithFailedCells }) {
      return .cellsFailed
    }
    return .done
  }

  /// As in `8 elements: 5 done, 2 running, 1 waiting`.
  public var tally: String {
    var counts: [(String, Int)] = []
    for element in elements {
      let word = "\(element.word)"
      if let place = counts.firstIndex(where: { $0.0 == word }) {
        counts[place].1 += 1
      } else {
        counts.append((word, 1))
      }
    }
    let parts = counts.map { "\($0.1) \($0.0)" }.joined(separator: "; ")
    return "\(elements.count) \(elements.count == 1 ? "element" : "elements"): \(parts)"
  }

  /// A table for a terminal: step, cells, word, machine, job, begin and end; and the tally.
  public var text: String {
    let rows =
      [["step", "cells", "state", "host", "job", "started", "ended"]]
      + steps.map { step in
        [
          step.name, step.cells > 0 ? "\(step.cells)" : "-", "\(step.word)",
          step.record?.host ?? "-",
          step.record.map { $0.job.isEmpty ? "\($0.process)" : $0.job }
            ?? "-", step.record?.started ?? "-",
          step.record.map { $0.ended.isEmpty ? "-" : $0.ended } ?? "-",
        ]
      }
    return ColumnText.lines(rows).joined(separator: "\n") + "\n\(id): \(tally)\n"
  }
}
