/// A metric that sums over points one by one, wherever they lie, so that it is defined for any series
/// of numbers (a force over time, a front's position) as well as for fields.
public protocol PointwiseMetric: Metric {}
