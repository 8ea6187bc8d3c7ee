import Experiment
import Models
import Randomness
import Testing

@Suite struct IdentityTests {
  @Test func thePredictionIsTheInput() throws {
    let role = ToyFlow.role()
    let model = try Identity().build(for: role, random: RandomStream(seed: 1))
    let inputs = ToyFlow.inputs(role, samples: 2, seed: 3)
    #expect(try model.predict(inputs).tensors == ["velocity": inputs.required("velocity")])
    #expect(model.parameterCount == 0)
  }
}
