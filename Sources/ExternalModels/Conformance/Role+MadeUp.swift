import Experiment

extension Role {
  /// A small plane flow in the form of the suites' own: the next velocity from the last one, a mask of the
  /// fluid, parameters and the time.
  public static let madeUp = Role(
    inputs: [
      Slot(name: "velocity", shape: [2, 32, 32], unit: "m/s"),
      Slot(name: "mask", shape: [1, 32, 32], unit: "1"),
      Slot(name: "parameters", shape: [3], unit: "1"),
      Slot(name: "time", shape: [1], unit: "1"),
    ],
    outputs: [Slot(name: "velocity", shape: [2, 32, 32], unit: "m/s")])

  /// A role whose names nobody knows.
  static let strange = Role(
    inputs: [Slot(name: "no-such-input", shape: [3, 5], unit: "1")],
    outputs: [Slot(name: "no-such-output", shape: [7], unit: "1")])
}
