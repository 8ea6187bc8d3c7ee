import Experiment

/// Room for one prepared task, the last one.
public struct PreparedTaskShelf {
  private var use: RecipeUse?
  private var data: DataLocation?
  private var task: (any PreparedTask)?
  /// How fast the machine is now; kept from cell to cell like the task.
  var reference = ReferenceWork()

  /// An empty shelf.
  public init() {}

  /// The prepared task of `order`; read from the disk unless it is the last one.
  mutating func prepared(_ order: CellOrder, catalogue: Catalogue) throws -> any PreparedTask {
    if let task, use == order.cell.task, data == order.data { return task }
    task = nil  // two large datasets at once would go over the limit of memory
    let prepared = try catalogue.task(order.cell.task).prepare(order.data)
    (task, use, data) = (prepared, order.cell.task, order.data)
    return prepared
  }
}
