import ArgumentParser
import Tensors

extension KernelMode: ExpressibleByArgument {}
