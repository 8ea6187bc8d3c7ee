/// A tableau with the rate at the new state as its last stage, by rows and by columns.
struct ReversalLayout {
  static let scratchCount = 5

  /// Nodes and rows, the row of the last stage being b.
  let nodes: [Double]
  let rows: [[Double]]
  /// By stage j: the weights of h ḡᵢ, then of h ē, in k̄ⱼ.
  let columns: [[Double]]

  init(_ tableau: RungeKuttaTableau) {
    let isSame = tableau.isFirstSameAsLast
    nodes = isSame ? tableau.nodes : tableau.nodes + [1]
    rows = isSame ? tableau.coefficients : tableau.coefficients + [tableau.weights]
    let (count, allRows) = (nodes.count, rows)
    columns = (0..<count).map { stage in
      let weights = allRows.map { stage < $0.count ? $0[stage] : 0 }
      let errors = tableau.embedded?.errorWeights ?? []
      return weights + [stage < errors.count ? errors[stage] : 0]
    }
  }

  var stageCount: Int { nodes.count }
  var last: Int { nodes.count - 1 }
  /// Where ē is among the cotangents.
  var error: Int { nodes.count }
  /// Where the difference of rates is.
  var difference: Int { nodes.count + 1 }
}
