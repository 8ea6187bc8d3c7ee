import Experiment
import Models
import Randomness
import Tensors

/// Trains FNO and Auto-FFN for three steps with portable kernels and prints a line for each: its name
/// and a hash of the bits of its predictions.
@main
struct PortableTraining {
  private static let role: Role = {
    let velocity = Role.Slot(name: "velocity", shape: [2, 16, 16], unit: "m/s")
    return Role(
      inputs: [
        velocity, Role.Slot(name: "mask", shape: [1, 16, 16], unit: "1"),
        Role.Slot(name: "parameters", shape: [3], unit: "1"),
      ], outputs: [velocity])
  }()

  static func main() throws {
    BLAS.pinToOneThread()
    KernelMode.portable.select()
    var fno = FNO()
    (fno.modes, fno.width) = (6, 16)
    var autoFFN = AutoFFN()
    (autoFFN.width, autoFFN.layers) = (60, 4)
    print("fno", String(try bits(of: fno), radix: 16))
    print("auto-ffn", String(try bits(of: autoFFN), radix: 16))
  }

  private static func bits(of recipe: some ModelRecipe) throws -> UInt64 {
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: role, random: random)
    let inputs = samples(8)
    let targets = NamedTensors(
      ["velocity": inputs["velocity"]].compactMapValues { velocity in
        velocity.map { Tensor(shape: $0.shape, values: $0.values.map { 0.7 * $0 }) }
      })
    _ = try model.fit(
      TrainingSet(
        inputs: inputs, targets: targets, validationInputs: inputs, validationTargets: targets),
      within: Budget(trainingSteps: 3, batchSize: 4), random: random)
    return hash(try model.predict(inputs).required("velocity").values)
  }

  private static func samples(_ count: Int) -> NamedTensors {
    var tensors = NamedTensors()
    for slot in role.inputs {
      var stream = RandomStream(seed: 3).stream(slot.name)
      let numbers = count * slot.shape.reduce(1, *)
      tensors[slot.name] = Tensor(
        shape: [count] + slot.shape,
        values: (0..<numbers).map { _ in
          slot.name == "mask" ? 1 : Float(stream.uniform(from: 0.5, to: 2))
        })
    }
    return tensors
  }

  /// FNV-1a over 32-bit words.
  private static func hash(_ values: [Float]) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1.bitPattern)) &* 0x100_0000_01b3 }
  }
}
