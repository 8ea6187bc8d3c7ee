import Experiment

/// A model that misbehaves, and what is to become of its cell.
package struct FaultCase: Sendable, CustomStringConvertible {
  /// Where the cell has to stand.
  package enum End: Sendable {
    /// Done: what it does hurts nobody.
    case done
    /// Failed by one of these kinds, with a reason that contains this.
    case failed([FailureKind], reason: String)
  }

  /// The name, as in `segmentation-fault`.
  package let name: String
  package let behaviour: ToyModel.Behaviour
  package let end: End
  package var budget = Budget(
    trainingSteps: 3, batchSize: 2, wallSeconds: 20, memoryMebibytes: 600, diskMebibytes: 50)

  package var description: String { name }

  init(_ behaviour: ToyModel.Behaviour, _ end: End) {
    name = behaviour.rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
    self.behaviour = behaviour
    self.end = end
  }

  /// The same within other limits.
  func within(
    seconds: Double? = nil, memory: Int? = nil, disk: Int? = nil
  ) -> FaultCase {
    var changed = self
    if let seconds { changed.budget.wallSeconds = seconds }
    if let memory { changed.budget.memoryMebibytes = memory }
    if let disk { changed.budget.diskMebibytes = disk }
    return changed
  }
}
