/// A metric of a whole roll-out, as a time until something happens: it is taken of fields that hold
/// successive frames (`FieldGrid.frames`), never of single frames.
public protocol TrajectoryMetric: Metric {}
