import Experiment

/// The catalogue of toys.
public enum ToyShelf {
  public static let catalogue = Catalogue(
    tasks: ["toy-task": ToyTask.self], models: ["toy-model": ToyModel.self],
    metrics: ["toy-metric": ToyMetric.self])
}
