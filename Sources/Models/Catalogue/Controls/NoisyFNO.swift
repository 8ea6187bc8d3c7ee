import Experiment
import Randomness
import Tensors

/// A control: the Fourier neural operator, made worse by a known amount. A comparison that cannot tell it
/// from `fno` could tell nothing.
///
///     velocity = fno's velocity + noise · rms(fno's velocity) · n,   n normal, on every point
///
/// The noise is a function of the operator's own answer, so that the same question always gets the same
/// answer, and what a mask sets to zero stays zero.
public struct NoisyFNO: ModelRecipe {
  /// The operator.
  public var fno = FNO()
  /// The standard deviation of the noise as a share of the root mean square of an answer.
  public var noise = 0.1

  /// The published operator with noise of a tenth.
  public init() {}

  /// An untrained operator behind the noise.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    _ = try FlowRole(role, for: "noisy-fno")
    try RecipeCheck(model: "noisy-fno").share("noise", noise, in: 0..<1)
    return NoisyModel(
      model: try fno.build(for: role, random: random), noise: Float(noise),
      random: random.stream("control"))
  }
}

/// A model whose answers are spoilt.
private struct NoisyModel: Model {
  var model: any Model
  let noise: Float
  let random: RandomStream

  var parameterCount: Int { model.parameterCount }

  mutating func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    try model.fit(data, within: budget, random: random)
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    NamedTensors(try model.predict(inputs).tensors.mapValues(spoilt))
  }

  private func spoilt(_ tensor: Tensor) -> Tensor {
    var tensor = tensor
    let width = tensor.rowCount
    for start in stride(from: 0, to: tensor.count, by: max(width, 1)) {
      let row = start..<start + width
      let answer = tensor.values[row]
      let squares = answer.reduce(0) { $0 + Double($1) * Double($1) }
      let size = noise * Float((squares / Double(width)).squareRoot())
      var stream = random.stream("answer \(Self.fingerprint(answer))")
      for index in row {
        let draw = Float(stream.normal())
        if tensor.values[index] != 0 { tensor.values[index] += size * draw }
      }
    }
    return tensor
  }

  /// FNV-1a over the bits of an answer.
  private static func fingerprint(_ answer: ArraySlice<Float>) -> UInt64 {
    answer.reduce(0xCBF2_9CE4_8422_2325) { hash, value in
      (hash ^ UInt64(value.bitPattern)) &* 0x0000_0100_0000_01B3
    }
  }
}
