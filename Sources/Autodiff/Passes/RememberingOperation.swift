/// An operation whose backward step needs what its last forward step left elsewhere than in variables, so that
/// it cannot follow values that were put back on the tape.
protocol RememberingOperation<S>: Operation {}
