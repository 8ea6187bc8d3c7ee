import Experiment

/// Which parts of two sides answer the same question, and why the others do not.
struct Comparability {
  /// What was left out, in the order of suites and tasks.
  private(set) var parts: [IncomparablePart] = []
  private var excludedTasks: Set<[String]> = []
  private var excludedQuantities: Set<[String]> = []
  private let ours: Side
  private let theirs: Side

  init(ours: Side, theirs: Side) {
    self.ours = ours
    self.theirs = theirs
    for own in ours.suites {
      guard let other = theirs.suites.first(where: { $0.id == own.id }) else { continue }
      excludeMetrics(own, other, theirs: theirs)
      excludeTasks(own, other, theirs: theirs)
    }
    noteProfiles(ours, theirs)
  }

  /// One side as it is looked at here.
  struct Side {
    let suites: [SuiteDescription]
    let table: CellIndex
    /// Cells of other profiles, by suite.
    let otherProfiles: [String: [Profile]]
    /// The distinct protocols of the finished cells by suite, task and model.
    let protocols: [[String]: [CellProtocol]]
    /// The instruction sets of its runs.
    let instructions: Set<String>
  }

  func allows(_ question: Question) -> Bool {
    !excludedTasks.contains([question.suite.id, question.task])
      && !excludedQuantities.contains([question.suite.id, question.quantity.metric])
  }

  /// Why our cells of one model and theirs of another cannot be compared on a task; nil when they can.
  /// One clash is enough: a model some of whose seeds saw other data is left out.
  func clash(suite: String, task: String, model: String, baselineModel: String) -> String? {
    let here = ours.protocols[[suite, task, model], default: []]
    let there = theirs.protocols[[suite, task, baselineModel], default: []]
    let isSameMachine = ours.instructions == theirs.instructions
    for left in here {
      for right in there {
        if let reason = left.clash(with: right, onSameInstructions: isSameMachine) {
          return reason
        }
      }
    }
    return nil
  }

  private mutating func excludeMetrics(
    _ own: SuiteDescription, _ other: SuiteDescription, theirs: Side
  ) {
    for (metric, definition) in own.metrics.sorted(by: { $0.key < $1.key }) {
      guard let before = other.metrics[metric],
        (before.version, before.direction) != (definition.version, definition.direction)
      else { continue }
      excludedQuantities.insert([own.id, metric])
      let reason =
        before.version == definition.version
        ? "'\(metric)' is better when \(definition.direction.rawValue) here and when "
          + "\(before.direction.rawValue) in the baseline"
        : "'\(metric)' is of version \(definition.version) here and of version \(before.version) in "
          + "the baseline"
      for task in own.tasks where !theirs.table.models(of: other, task: task.id).isEmpty {
        for quantity in task.primary where quantity.metric == metric {
          parts.append(
            IncomparablePart(suite: own.id, task: task.id, quantity: quantity, reason: reason))
        }
      }
    }
  }

  private mutating func excludeTasks(
    _ own: SuiteDescription, _ other: SuiteDescription, theirs: Side
  ) {
    for task in other.tasks where !theirs.table.models(of: other, task: task.id).isEmpty {
      guard let now = own.tasks.first(where: { $0.id == task.id }) else {
        excludedTasks.insert([own.id, task.id])
        parts.append(
          IncomparablePart(
            suite: own.id, task: task.id, reason: "the suite has no such task any more"))
        continue
      }
      for quantity in task.primary where !now.primary.contains(quantity) {
        parts.append(
          IncomparablePart(
            suite: own.id, task: task.id, quantity: quantity,
            reason: "the baseline ranks by it and the suite does not any more"))
      }
    }
  }

  private mutating func noteProfiles(_ ours: Side, _ theirs: Side) {
    for suite in theirs.suites {
      guard let profiles = ours.otherProfiles[suite.id],
        suite.tasks.allSatisfy({ ours.table.models(of: suite, task: $0.id).isEmpty })
      else { continue }
      let names = profiles.map(\.rawValue).joined(separator: ", ")
      parts.append(
        IncomparablePart(
          suite: suite.id,
          reason: "it was run at profile \(names) here and at \(theirs.table.profile.rawValue) in "
            + "the baseline"))
    }
  }
}
