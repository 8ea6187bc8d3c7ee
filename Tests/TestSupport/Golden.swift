// Helpers shared by tests.
