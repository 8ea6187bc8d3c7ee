import Experiment

/// The catalogue of toys.
package enum ToyShelf {
  package static let catalogue = Catalogue(
    tasks: ["toy-task": ToyTask.self],
    models: ["toy-model": ToyModel.self, "toy-script": ToyScript.self],
    metrics: ["toy-metric": ToyMetric.self])
}
