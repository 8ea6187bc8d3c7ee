import Networks

extension NeuralDE {
  /// A weight that a paper or its code has.
  struct PublishedWeight: Equatable {
    /// Over the training.
    let course: Annealing
    /// Where it stands.
    let source: String

    init(_ first: Double, to last: Double? = nil, _ source: String) {
      course = Annealing(from: first, to: last)
      self.source = source
    }
  }

  private static let global = "Pal et al. 2021, code"
  private static let local = "Pal, Edelman & Rackauckas 2023, code"
  private static let kineticPaper = "Finlay et al. 2020, of densities of images"
  private static let own = "ours: nothing is published"

  /// The weights of images: MNIST in both papers.
  static let imageWeights: [RegulariserKind: PublishedWeight] = [
    .error: PublishedWeight(100, to: 10, "\(global), mnist_node.yml"),
    .stiffness: PublishedWeight(0.1, "\(global), mnist_node.yml"),
    .errorStiffness: PublishedWeight(10, "\(global), mnist_node.yml"),
    .local: PublishedWeight(2.5, to: 1, "\(local), mnist_ode/mlp.yml"),
    .taylor: PublishedWeight(3.02e-3, "Pal et al. 2021, TayNODE on MNIST"),
    .kinetic: PublishedWeight(0.01, kineticPaper),
    .distilled: PublishedWeight(100, own),
  ]

  /// The weights of the convolutional network: CIFAR-10 in the 2023 paper, which has nothing but the local
  /// regulariser there, so that the others are those of MNIST.
  static let convolutionalWeights: [RegulariserKind: PublishedWeight] = [
    .error: PublishedWeight(100, to: 10, own), .stiffness: PublishedWeight(0.1, own),
    .errorStiffness: PublishedWeight(10, own),
    .local: PublishedWeight(2.5, "\(local), cifar10/cnn.yml"),
    .distilled: PublishedWeight(100, own),
  ]

  /// The weights of trajectories; the published spiral has no set-up, so that most are those of images. Of both
  /// estimates together stiffness has the share that it has alone: with ten times as much, as of images, the
  /// spiral is hardly learnt.
  static let trajectoryWeights: [RegulariserKind: PublishedWeight] = [
    .error: PublishedWeight(100, to: 10, own), .stiffness: PublishedWeight(0.1, own),
    .errorStiffness: PublishedWeight(1, own), .local: PublishedWeight(2.5, to: 1, own),
    .taylor: PublishedWeight(3.02e-3, own), .kinetic: PublishedWeight(0.01, own),
    .distilled: PublishedWeight(100, own),
  ]

  /// The weights of densities in the plane.
  static let densityWeights: [RegulariserKind: PublishedWeight] = [
    .error: PublishedWeight(2000, to: 1000, "\(global), ffjord_gaussian.jl"),
    .stiffness: PublishedWeight(0.1, own), .errorStiffness: PublishedWeight(1, own),
    .local: PublishedWeight(2.5, to: 1, own), .taylor: PublishedWeight(0.01, own),
    .kinetic: PublishedWeight(0.01, kineticPaper), .distilled: PublishedWeight(100, own),
  ]
  /// The weights of classes of series, of which nothing is published: those of images, but for derivatives.
  /// The third one of the solution has that of the path in it, which grows with the third power of the number
  /// of times: its square is some million times that of an image's.
  static let seriesWeights: [RegulariserKind: PublishedWeight] =
    trajectoryWeights.merging([.taylor: PublishedWeight(1e-8, own)]) { $1 }

  /// The weights of the latent ODE on PhysioNet 2012. TayNODE there penalises the second derivative.
  static let latentWeights: [RegulariserKind: PublishedWeight] = [
    .error: PublishedWeight(1000, to: 100, "\(global), latent_ode.jl"),
    .stiffness: PublishedWeight(10, "\(global), latent_ode.jl"),
    .errorStiffness: PublishedWeight(10, "\(global), latent_ode.jl"),
    .local: PublishedWeight(100, to: 10, "\(local), physionet"),
    .taylor: PublishedWeight(0.01, "Pal et al. 2021, TayNODE on PhysioNet"),
    .kinetic: PublishedWeight(0.01, own), .distilled: PublishedWeight(100, own),
  ]
}
