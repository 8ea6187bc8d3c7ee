import Experiment
import Foundation
import Store

/// An evaluation on the wire: measurements as they are, series as bytes.
struct PackedEvaluation: Codable {
  private struct Series: Codable {
    let name: String
    let axis: String
    let positions: Data
    let values: Data
  }

  private struct Field: Codable {
    let title: String
    let quantity: String
    let unit: String
    let height: Int
    let width: Int
    let expected: Data
    let predicted: Data
    let course: String?
    let step: Int?
    /// Of truth and prediction; both or none.
    let vectors: [Data]?
  }

  private let measurements: [Experiment.Measurement]
  private let curves: [Series]
  private let snapshots: [Field]

  init(_ evaluation: Evaluation) {
    measurements = evaluation.measurements
    curves = evaluation.curves.map {
      Series(
        name: $0.name, axis: $0.axis, positions: PackedSeries.data($0.positions),
        values: PackedSeries.data($0.values))
    }
    snapshots = evaluation.snapshots.map {
      Field(
        title: $0.title, quantity: $0.quantity, unit: $0.unit, height: $0.height,
        width: $0.width, expected: PackedSeries.data($0.expected),
        predicted: PackedSeries.data($0.predicted), course: $0.course, step: $0.step,
        vectors: $0.vectors.map {
          [PackedSeries.data($0.expected), PackedSeries.data($0.predicted)]
        })
    }
  }

  func evaluation() throws -> Evaluation {
    Evaluation(
      measurements: measurements, curves: try curves.map(curve),
      snapshots: try snapshots.map(snapshot))
  }

  private func curve(_ series: Series) throws -> Curve {
    guard let positions = PackedSeries.doubles(series.positions),
      let values = PackedSeries.doubles(series.values), positions.count == values.count
    else { throw WireError.cutShort(series.name) }
    return Curve(name: series.name, axis: series.axis, positions: positions, values: values)
  }

  private func snapshot(_ field: Field) throws -> FieldSnapshot {
    guard let expected = PackedSeries.floats(field.expected),
      let predicted = PackedSeries.floats(field.predicted)
    else { throw WireError.cutShort(field.title) }
    let vectors = try field.vectors?.map { data in
      guard let values = PackedSeries.floats(data) else { throw WireError.cutShort(field.title) }
      return values
    }
    return FieldSnapshot(
      title: field.title, quantity: field.quantity, unit: field.unit, height: field.height,
      width: field.width, expected: expected, predicted: predicted, course: field.course,
      step: field.step,
      vectors: vectors.flatMap {
        $0.count == 2 ? FieldSnapshot.Vectors(expected: $0[0], predicted: $0[1]) : nil
      })
  }
}
