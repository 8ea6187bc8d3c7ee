import Experiment

/// What became of a piece of work.
struct WorkReport {
  /// Its place in the queue.
  let item: Int
  /// The slot of its worker.
  let slot: Int
  /// The answer, or why there is none.
  let result: Result<WorkerReply, WorkFailure>
  /// Elapsed seconds as the harness saw them.
  let seconds: Double
  /// The most memory that the harness saw it use, in MiB; 0 when it was too short to be looked at.
  let seenMebibytes: Double
  /// Workers that were busy when it began, its own included.
  let concurrent: Int
  /// What the worker wrote.
  let log: String
}
