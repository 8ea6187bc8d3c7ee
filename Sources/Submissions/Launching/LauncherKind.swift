/// Who starts the elements of a submission.
public enum LauncherKind: String, Codable, Sendable, CaseIterable {
  /// Slurm, as a job array.
  case slurm
  /// Plain processes on this machine.
  case local
}
