import CKernels
import Foundation
import Randomness
import Testing

@Suite struct LayerKernelTests {
  private static let rows = 3
  private static let width = 37

  private func numbers(_ name: String, _ count: Int, size: Double = 3) -> [Float] {
    var stream = RandomStream(seed: 9).stream(name)
    return (0..<count).map { _ in Float(stream.uniform(from: -size, to: size)) }
  }

  private func wide(_ x: [Float]) -> [Double] { x.map(Double.init) }

  /// Whether single and double precision differ by rounding alone: up to 30 roundings of numbers below
  /// 8.
  private func agree(_ x: [Float], _ y: [Double]) -> Bool {
    zip(x, y).allSatisfy { abs(Double($0) - $1) < 30 * 8 * 0x1p-24 }
  }

  @Test func aStepOfAGRUIsTheSameInBothPrecisions() {
    let (rows, width) = (Self.rows, Self.width)
    let (x, u) = (numbers("x", 3 * rows * width), numbers("u", 3 * rows * width))
    let h = numbers("h", rows * width, size: 1)
    var (kept, next) = ([Float](repeating: 0, count: 4 * h.count), h)
    var (wideKept, wideNext) = (wide(kept), wide(h))
    assay_gru_cell_f32(rows, width, x, u, h, &kept, &next)
    assay_gru_cell_f64(rows, width, wide(x), wide(u), wide(h), &wideKept, &wideNext)
    #expect(agree(kept, wideKept) && agree(next, wideNext))
    var (g, dx, du) = (numbers("g", h.count), x, u)
    var (wideG, wideDx, wideDu) = (wide(g), wide(x), wide(u))
    assay_gru_cell_backward_f32(rows, width, kept, h, &g, &dx, &du)
    assay_gru_cell_backward_f64(rows, width, wideKept, wide(h), &wideG, &wideDx, &wideDu)
    #expect(agree(g, wideG) && agree(dx, wideDx) && agree(du, wideDu))
  }

  @Test func aStepOfAnLSTMIsTheSameInBothPrecisions() {
    let (rows, width) = (Self.rows, Self.width)
    let (x, u) = (numbers("x", 4 * rows * width), numbers("u", 4 * rows * width))
    let c = numbers("c", rows * width)
    var (kept, cell, next) = (x, c, c)
    var (wideKept, wideCell, wideNext) = (wide(x), wide(c), wide(c))
    assay_lstm_cell_f32(rows, width, x, u, c, &kept, &cell, &next)
    assay_lstm_cell_f64(rows, width, wide(x), wide(u), wide(c), &wideKept, &wideCell, &wideNext)
    #expect(agree(kept, wideKept) && agree(cell, wideCell) && agree(next, wideNext))
    let g = numbers("g", c.count)
    var (dc, gates) = (numbers("dc", c.count), x)
    var (wideDc, wideGates) = (wide(dc), wide(x))
    assay_lstm_cell_backward_f32(rows, width, kept, c, cell, g, &dc, &gates)
    assay_lstm_cell_backward_f64(
      rows, width, wideKept, wide(c), wideCell, wide(g), &wideDc, &wideGates)
    #expect(agree(dc, wideDc) && agree(gates, wideGates))
  }

  @Test(arguments: [1, 15, 16, 100]) func lossesAreThoseOfTheirFormulas(count: Int) {
    let (p, y) = (wide(numbers("p", count)), wide(numbers("y", count, size: 1)))
    let errors = zip(p, y).map { $0 - $1 }
    let absolute = errors.map(abs).reduce(0, +)
    let huber = errors.map { abs($0) <= 0.5 ? $0 * $0 / 2 : 0.5 * (abs($0) - 0.25) }.reduce(0, +)
    let logistic = zip(p, y).map { log1p(exp($0)) - $0 * $1 }.reduce(0, +)
    // as many roundings as terms, of sums below 8 times as many
    let tolerance = Double(count * count) * 8 * 0x1p-53 + 0x1p-48
    #expect(abs(assay_absolute_error_sum_f64(count, p, y) - absolute) <= tolerance)
    #expect(abs(assay_huber_sum_f64(count, 0.5, p, y) - huber) <= tolerance)
    #expect(abs(assay_logistic_sum_f64(count, p, y) - logistic) <= tolerance)
  }

  @Test func theLogisticLossKeepsItsDigitsFarFromZero() {
    // log(1 + e^-40) = e^-40 to sixteen digits, where softplus(40) - 40 has none
    #expect(abs(assay_logistic_sum_f64(1, [40], [1]) / exp(-40) - 1) < 1e-14)
    #expect(assay_logistic_sum_f64(1, [-1000], [1]) == 1000)
    #expect(assay_logistic_sum_f32(1, [-1000], [0]) == 0)
  }

  @Test func dropoutIsAFunctionOfSeedAndIndex() {
    let ones = [Float](repeating: 1, count: 1000)
    var (first, again) = (ones, ones)
    var wideFirst = wide(ones)
    assay_dropout_f32(1000, 5, 1 << 31, 2, ones, &first)
    assay_dropout_f32(500, 5, 1 << 31, 2, ones, &again)
    assay_dropout_f64(1000, 5, 1 << 31, 2, wide(ones), &wideFirst)
    #expect(first.prefix(500) == again.prefix(500))
    #expect(wide(first) == wideFirst)
    #expect(Set(first) == [0, 2])
  }
}
