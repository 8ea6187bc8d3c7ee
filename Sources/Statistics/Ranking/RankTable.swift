/// The ranks of methods on tasks: 1 is the best, equal values share the mean of their ranks.
public struct RankTable: Sendable, Equatable {
  /// `ranks[t][m]`: the rank of method m on task t.
  public let ranks: [[Double]]

  /// The ranks of `values[t][m]`, of which smaller is better unless said otherwise; nil without a
  /// task, below two methods, and when a task does not have all methods.
  public init?(values: [[Double]], largerIsBetter: Bool = false) {
    guard let methods = values.first?.count, methods > 1,
      values.allSatisfy({ $0.count == methods })
    else { return nil }
    precondition(values.allSatisfy { $0.allSatisfy { !$0.isNaN } }, "a value is a number")
    ranks = values.map { row in Ranks.mean(of: largerIsBetter ? row.map { -$0 } : row) }
  }

  private init(ranks: [[Double]]) { self.ranks = ranks }

  /// The number of tasks.
  public var tasks: Int { ranks.count }
  /// The number of methods.
  public var methods: Int { ranks[0].count }

  /// The mean over tasks of the ranks of each method.
  public var meanRanks: [Double] {
    (0..<methods).map { method in
      ranks.reduce(0) { $0 + $1[method] } / Double(tasks)
    }
  }

  /// For each method the share of pairs (task, other method) in which it is better, ties half:
  /// (k − mean rank) / (k − 1). The mean win rate of HELM (Liang et al. 2023).
  public var winRates: [Double] {
    meanRanks.map { (Double(methods) - $0) / Double(methods - 1) }
  }

  /// For each method the share of tasks on which no other is better; ties count for all of them.
  public var sharesOfBest: [Double] {
    (0..<methods).map { method in
      Double(ranks.count { row in row.allSatisfy { row[method] <= $0 } }) / Double(tasks)
    }
  }

  /// The methods with the smallest mean rank; more than one where it is shared.
  public var winners: [Int] {
    // Sums of ranks are multiples of 1/2, exact in a Double.
    let sums = (0..<methods).map { method in ranks.reduce(0) { $0 + $1[method] } }
    return sums.indices.filter { method in sums.allSatisfy { sums[method] <= $0 } }
  }

  /// The winners without each task in turn, of those tasks whose omission changes them; empty when
  /// the winner is stable. A single task cannot be left out.
  public var winnersWithoutTask: [Int: [Int]] {
    guard tasks > 1 else { return [:] }
    let winners = winners
    var changed: [Int: [Int]] = [:]
    for task in 0..<tasks {
      var rest = ranks
      rest.remove(at: task)
      let others = RankTable(ranks: rest).winners
      if others != winners { changed[task] = others }
    }
    return changed
  }
}
