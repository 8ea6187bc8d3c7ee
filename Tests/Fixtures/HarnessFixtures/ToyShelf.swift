import Experiment

/// The catalogue of toys.
package enum ToyShelf {
  package static let catalogue = Catalogue(
    tasks: ["toy-task": ToyTask.self], models: ["toy-model": ToyModel.self],
    metrics: ["toy-metric": ToyMetric.self])
}
