import ArgumentParser
import Statistics

extension Correction: ExpressibleByArgument {}
