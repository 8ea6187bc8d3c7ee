/// A metric of a decision between classes: the prediction is one logit a class, the truth 1 for the right
/// class and 0 for the others, the persistence forecast the logarithms of the classes' shares in training.
/// Never taken of fields.
public protocol ClassificationMetric: Metric {}
