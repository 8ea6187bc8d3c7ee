import Experiment
import Randomness

/// A model recipe whose decoder refuses an odd width.
struct Wave: ModelRecipe {
  var width = 32
  var learningRate = 1e-3

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    width = try container.decode(Int.self, forKey: .width)
    learningRate = try container.decode(Double.self, forKey: .learningRate)
    guard width.isMultiple(of: 2) else {
      throw DecodingError.dataCorruptedError(
        forKey: .width, in: container, debugDescription: "the odd width \(width)")
    }
  }

  func build(for role: Role, random: RandomStream) throws -> any Model {
    throw AssayError(
      .unmetRequirement, where: "wave", found: "a call of build", expected: "only planning",
      remedy: "use a real model")
  }
}
