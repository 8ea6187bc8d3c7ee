import ArgumentParser
import Comparison

extension Rivals: ExpressibleByArgument {}
