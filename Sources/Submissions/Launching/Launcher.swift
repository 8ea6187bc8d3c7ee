/// A way to start the elements of a submission and to hear of them.
public protocol Launcher: Sendable {
  /// The commands that `start` gives, one a stage, exactly as they are; a job that is not known yet
  /// stands as `<data>` or `<elements>`.
  func commands(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder)
    -> [[String]]
  /// Starts `launch`; `started` is told each job as soon as it is there.
  /// - Throws: `AssayError` (bad input) when the launcher is not there or refuses.
  func start(
    _ launch: Launch, of submission: Submission, in folder: SubmissionFolder,
    started: (LaunchStage, String) throws -> Void) throws
  /// What is known of the steps of `launch` apart from what they write themselves.
  func presence(of launch: Launch, in folder: SubmissionFolder) -> LaunchPresence
  /// Stops what of `launch` still waits or runs.
  func cancel(_ launch: Launch, in folder: SubmissionFolder) throws
}
