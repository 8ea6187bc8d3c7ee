/// The direction of one sweep of a split step; the raw value is the kernels' code.
enum SweepDirection: Int32 {
  case horizontal = 0
  case vertical = 1
}
