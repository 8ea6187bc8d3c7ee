import Autodiff
import Tensors
import Testing

@Suite struct ProductGradientTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: [Activation.identity, .gelu])
  func denseProductsHaveTheGradientOfTheirDifferences(activation: Activation) {
    // 300 rows are more than one block
    let x = GradientCheck.parameter("x", [300, 4])
    let weight = GradientCheck.parameter("weight", [3, 4])
    let bias = GradientCheck.parameter("bias", [3])
    let error = GradientCheck.worstError([x, weight, bias]) { tape in
      tape.dense(tape.parameter(x), weight: weight, bias: bias, activation: activation)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test func denseProductsWithoutBiasHaveTheGradientOfTheirDifferences() {
    let x = GradientCheck.parameter("x", [5, 4])
    let weight = GradientCheck.parameter("weight", [3, 4])
    let error = GradientCheck.worstError([x, weight]) { tape in
      tape.dense(tape.parameter(x), weight: weight, bias: nil)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test(arguments: [Activation.identity, .gelu])
  func pointwiseProductsHaveTheGradientOfTheirDifferences(activation: Activation) {
    let x = GradientCheck.parameter("x", [2, 3, 4, 5])
    let first = GradientCheck.parameter("first", [4, 3])
    let second = GradientCheck.parameter("second", [4, 3])
    let bias = GradientCheck.parameter("bias", [4])
    let error = GradientCheck.worstError([x, first, second, bias]) { tape in
      let path = tape.pointwise(tape.parameter(x), weight: first, bias: bias)
      return tape.pointwise(
        tape.parameter(x), weight: second, bias: bias, addend: path, activation: activation)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test(arguments: [[6, 7, 2, 3], [4, 4, 2, 3], [9, 8, 3, 2]])
  func spectralProductsHaveTheGradientOfTheirDifferences(sizes: [Int]) {
    let x = GradientCheck.parameter("x", [3, 2, sizes[0], sizes[1]])
    let weight = GradientCheck.parameter("weight", [2 * sizes[2], sizes[3], 2, 2, 3])
    let error = GradientCheck.worstError([x, weight]) { tape in
      tape.spectral(tape.parameter(x), weight: weight)
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test func gradientsOfAVariableWithSeveralReadersAddUp() {
    let x = GradientCheck.parameter("x", [2, 2, 4, 5])
    let weight = GradientCheck.parameter("weight", [4, 2, 2, 2, 2])
    let matrix = GradientCheck.parameter("matrix", [2, 2])
    let bias = GradientCheck.parameter("bias", [2])
    let error = GradientCheck.worstError([x, weight, matrix, bias]) { tape in
      let h = tape.pointwise(tape.parameter(x), weight: matrix, bias: bias, activation: .gelu)
      let block = tape.pointwise(
        h, weight: matrix, bias: bias, addend: tape.spectral(h, weight: weight), activation: .gelu)
      return tape.sum(tape.sum(block, h), tape.activated(h, by: .gelu))
    }
    #expect(error < GradientCheck.tolerance)
  }

  @Test func reluPassesTheGradientWhereItsOutputIsPositive() {
    let x = Parameter<Float>(name: "x", shape: [1, 4])
    x.value.load([-1, 2, -3, 4])
    let tape = Tape<Float>(.training)
    let y = tape.activated(tape.parameter(x), by: .relu)
    tape.forward()
    tape.backward(from: y, seed: [5, 6, 7, 8])
    #expect(y.tensor.values == [0, 2, 0, 4])
    #expect(x.gradient.values == [0, 6, 0, 8])
  }
}
