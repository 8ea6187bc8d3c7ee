import ArgumentParser
import Experiment

extension Profile: ExpressibleByArgument {}
