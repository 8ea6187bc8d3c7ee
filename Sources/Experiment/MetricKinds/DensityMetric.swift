/// A metric of a probability density at samples of the truth: the prediction is the logarithm of the model's
/// density there, the truth that of the true density, the persistence forecast that of a normal density
/// with the training samples' mean and covariance; nats throughout. Never taken of fields.
public protocol DensityMetric: Metric {}
