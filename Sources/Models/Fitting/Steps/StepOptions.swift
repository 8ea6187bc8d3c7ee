import Autodiff

/// How a network that answers to a velocity is made a step from one velocity to the next.
struct StepOptions {
  /// Where the mask acts.
  enum Masking {
    /// On every answer, so that the next step reads zeros outside.
    case answers
    /// In the loss alone.
    case loss
  }

  let output: StepOutput
  let channels: VelocityChannels
  let masking: Masking
  let scaling: VelocityScaling
  let inputNoise: Double
  let unrolledSteps: Int
  let loss: ErrorWeighting

  /// The options of `recipe`, and what its network is.
  init(
    _ recipe: some StepRecipe, output: StepOutput, channels: VelocityChannels, masking: Masking
  ) {
    self.output = output
    self.channels = channels
    self.masking = masking
    scaling = recipe.scaling
    inputNoise = recipe.inputNoise
    unrolledSteps = recipe.unrolledSteps
    loss = recipe.loss
  }
}
