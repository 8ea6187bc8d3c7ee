import Tensors

/// Whose means and variances normalise a batch.
public enum BatchStatistics<S: Scalar> {
  /// Those of the batch alone.
  case batch
  /// Those of the batch; each backward pass moves the running ones towards them.
  case tracked(RunningStatistics<S>)
  /// The running ones, as constants.
  case running(RunningStatistics<S>)
}
