import Experiment
import Metrics
import Models
import Tasks

extension Catalogue {
  /// Every shelf of this program.
  static let assay = Catalogue(
    tasks: TaskCatalogue.all, models: ModelCatalogue.all, metrics: MetricCatalogue.all)
}
