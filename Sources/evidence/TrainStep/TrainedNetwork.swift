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
}
