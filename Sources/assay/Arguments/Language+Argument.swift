import ArgumentParser
import ExternalModels

extension ModelSkeleton.Language: ExpressibleByArgument {}
