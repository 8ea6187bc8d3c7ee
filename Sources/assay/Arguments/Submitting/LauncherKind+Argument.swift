import ArgumentParser
import Submissions

extension LauncherKind: ExpressibleByArgument {}
