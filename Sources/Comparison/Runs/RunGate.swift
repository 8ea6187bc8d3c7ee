/// A condition that a run as a whole must meet.
struct RunGate {
  let name: String
  let holds: Bool
  let reason: String

  var junitCase: JUnitCase {
    JUnitCase(
      group: "gates", name: name, outcome: holds ? .passed : .failed, kind: "gate", reason: reason)
  }
}
