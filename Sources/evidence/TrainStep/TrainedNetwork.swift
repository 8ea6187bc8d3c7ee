import ArgumentParser
import Randomness

/// The networks of `train-step/…`, built as in `Scripts/peers/torch_steps.py`.
enum TrainedNetwork: String, CaseIterable, ExpressibleByArgument {
  case fno2d
  case unet
  case pointMLP = "point-mlp"
  case deepONet = "deeponet"

  func build(_ random: RandomStream) -> any StepNetwork {
    switch self {
    case .fno2d: FNO2DStep(random)
    case .unet: UNetStep(random)
    case .pointMLP: PointMLPStep(random)
    case .deepONet: DeepONetStep(random)
    }
  }

  /// What a step may take at most, as a share of torch's time.
  var goal: Double {
    switch self {
    case .fno2d: 0.45
    case .unet: 1.0
    case .pointMLP: 0.7
    case .deepONet: 0.8
    }
  }
}
