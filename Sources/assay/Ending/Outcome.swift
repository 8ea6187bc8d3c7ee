import Experiment

/// Thrown by a verb that has said all it has to say and ends with a code other than 0.
struct Outcome: Error {
  let code: Experiment.ExitCode
}
