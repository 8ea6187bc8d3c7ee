/// Numbers of elements in the short form of job arrays.
public enum ElementList {
  /// As in `1-3,7`: ascending, runs of three or more as a range, each number once.
  public static func text(_ numbers: some Sequence<Int>) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound),\(range.upperBound)"
      default: "\(range.lowerBound)-\(range.upperBound)"
      }
    }.joined(separator: ",")
  }
}
