import Foundation
import Randomness
import Testing

@Suite struct RandomStreamTests {
  private struct Reference: Decodable {
    let seed: String
    let path: [String]
    let numbers: [String]
  }

  private static func references() throws -> [Reference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/philox/streams.json")
    return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))
  }

  @Test func streamsArePhiloxAtTheirPath() throws {
    for reference in try Self.references() {
      let seed = try #require(UInt64(reference.seed))
      var stream = reference.path.reduce(RandomStream(seed: seed)) { $0.stream($1) }
      let numbers = reference.numbers.map { _ in stream.next() }
      #expect(numbers == reference.numbers.compactMap { UInt64($0, radix: 16) }, "\(reference)")
    }
  }

  @Test func aStreamDoesNotDependOnWhatWasDrawnAbove() {
    let fresh = RandomStream(seed: 1).stream("a")
    var root = RandomStream(seed: 1)
    for _ in 0..<5 { _ = root.next() }
    #expect(root.stream("a") == fresh)
  }

  @Test func neighbouringNamesSeedsAndIndicesAreUncorrelated() {
    let root = RandomStream(seed: 1)
    let pairs = [
      (root.stream("a"), root.stream("b")), (root.stream(0), root.stream(1)),
      (root.stream("ab"), root.stream("a").stream("b")),
      (root.stream("a"), RandomStream(seed: 2).stream("a")),
    ]
    for (first, second) in pairs {
      // the correlation of n independent pairs has the standard deviation 1 / sqrt(n)
      #expect(abs(correlation(first, second, count: 4096)) < 4 / 64)
    }
  }

  private func correlation(_ a: RandomStream, _ b: RandomStream, count: Int) -> Double {
    var (a, b) = (a, b)
    let sum = (0..<count).reduce(0.0) { sum, _ in sum + (a.uniform() - 0.5) * (b.uniform() - 0.5) }
    return 12 * sum / Double(count)
  }

  @Test func uniformNumbersHaveTheMomentsOfTheirInterval() {
    var stream = RandomStream(seed: 3).stream("uniform")
    let count = 8192
    let numbers = (0..<count).map { _ in stream.uniform(from: -1, to: 3) }
    let mean = numbers.reduce(0, +) / Double(count)
    let variance = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)
    #expect(numbers.allSatisfy { $0 >= -1 && $0 < 3 })
    // standard errors: 0.0128 of the mean, 0.0132 of the variance
    #expect(abs(mean - 1) < 4 * 0.0128)
    #expect(abs(variance - 4.0 / 3) < 4 * 0.0132)
  }

  @Test func normalNumbersHaveZeroMeanUnitVarianceAndKurtosisThree() {
    var stream = RandomStream(seed: 3).stream("normal")
    let count = 8192
    let numbers = (0..<count).map { _ in stream.normal() }
    func moment(_ power: Double) -> Double {
      numbers.map { pow($0, power) }.reduce(0, +) / Double(count)
    }
    // standard errors: sqrt(1 / n), sqrt(2 / n), sqrt(96 / n)
    #expect(abs(moment(1)) < 4 * 0.011)
    #expect(abs(moment(2) - 1) < 4 * 0.0156)
    #expect(abs(moment(4) - 3) < 4 * 0.108)
  }

  @Test func indicesAreEvenlySpread() {
    var stream = RandomStream(seed: 3).stream("index")
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[stream.index(below: 7)] += 1 }
    let chiSquare = counts.map { pow(Double($0) - 1000, 2) / 1000 }.reduce(0, +)
    #expect(chiSquare < 22.5)  // 99.9th percentile at 6 degrees of freedom
  }

  @Test func aPermutationHoldsEveryIndexOnceAndVaries() {
    var stream = RandomStream(seed: 3).stream("shuffle")
    let first = stream.permutation(of: 50)
    let second = stream.permutation(of: 50)
    #expect(first.sorted() == Array(0..<50))
    #expect(first != second && first != Array(0..<50))
  }
}
