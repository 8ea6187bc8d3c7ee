import Experiment

/// What became of a piece of work.
struct WorkReport {
  /// Its place in the queue.
  let item: Int
  /// The slot of its worker.
  let slot: Int
  /// The answer, or why there is none.
  var result: Result<WorkerReply, WorkFailure>
  /// What the harness saw it use: elapsed and processor time of the worker and all that it started,
  /// their most memory at a look (0 when it was too short to be looked at), foreign load.
  let use: ResourceUse
  /// What the worker wrote.
  let log: String

  /// Elapsed seconds as the harness saw them.
  var seconds: Double { use.wallSeconds }
}
